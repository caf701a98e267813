using System.Runtime.Versioning;
using WorkReports.Index.Editions;
using WorkReports.Journal;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Storage;

/// <summary>Drafts lie in the databases: nobody else on the machine reads them.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class DatabaseModeTests : IDisposable
{
    const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    const UnixFileMode OfGroup = Own | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;
    const UnixFileMode OfAll = OfGroup | UnixFileMode.OtherRead;

    readonly ContentOf data = ContentOf.Nothing();
    readonly ContentOf backups = ContentOf.Nothing();

    [Fact]
    public async Task All_files_of_a_running_site_are_the_users_alone()
    {
        await using var test = await TestSite.Of(ContentOf.Report("甲。"));
        var modes = Directory
            .GetFiles(test.Settings.Data, "*.db*")
            .ToDictionary(file => Path.GetFileName(file)!, ModeOf);
        Assert.Equal(["index.db", "index.db-shm", "index.db-wal", "journal.db"], modes.Keys.Order());
        Assert.All(modes.Values, mode => Assert.Equal(Own, mode));
    }

    [Fact]
    public async Task Where_the_folder_is_the_groups_they_are_too_and_so_is_a_copy()
    {
        await using var test = await TestSite.With(ContentOf.Report("甲。"), settings =>
            settings with
            {
                Data = OfItsGroup(),
            }
        );
        Assert.All(Directory.GetFiles(data.Folder, "*.db*"), file => Assert.Equal(OfGroup, ModeOf(file)));
        var copy = Path.Combine(backups.Folder, "a.db");
        Assert.Equal(0, (await Typed.Run("backup", copy, "--data", data.Folder)).Code);
        Assert.Equal(OfGroup, ModeOf(copy));
    }

    [Fact]
    public async Task A_copy_is_the_users_alone_as_the_journal_is()
    {
        using var index = TestIndex.Of(ContentOf.Report("甲。"));
        var copy = Path.Combine(backups.Folder, "a.db");
        Assert.Equal(0, (await Typed.Run("backup", copy, "--data", index.Data)).Code);
        Assert.Equal((Own, Own), (ModeOf(Path.Combine(index.Data, "journal.db")), ModeOf(copy)));
    }

    [Fact]
    public void Files_that_everybody_could_read_are_tightened_at_the_start()
    {
        var settings = new Settings { Data = data.Folder };
        using (new Database(settings))
            new JournalFile(settings).Entries();
        foreach (var file in Directory.GetFiles(data.Folder))
            File.SetUnixFileMode(file, OfAll);
        using var again = new Database(settings);
        new JournalFile(settings).Entries();
        Assert.All(Directory.GetFiles(data.Folder, "*.db"), file => Assert.Equal(Own, ModeOf(file)));
    }

    string OfItsGroup()
    {
        File.SetUnixFileMode(
            data.Folder,
            OfGroup | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute
        );
        return data.Folder;
    }

    static UnixFileMode ModeOf(string file) => File.GetUnixFileMode(file);

    public void Dispose()
    {
        data.Dispose();
        backups.Dispose();
    }
}
