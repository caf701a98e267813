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

    static readonly Dictionary<string, IndexedFile> NothingKnown = [];

    /// <summary>Reads what is new or changed, and commits it as one edition. Nothing new: no new edition.</summary>
    public Publication Publish(IProgress<(int Done, int Of)>? progress = null, CancellationToken stop = default)
    {
        var files = folder.MarkdownFiles();
        var register = new RegisterReader(folder).Read(files, indexer.Profile());
        var reports = files.Where(file => !RegisterReader.IsPillar(file)).ToList();
        var known = indexer.Files();
        var readAll = indexer.Context() != register.Context;
        var changed = reports.Where(file => readAll || !IsSame(file, known.GetValueOrDefault(file.Path))).ToList();
        var gone = known.Keys.Except(reports.Select(file => file.Path)).ToList();

        if (readAll || changed.Count > 0 || gone.Count > 0)
        {
            using var edition = indexer.Begin();
            if (readAll) edition.Put(register.Site, register.Pillars, register.Problems, register.Context);
            edition.Forget(gone);
            var reader = new ReportReader(folder, register, readAll ? NothingKnown : known);
            foreach (var batch in reader.Read(changed, stop).Chunk(BatchSize).Select((batch, number) => (batch, number)))
            {
                stop.ThrowIfCancellationRequested();
                Put(edition, batch.batch);
                progress?.Report((batch.number * BatchSize + batch.batch.Length, changed.Count));
            }
            edition.Commit();
        }
        return new Publication(indexer.Edition(), files.Count, changed.Count, gone.Count, indexer.Problems());
    }

    /// <summary>Reads everything and only tells what is wrong: with the same eyes as publishing, without an index.</summary>
    public static IReadOnlyList<Problem> Check(ContentFolder folder)
    {
        var files = folder.MarkdownFiles();
        var register = new RegisterReader(folder).Read(files, null);
        var problems = new List<Problem>(register.Problems);
        var holders = new Dictionary<string, string>();
        var reports = files.Where(file => !RegisterReader.IsPillar(file));
        foreach (var read in new ReportReader(folder, register, NothingKnown).Read(reports, CancellationToken.None))
        {
            problems.AddRange(read.Parsed!.Problems);
            if (read.Parsed.Report is { } report && !holders.TryAdd(report.Slug, report.Path)) problems.Add(SameAddress(report, holders[report.Slug]));
        }
        return [.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];
    }

    static void Put(NextEdition edition, IReadOnlyList<ReadFile> batch)
    {
        var problems = new List<Problem>();
        var seen = new List<IndexedFile>();
        foreach (var (file, hash, parsed) in batch)
        {
            var taken = parsed?.Report is { } report ? Put(edition, report) : null;
            if (taken is not null) problems.Add(taken);
            problems.AddRange(parsed?.Problems ?? []);
            // A taken address is tried again at every scan: its holder may have gone.
            seen.Add(new IndexedFile(file.Path, file.Size, file.Modified, taken is null ? hash : ""));
        }
        edition.Put(seen);
        edition.Put([.. batch.Where(read => read.Parsed is not null).Select(read => read.File.Path)], problems);
    }

    /// <summary>Null, or the problem that keeps the report out: another file holds its address.</summary>
    static Problem? Put(NextEdition edition, Report report)
    {
        if (edition.HolderOf(report.Slug) is { } holder && holder != report.Path) return SameAddress(report, holder);
        edition.Put(report);
        return null;
    }

    static Problem SameAddress(Report report, string holder) =>
        new(report.Path, 1, Severity.Error, "address-taken", $"网址“{report.Slug}”已经被“{holder}”占用。请在文件头写一个不同的“网址”，或者改文件名。");

    static bool IsSame(ContentFile file, IndexedFile? known) =>
        known is { Hash.Length: > 0 } && known.Size == file.Size && known.Modified == file.Modified;
}
