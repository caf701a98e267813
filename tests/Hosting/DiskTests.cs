using System.Runtime.Versioning;
using WorkReports.Journal;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

/// <summary>A disk that is full or read-only: readers have the last edition, it is said once, and mends itself.</summary>
[UnsupportedOSPlatform("windows")]
[Needs(NeedsAttribute.Program)]
public sealed class DiskTests() : OverFolders(ContentOf.Report("---\n网址: a\n---\n第一版。", Path))
{
    readonly ContentOf aside = ContentOf.Nothing();

    const string Path = "政治机关/2021-08-31-甲.md";
    const string Ready = "ready\n";
    const string Troubled = "ready, but the index cannot be written; the log says why\n";

    string Small => $"mount -t tmpfs -o size=8m none '{Data.Folder}'";

    string Large => $"mount -t tmpfs -o size=64m none '{Data.Folder}'";

    /// <summary>Until nothing more goes in.</summary>
    string Fill => $"dd if=/dev/zero of='{Data.Folder}/fill' bs=4k 2>/dev/null || true";

    string Free => $"rm '{Data.Folder}/fill'";

    /// <summary>Made read-only beside its place, since a mount that somebody is writing to cannot be.</summary>
    string Lock =>
        $"mount --bind '{Data.Folder}' '{aside.Folder}' && mount -o remount,bind,ro '{aside.Folder}' && mount --move '{aside.Folder}' '{Data.Folder}'";

    [Fact]
    public async Task A_first_start_on_a_full_disk_waits_for_space()
    {
        using var program = ProgramProcess.Apart($"{Small} && {Fill}", Serve);
        var origin = await program.Says("Now listening on:");
        await Until(origin + "/readyz", "not ready: the disk is full\n");
        await Until(origin + "/archive", "网站正在准备");
        await program.Do(Free);
        await Until(origin + "/reports/a", "第一版");
        await Until(origin + "/readyz", Ready);
        await Ends(program, [JournalEvent.Published]);
    }

    [Fact]
    public async Task A_disk_that_runs_full_leaves_readers_the_last_edition_and_the_next_comes_when_there_is_space()
    {
        using var program = ProgramProcess.Apart(Small, Serve);
        var origin = await program.Says("Now listening on:");
        await Until(origin + "/readyz", Ready);
        await program.Do(Fill);
        Content.With(Path, $"---\n网址: a\n---\n第二版。\n\n{new string('字', 100_000)}");
        await program.Says("The content could not be published, readers keep the last edition: SQLite Error 13");
        await Until(origin + "/readyz", "ready, but the disk is full\n");
        foreach (var address in new[] { "/reports/a", "/reports/a?q=x" })
            Assert.Contains("第一版", await Get(origin + address), StringComparison.Ordinal);
        await program.Do(Free);
        await program.Says("The content is published again");
        await Until(origin + "/reports/a", "第二版");
        await Until(origin + "/readyz", Ready);
        await Ends(program, [JournalEvent.Published, JournalEvent.Changed]);
    }

    [Fact]
    public async Task A_disk_with_less_than_a_tenth_free_is_told_until_there_is_space()
    {
        using var program = ProgramProcess.Apart(Large, Serve);
        var origin = await program.Says("Now listening on:");
        await Until(origin + "/readyz", Ready);
        await program.Do($"dd if=/dev/zero of='{Data.Folder}/fill' bs=1M count=60 2>/dev/null");
        await program.Says($" WRN Space runs out: less than 10 % of the disk of {Data.Folder} is free");
        await Until(origin + "/readyz", $"ready, but less than 10 % of the disk of {Data.Folder} is free\n");
        await program.Do(Free);
        await program.Says("There is space again");
        await Until(origin + "/readyz", Ready);
        Assert.Equal(1, program.HasSaid("Space runs out"));
    }

