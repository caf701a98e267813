using WorkReports.Content.Files;
using WorkReports.Content.Recording;
using WorkReports.Index;

namespace WorkReports.Hosting.Endpoints;

/// <summary>
/// <c>/files/…</c>: pictures and attachments. Only types on the list, and only files that a visible page links or
/// shows: else a draft's attachment could be guessed.
/// </summary>
sealed class FileEndpoint(ContentFolder folder, RefusedFiles refused, Settings settings, ILogger<FileEndpoint> log)
{
    readonly FileETags tags = new();

    public static IResult Send(string? path, HttpContext context, Library library, FileEndpoint endpoint) =>
        endpoint.Answer(path ?? "", context, library);

    IResult Answer(string path, HttpContext context, Library library)
    {
        if (AddressText.Readings(path).FirstOrDefault(named => IsPublic(named, library)) is not { } name)
            return Results.NotFound();

        var file = folder.Open(name, out var kind);
        if (kind == PathKind.Unreadable)
        {
            log.LogWarning("The file {File} cannot be read: the program has no right to it", name);
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
        if (file is null || !MayBeSent(name, file, library))
        {
            file?.Dispose();
            return Results.NotFound();
        }
        // Its editor sees it in a preview, with what is wrong beside it.
        if (!settings.Preview && refused.CodeOf(name, file, () => library.ReadingsWith(name)) is { } code)
        {
            log.LogWarning(
                "The file {File} is not sent: it was exchanged for one that must not be public ({Code})",
                name,
                code
            );
            file.Dispose();
            return Results.NotFound();
        }
        return Contents(name, file, context);
    }

    IResult Contents(string name, OpenedFile file, HttpContext context)
    {
        context.Response.RegisterForDispose(file);
        context.Response.Headers.CacheControl = "no-cache";
        // A range in an unknown unit asks for the whole file (RFC 9110, 14.2); Results.File would take any unit for
        // bytes.
        if (!context.Request.Headers.Range.ToString().StartsWith("bytes=", StringComparison.OrdinalIgnoreCase))
            context.Request.Headers.Range = default;
        return Results.File(
            file.Bytes,
            PublicFile.ContentType(name),
            PublicFile.IsShownInBrowser(name) ? null : Path.GetFileName(name),
            lastModified: file.Modified,
            entityTag: tags.Of(file),
            enableRangeProcessing: true
        );
    }

    bool IsPublic(string name, Library library) =>
        ContentFolder.PathBeside("", name) == name
        && PublicFile.IsAllowed(name)
        && library.IsPublicFile(name)
        && folder.KindOf(name) != PathKind.Missing;

    /// <summary>A link with a harmless name may lead to a file that is none of the reader's business.</summary>
    bool MayBeSent(string name, OpenedFile file, Library library) =>
        PublicFile.IsAllowed(Path.GetFileName(file.RealPath))
        && !(library.Site().WordList is { } words && folder.IsSameFile(name, words));
}
