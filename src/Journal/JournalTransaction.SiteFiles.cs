using Dapper;
using WorkReports.Journal.Entries;

namespace WorkReports.Journal;

sealed partial class JournalTransaction
{
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
