using WorkReports.Index;

namespace WorkReports.Content;

/// <summary>What a look at the content found: with the same eyes as publishing, and without an index.</summary>
/// <param name="Files">How many Markdown files were looked at.</param>
/// <param name="Problems">In the order of files and lines.</param>
public sealed record Inspection(int Files, IReadOnlyList<Problem> Problems)
{
    public int Errors => Problems.Count(problem => problem.IsError);

    /// <param name="isMeant">The files to look at, by their paths; null for all of them, and what they are together.</param>
    public static Inspection Of(ContentFolder folder, Func<string, bool>? isMeant = null, CancellationToken stop = default)
    {
        var listing = folder.List();
        var register = new RegisterReader(folder).Read(listing.PillarFiles, listing.Closed);
        var files = listing.Files.Count(file => isMeant is null || isMeant(file.Path));
        var problems = register.Problems.Where(problem => isMeant is null || isMeant(problem.File)).ToList();
        var holders = new Dictionary<string, string>();
        var reports = listing.Reports.Where(file => isMeant is null || isMeant(file.Path));
        foreach (var read in new ReportReader(folder, register, new Dictionary<string, IndexedFile>()).Read(reports, stop))
        {
            var parsed = read.Parsed!;
            problems.AddRange(parsed.Problems);
            if (parsed.Report is { } report && !holders.TryAdd(report.Slug, report.Path))
                problems.Add(Publisher.SameAddress(report, parsed.AddressLine, holders[report.Slug]));
        }
        return new Inspection(files, InOrder(problems));
    }

    static List<Problem> InOrder(IEnumerable<Problem> problems) =>
        [.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.At.Line).ThenBy(problem => problem.At.Column)];
}
