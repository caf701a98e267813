using Serilog.Events;
using Serilog.Parsing;
using WorkReports.Hosting.Logging;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Logging;

/// <summary>The log's files: by Beijing days, split by size, kept for days.</summary>
public sealed class LogFilesTests : IDisposable
{
    readonly ContentOf folder = ContentOf.Nothing();

    LogFiles Open(int days = 200) => new(folder.Folder, days, new LineFormatter(asJson: false), new LogFileFailure());

    static LogEvent Line(DateTimeOffset time, string text = "甲") =>
        new(time, LogEventLevel.Information, null, new MessageTemplateParser().Parse(text), []);

    static DateTimeOffset Noon(int year, int month, int day) => new(year, month, day, 12, 0, 0, BeijingTime.Offset);

    IEnumerable<string> Names =>
        Directory.GetFiles(folder.Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    [Fact]
    public void A_day_is_Beijings()
    {
        using (var files = Open())
        {
            files.Emit(Line(new DateTimeOffset(2026, 11, 30, 15, 59, 59, TimeSpan.Zero)));
            files.Emit(Line(new DateTimeOffset(2026, 11, 30, 16, 0, 0, TimeSpan.Zero), "乙"));
        }
        Assert.Equal(["workreports-20261130.log", "workreports-20261201.log"], Names);
        Assert.Equal(
            "2026-12-01 00:00:00 +08:00 INF 乙\n",
            File.ReadAllText(Path.Combine(folder.Folder, "workreports-20261201.log")).ReplaceLineEndings("\n")
        );
    }

    [Fact]
    public void A_start_goes_on_in_the_days_file()
    {
        foreach (var text in new[] { "甲", "乙" })
        {
            using var files = Open();
            files.Emit(Line(Noon(2026, 11, 30), text));
        }
        Assert.Equal(2, File.ReadAllLines(Path.Combine(folder.Folder, Assert.Single(Names))).Length);
    }

    [Fact]
    public void Size_splits_a_day_and_deletes_nothing()
    {
        using (var large = File.Create(Path.Combine(folder.Folder, "workreports-20261130.log")))
            large.SetLength(50 * 1024 * 1024);
        using (var larger = File.Create(Path.Combine(folder.Folder, "workreports-20261130_001.log")))
            larger.SetLength(50 * 1024 * 1024 - 1);
        using (var files = Open(days: 1))
        {
            files.Emit(Line(Noon(2026, 11, 30)));
            files.Emit(Line(Noon(2026, 11, 30)));
        }
        Assert.Equal(
            ["workreports-20261130.log", "workreports-20261130_001.log", "workreports-20261130_002.log"],
            Names
        );
    }

    [Fact]
    public void Old_files_go_when_a_day_begins_and_never_at_a_start()
    {
        folder
            .With("workreports-20260512.log", "")
            .With("workreports-20260513_001.log", "")
            .With("workreports-20260514.log", "")
            .With("workreports-20250101.log.gz", "")
            .With("others-20250101.log", "");
        string[] kept = ["others-20250101.log", "workreports-20250101.log.gz", "workreports-20260514.log"];
        using (var files = Open())
        {
            files.Emit(Line(Noon(2026, 11, 29)));
            Assert.Equal(6, Names.Count());
            files.Emit(Line(Noon(2026, 11, 30)));
        }
        Assert.Equal([.. kept, "workreports-20261129.log", "workreports-20261130.log"], Names);
    }

    [Fact]
    public void For_ever_is_for_ever()
    {
        folder.With("workreports-20100101.log", "");
        using (var files = Open(days: 0))
        {
            files.Emit(Line(Noon(2026, 11, 29)));
            files.Emit(Line(Noon(2026, 11, 30)));
        }
        Assert.Equal(3, Names.Count());
    }

    [Fact]
    public void A_folder_that_is_away_costs_lines_and_nothing_else()
    {
        using var files = Open();
        files.Emit(Line(Noon(2026, 11, 29)));
        Directory.Delete(folder.Folder, recursive: true);
        File.WriteAllText(folder.Folder, "a file in its place");
        files.Emit(Line(Noon(2026, 11, 30)));
        File.Delete(folder.Folder);
        files.Emit(Line(Noon(2026, 11, 30), "乙"));
        Assert.Contains(
            "乙",
            File.ReadAllText(Path.Combine(folder.Folder, Assert.Single(Names))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    [Needs(NeedsAttribute.Program)]
    public async Task A_start_deletes_nothing_and_tells_what_will_go()
    {
        using var content = ContentOf.Pillars();
        using var data = ContentOf.Nothing();
        folder.With("workreports-20200101.log", "").With("workreports-20200102.log", "");
        using var program = new ProgramProcess([
            "--content",
            content.Folder,
            "--data",
            data.Folder,
            "--urls",
            "http://127.0.0.1:0",
            "--log-folder",
            folder.Folder,
        ]);
        await program.Says(" WRN 2 log files are older than 200 days and go when the next day begins");
        await program.Says("Now listening on:");
        program.Terminate();
        await program.End();
        Assert.Equal(["workreports-20200101.log", "workreports-20200102.log"], Names.Take(2));
    }

    public void Dispose()
    {
        if (File.Exists(folder.Folder))
            File.Delete(folder.Folder);
        folder.Dispose();
    }
}