    [Fact]
    public async Task A_start_on_a_full_disk_serves_the_index_that_is_there()
    {
        await Publish();
        using var kept = ContentOf.Copy(Data.Folder);
        Content.With(Path, "---\n网址: a\n---\n第二版。");
        using var program = ProgramProcess.Apart($"{Small} && cp '{kept.Folder}'/* '{Data.Folder}' && {Fill}", Serve);
        await ServesTheLastUntil(program, Free);
    }

    [Fact]
    public async Task A_start_on_a_read_only_disk_serves_the_index_that_is_there()
    {
        await Publish();
        Content.With(Path, "---\n网址: a\n---\n第二版。");
        using var program = ProgramProcess.Apart(Lock, Serve);
        await ServesTheLastUntil(program, $"umount --lazy '{Data.Folder}'");
    }

    [Fact]
    public async Task A_start_on_a_read_only_disk_serves_what_a_killed_program_left_there()
    {
        using (var killed = new ProgramProcess(Serve))
            await Until(await killed.Says("Now listening on:") + "/readyz", Ready);
        Assert.NotEqual(0, new FileInfo(System.IO.Path.Combine(Data.Folder, "index.db-wal")).Length);
        Content.With(Path, "---\n网址: a\n---\n第二版。");
        using var program = ProgramProcess.Apart(Lock, Serve);
        await ServesTheLastUntil(program, $"umount --lazy '{Data.Folder}'");
    }

    [Fact]
    public async Task A_start_on_a_read_only_disk_without_an_index_is_refused_in_a_sentence()
    {
        using var program = ProgramProcess.Apart(Lock, Serve);
        var typed = await program.End();
        Assert.Equal(2, typed.Code);
        Assert.Matches("^--data: cannot write to the folder '.*': Read-only file system", typed.Errors);
    }

    [Fact]
    public async Task A_disk_that_turns_read_only_leaves_readers_the_last_edition()
    {
        using var program = ProgramProcess.Apart("true", Serve);
        var origin = await program.Says("Now listening on:");
        await Until(origin + "/readyz", Ready);
        await program.Do(Lock);
        Content.With(Path, "---\n网址: a\n---\n第二版。");
        await program.Says("The content could not be published, readers keep the last edition: SQLite Error 8");
        await Until(origin + "/readyz", Troubled);
        foreach (var address in new[] { "/reports/a", "/reports/a?q=x" })
            Assert.Contains("第一版", await Get(origin + address), StringComparison.Ordinal);
        await program.Do($"umount --lazy '{Data.Folder}'");
        await Until(origin + "/reports/a", "第二版");
        await Until(origin + "/readyz", Ready);
        await Ends(program, [JournalEvent.Published, JournalEvent.Changed]);
    }

    async Task ServesTheLastUntil(ProgramProcess program, string mended)
    {
        var origin = await program.Says("Now listening on:");
        await Until(origin + "/readyz", Troubled);
        foreach (var address in new[] { "/reports/a", "/reports/a?q=x", "/archive" })
            Assert.Contains(
                address == "/archive" ? "共 1 篇" : "第一版",
                await Get(origin + address),
                StringComparison.Ordinal
            );
        await program.Do(mended);
        await Until(origin + "/reports/a", "第二版");
        await Until(origin + "/readyz", Ready);
        await Ends(program, [JournalEvent.Published, JournalEvent.Changed]);
    }

    /// <summary>Its log holds each trouble once, and its journal what happened.</summary>
    async Task Ends(ProgramProcess program, JournalEvent[] happened)
    {
        using var copy = ContentOf.Nothing();
        await program.Do($"cp '{Data.Folder}'/journal.db '{copy.Folder}'");
        program.Terminate();
        Assert.Equal(0, (await program.End()).Code);
        Assert.Equal(
            (1, 1),
            (program.HasSaid("The content could not be published"), program.HasSaid("The content is published again"))
        );
        var journal = new JournalFile(new Settings { Data = copy.Folder });
        Assert.Equal(happened, journal.Entries().Where(entry => entry.Slug.Length > 0).Select(entry => entry.Event));
        Assert.Null(journal.FirstBrokenLink());
    }

    public override void Dispose()
    {
        base.Dispose();
        aside.Dispose();
    }
}
