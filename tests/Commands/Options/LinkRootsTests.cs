using WorkReports.Commands.Options;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands.Options;

/// <summary>The setting that lets links lead out of the content folder names folders that are there.</summary>
public sealed class LinkRootsTests : IDisposable
{
    readonly ContentOf content = ContentOf.Nothing().With("一/a", "x").With("二/b", "x");

    IEnumerable<string> Faults(string roots) =>
        SettingsCheck.Faults(new Settings { Content = content.Folder, LinkRoots = roots }, VerbNeeds.Content);

    [Fact]
    public void None_and_folders_that_are_there_are_fine()
    {
        var (one, two) = (Path.Combine(content.Folder, "一"), Path.Combine(content.Folder, "二"));
        Assert.Empty(Faults("none"));
        Assert.Empty(Faults($"{one}; {two}"));
        Assert.Equal([one, two], new Settings { LinkRoots = $"{one}; {two}" }.LinkRootFolders);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told() =>
        Assert.Contains("/nowhere' does not exist", Assert.Single(Faults("/nowhere")));

    [Fact]
    public void The_whole_disk_is_refused() => Assert.Contains("whole disk", Assert.Single(Faults("/")));

    public void Dispose() => content.Dispose();
}
