using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using WorkReports.Commands.Options;
using WorkReports.Tests.Support;

namespace WorkReports.Tests;

/// <summary>A folder that cannot be written to is told with what mends it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class WritableFolderTests : IDisposable
{
    readonly ContentOf folder = ContentOf.Nothing();

    [Fact]
    public void One_that_can_be_written_to_is_made_and_left_empty()
    {
        var missing = Path.Combine(folder.Folder, "a", "b");
        Assert.Null(WritableFolder.Trouble(missing));
        Assert.Empty(Directory.GetFileSystemEntries(missing));
    }

    [Fact]
    public void A_file_in_its_place_is_nobodys_right()
    {
        var trouble = WritableFolder.Trouble(Path.Combine(folder.With("file", "").Folder, "file"))!;
        Assert.DoesNotContain("chown", trouble, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("/new", "mkdir -p '.*/new' && ")]
    [Needs(NeedsAttribute.Program)]
    public async Task Where_rights_are_missing_it_says_who_the_program_is_and_what_to_run(string below, string make)
    {
        using var content = ContentOf.Pillars();
        File.SetUnixFileMode(folder.Folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var data = folder.Folder + below;
        using var program = ProgramProcess.WithoutPrivileges("--content", content.Folder, "--data", data);
        var typed = await program.End();
        Assert.Equal(ExitCode.WrongUsage, typed.Code);
        var told = Regex.Match(
            typed.Errors,
            $@"^--data: cannot write to the folder '.*': .* The program runs as (?<who>\d+:\d+) \(user:group\); whoever may, runs: {make}chown -R (?<whom>\d+:\d+) '(?<folder>.*)'\s*$"
        );
        Assert.True(told.Success, typed.Errors);
        Assert.Equal((told.Groups["who"].Value, data), (told.Groups["whom"].Value, told.Groups["folder"].Value));
    }

    public void Dispose()
    {
        File.SetUnixFileMode(folder.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        folder.Dispose();
    }
}
