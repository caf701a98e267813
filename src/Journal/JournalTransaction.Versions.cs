using Dapper;
using WorkReports.Journal.Entries;
using WorkReports.Journal.Shared;

namespace WorkReports.Journal;

/// <summary>What versions are made of: their texts, and those of the files that all pages depend on.</summary>
sealed partial class JournalTransaction
{
    /// <summary>Hashes of texts that were put here, which are most of those that are asked for.</summary>
    readonly HashSet<string> put = [];

    /// <summary>Keeps texts, each once. One that was erased comes back where it is published again.</summary>
    public void PutTexts(IEnumerable<RecordedText> texts)
    {
        var all = texts.Select(text => new SharedText(text.Hash, text.Size, text.Compressed)).ToList();
        shared?.PutTexts(all);
        Put(all);
    }

    void Put(IReadOnlyCollection<SharedText> texts)
    {
        connection.Execute(
            """
            insert into texts values (@Hash, @Size, @Bytes)
            on conflict (hash) do update set bytes = excluded.bytes where bytes is null
            """,
            texts
        );
        put.UnionWith(texts.Select(text => text.Hash));
    }

    /// <summary>
    /// As it can be recorded: without its reading where nobody has its text any more, as after a journal was lost. An entry that names a text which
    /// is not kept would look like a forgery for ever.
    /// </summary>
    ReportStatus AsKept(ReportStatus report) =>
        report.Reading.Length == 0 || (IsKept(report.Content) && IsKept(report.Reading))
            ? report
            : report with
            {
                Reading = "",
            };

    /// <summary>One that was erased counts as kept: entries say of it that it is gone.</summary>
    bool IsKept(string hash) =>
        put.Contains(hash)
        || connection.ExecuteScalar<bool>("select exists (select 1 from texts where hash = @hash)", new { hash });

    /// <summary>True where anything was published below an entry; what admins did is no edition.</summary>
    public bool HasPublishedAfter(long number) =>
        connection.ExecuteScalar<bool>(
            "select exists (select 1 from entries where number > @number and event not in @admins)",
            new { number, admins = new[] { JournalEvent.Accepted, JournalEvent.Erased } }
        );

    /// <summary>Records the files that all pages depend on.</summary>
    /// <param name="read">Those that were read and are fit to be shown.</param>
    /// <param name="standing">Paths of those that stay as they are, since they cannot be read now.</param>
    public void RecordSiteFiles(IReadOnlyCollection<SiteFileVersion> read, IReadOnlyCollection<string> standing)
    {
        var known = connection.Query<SiteFileVersion>("select * from site_files").ToDictionary(file => file.Path);
        foreach (var file in read.Where(file => known.GetValueOrDefault(file.Path) != file))
        {
            Write(JournalEvent.SiteFileChanged, file);
            Put(file);
        }
        foreach (var path in known.Keys.Except(read.Select(file => file.Path)).Except(standing))
        {
            Write(JournalEvent.SiteFileRemoved, known[path]);
            RemoveSiteFile(path);
        }
    }

    void Put(SiteFileVersion file) =>
        connection.Execute("insert or replace into site_files values (@Path, @Title, @Content, @Reading)", file);

    void RemoveSiteFile(string path) => connection.Execute("delete from site_files where path = @path", new { path });

    void Write(JournalEvent happened, SiteFileVersion file) =>
        writer.Write(Entry(happened, "", file.Path, file.Title, file.Content) with { Reading = file.Reading });
}
