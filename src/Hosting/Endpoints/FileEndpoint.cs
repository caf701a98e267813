using WorkReports.Content.Files;
using WorkReports.Index;

namespace WorkReports.Hosting.Endpoints;

/// <summary>
/// <c>/files/…</c>: pictures and attachments. Only types on the list, and only files that a visible page links or
/// shows: else a
/// draft's attachment could be guessed.
/// </summary>
static class FileEndpoint
{
    public static IResult Send(string? path, HttpContext context, Library library, ContentFolder folder, FileETags tags)
    {
        if (AddressText.Readings(path ?? "").FirstOrDefault(file => IsPublic(file, library, folder)) is not { } file)
            return Results.NotFound();

        context.Response.Headers.CacheControl = "public, max-age=300";
        // A range in an unknown unit asks for the whole file (RFC 9110, 14.2); Results.File would take any unit for
        // bytes.
        if (!context.Request.Headers.Range.ToString().StartsWith("bytes=", StringComparison.OrdinalIgnoreCase))
            context.Request.Headers.Range = default;
        var full = folder.FullPath(file);
        var modified = File.GetLastWriteTimeUtc(full);
        return Results.File(
            full,
            PublicFile.ContentType(file),
            PublicFile.IsShownInBrowser(file) ? null : Path.GetFileName(file),
            lastModified: modified,
            entityTag: tags.Of(full),
            enableRangeProcessing: true
        );
    }

    static bool IsPublic(string file, Library library, ContentFolder folder) =>
        ContentFolder.PathBeside("", file) == file
        && PublicFile.IsAllowed(file)
        && library.IsPublicFile(file)
        && folder.SizeOf(file) is not null;
}
