using WorkReports.Index;

namespace WorkReports.Content;

/// <summary>What a scan did.</summary>
/// <param name="Edition">The number of the edition that stands now.</param>
/// <param name="Files">Markdown files in the folder.</param>
/// <param name="Read">Files that were new or changed.</param>
/// <param name="Removed">Files that are gone.</param>
/// <param name="Problems">Everything that is wrong with the content now, of files that did not change too.</param>
public sealed record Publication(long Edition, int Files, int Read, int Removed, IReadOnlyList<Problem> Problems);

/// <summary>Brings the index up to what the content folder holds. The only place where content and index meet.</summary>
public sealed class Publisher(ContentFolder folder, Indexer indexer)
{
    const int BatchSize = 256;

    /// <summary>Reads what is new or changed, and commits it as one edition. Nothing new: no new edition.</summary>
    public Publication Publish(IProgress<(int Done, int Of)>? progress = null, CancellationToken stop = default)
    {
        var listing = folder.List();
        var register = new RegisterReader(folder, indexer.Profile(), indexer.Pillars()).Read(listing);
        var changes = Changes.Find(folder, listing, register, indexer);
        if (changes.Any) Write(register, changes, progress, stop);
        return new Publication(indexer.Edition(), listing.Files.Count, changes.Changed.Count, changes.Gone.Count, indexer.Problems());
    }

    /// <summary>Reads everything and only tells what is wrong: with the same eyes as publishing, without an index.</summary>
    public static IReadOnlyList<Problem> Check(ContentFolder folder)
    {
        var listing = folder.List();
        var register = new RegisterReader(folder).Read(listing);
        var problems = new List<Problem>(register.Problems);
        var holders = new Dictionary<string, string>();
        var reports = listing.Files.Where(file => !ContentFolder.IsPillarFile(file.Path));
        foreach (var read in new ReportReader(folder, register, new Dictionary<string, IndexedFile>()).Read(reports, CancellationToken.None))
        {
            var parsed = read.Parsed!;
            problems.AddRange(parsed.Problems);
            if (parsed.Report is { } report && !holders.TryAdd(report.Slug, report.Path)) problems.Add(SameAddress(report, parsed.AddressLine, holders[report.Slug]));
        }
        return [.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];
    }

    internal static Problem SameAddress(Report report, int line, string holder) =>
        new(report.Path, line, Severity.Error, "address-taken", $"网址“{report.Slug}”已经被“{holder}”占用。请在文件头写一个不同的“网址”，或者改文件名。");

    void Write(Register register, Changes changes, IProgress<(int Done, int Of)>? progress, CancellationToken stop)
    {
        using var edition = indexer.Begin();
        if (changes.ReadAll) edition.Put(register.Site, register.Pillars, register.Problems, register.Context);
        edition.Forget(changes.Gone);
        var reader = new ReportReader(folder, register, changes.Trusted);
        var writer = new EditionWriter(edition, folder, reader);
        var done = 0;
        foreach (var batch in reader.Read(changes.Changed, stop).Chunk(BatchSize))
        {
            stop.ThrowIfCancellationRequested();
            writer.Write(batch);
            progress?.Report((done += batch.Length, changes.Changed.Count));
        }
        writer.Settle();
        edition.Commit();
    }
}
