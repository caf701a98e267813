using System.Security.Cryptography;
using WorkReports.Content.Files;
using WorkReports.Content.Inspection;
using WorkReports.Content.Recording;
using WorkReports.Content.Rendering;

namespace WorkReports.Content.Reports;

/// <summary>A file that was opened.</summary>
/// <param name="Hash">Of its bytes; empty when it could not be read.</param>
/// <param name="Parsed">Null when the bytes are those that were published.</param>
sealed record ReadFile(ContentFile File, string Hash, ParsedReport? Parsed)
{
    /// <summary>True for a file that lies where reports lie, and makes none as it is.</summary>
    public bool IsBroken =>
        Hash.Length > 0
        && Parsed is { Report: null, Problems: var problems }
        && problems.All(problem => !ReportParser.OutOfPlace.Contains(problem.Code));
}

/// <summary>Opens and parses files, from any thread.</summary>
/// <param name="beforeReading">Told the path of each file first: a test can make one wait there.</param>
/// <param name="knownHashes">By path: a file whose bytes still hash to this would lead to what is published already.</param>
/// <param name="inspections">What was found in files before.</param>
sealed class ReportReader(
    ContentFolder folder,
    SiteContext context,
    IReadOnlyDictionary<string, string> knownHashes,
    FileInspections? inspections = null,
    Action<string>? beforeReading = null
)
{
    /// <summary>In place of the hash of a file that is never read.</summary>
    const string TooLarge = "too large";

    static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    readonly ReportParser parser = new(context, new FolderLinkResolver(folder, context.Site, inspections), folder);
    readonly LinkTargets targets = new(folder);

    /// <summary>Of what every file is read against beside its own bytes.</summary>
    public string InputsFingerprint => context.ReportInputsFingerprint;

    /// <summary>The last part of the address that a file will ask for; null for a file without one. Reads its head alone.</summary>
    public string? AddressOf(string path) =>
        targets.AddressOf(path) is { } address ? address[Address.Report("").Length..] : null;

    public ReadFile Read(ContentFile file) => Read(file, knownHashes);

    /// <summary>Also where its bytes are known.</summary>
    public ReadFile ReadAnew(ContentFile file) => Read(file, Nothing);

    ReadFile Read(ContentFile file, IReadOnlyDictionary<string, string> trusted)
    {
        beforeReading?.Invoke(file.Path);
        if (file.Size > ContentFolder.FileSizeLimit)
            return Unpublished(
                file,
                TooLarge,
                "file-large",
                $"文件有 {file.Size >> 20} MB，超过了 {ContentFolder.FileSizeLimit >> 20} MB。正文里是不是粘贴了图片？请把图片存成单独的文件。"
            );
        if (folder.Read(file.Path) is not { } bytes)
        {
            var (code, message) = PathFault.Of(folder.KindOf(file.Path));
            return Unpublished(file, "", code, message);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return trusted.TryGetValue(file.Path, out var known) && known == hash
            ? new ReadFile(file, hash, null)
            : Parse(file, hash, bytes);
    }

    ReadFile Parse(ContentFile file, string hash, byte[] bytes)
    {
        try
        {
            var parsed = parser.Parse(file.Path, bytes);
            if (parsed is not { Report: { } report, Reading: { } reading })
                return new ReadFile(file, hash, parsed);
            var version = reading.Draft || context.IsPreview ? null : RecordedVersion.Of(hash, bytes, reading);
            return new ReadFile(
                file,
                hash,
                parsed with
                {
                    Report = report with { Hash = hash, Reading = version?.ReadingHash ?? "" },
                    Version = version,
                }
            );
        }
        catch (Exception exception)
        {
            return Unpublished(file, hash, UnforeseenFault.Code, UnforeseenFault.MessageOf(exception));
        }
    }

    static ReadFile Unpublished(ContentFile file, string hash, string code, string message) =>
        new(
            file,
            hash,
            new ParsedReport(
                null,
                [new Problem(file.Path, 1, Severity.Error, code, message)],
                new Dictionary<string, string>()
            )
        );
}
