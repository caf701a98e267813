using System.Text.Json;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands.Modes;

/// <summary>A report that was written, changed, moved and removed, one day each from 24 November 2026 on.</summary>
public sealed class VersionsTests : IDisposable
{
    const string A = "政治机关/2021-08-31-试验.md";

    readonly TestIndex index = TestIndex.Of(ContentOf.Report(Text("a", "第一行\n\n第二行"), A));

    public VersionsTests()
    {
        NextDay(() => index.Content.With(A, Text("a", "第一行\n\n改过的第二行")));
        NextDay(() => index.Content.With(A, Text("b", "第一行\n\n改过的第二行")));
        NextDay(() => index.Content.Without(A));
    }

    static string Text(string slug, string body) => $"---\n网址: {slug}\n---\n# 甲\n\n{body}\n";

    void NextDay(Action act)
    {
        index.Clock.Advance(TimeSpan.FromDays(1));
        act();
        index.Publish();
    }

    Task<Typed> Journal(params string[] more) => Typed.Run(["journal", "--data", index.Data, .. more]);

    [Theory]
    [InlineData("a")]
    [InlineData("/reports/b")]
    public async Task All_of_a_report_is_listed_by_any_address_that_it_had(string address)
    {
        var typed = await Journal(address);
        Assert.Equal(
            ["发布", "修改", "改址", "发布", "删除"],
            typed.Output.Split('\n')[..^2].Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries)[2])
        );
    }

    [Theory]
    [InlineData("2026-11-24", "第二行")]
    [InlineData("2026年11月25日", "改过的第二行")]
    [InlineData("2026-11-25 11:59", "第二行")]
    [InlineData("2026-11-25 12:00", "改过的第二行")]
    [InlineData("2026-11-26", "改过的第二行")]
    public async Task The_text_that_stood_there_then_is_printed(string at, string line)
    {
        var typed = await Journal("a", "--at", at);
        Assert.Equal(0, typed.Code);
        Assert.Equal(line, typed.Output.TrimEnd('\n').Split('\n')[^1]);
    }

    [Theory]
    [InlineData("2026-11-23", "还没有报告")]
    [InlineData("2026-11-27", "报告已经删除")]
    public async Task Where_none_stood_it_is_said(string at, string words)
    {
        var typed = await Journal("a", "--at", at);
        Assert.Equal(1, typed.Code);
        Assert.Contains(words, typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_led_elsewhere_then_is_said_to()
    {
        var typed = await Journal("a", "--at", "2026-11-26");
        Assert.StartsWith("那时 a 已改址到 /reports/b。", typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_was_erased_is_said_to_be()
    {
        Assert.Equal(0, (await Journal("--erase", "1", "--reason", "x", "--yes")).Code);
        var typed = await Journal("a", "--at", "2026-11-24");
        Assert.Equal(1, typed.Code);
        Assert.StartsWith("第 1 条的正文已抹除", typed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "5")]
    [InlineData("a", "1", "5")]
    public async Task What_changed_between_two_versions_is_told_in_lines(params string[] which)
    {
        var typed = await Journal(["--diff", .. which]);
        Assert.Equal(0, typed.Code);
        Assert.Equal(
            ["- 第二行", "+ 改过的第二行"],
            typed.Output.Split('\n').Where(line => line is ['-' or '+', ' ', ..])
        );
    }

    [Fact]
    public async Task Without_numbers_it_is_between_the_last_two() =>
        Assert.Contains("- 网址: a\n+ 网址: b\n", (await Journal("a", "--diff")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Days_bound_the_list()
    {
        Assert.EndsWith("共 1 条记录。\n", (await Journal("--from", "2026-11-25", "--to", "2026-11-25")).Output);
        Assert.EndsWith("共 3 条记录。\n", (await Journal("--from", "2026-11-26")).Output);
        Assert.EndsWith("共 4 条记录。\n", (await Journal("--to", "2026-11-24")).Output);
    }

    [Fact]
    public async Task A_spreadsheet_gets_cells_that_are_no_formulas()
    {
        NextDay(() =>
            index.Content.With("政治机关/2021-09-01-乙.md", "---\n标题: '=HYPERLINK(\"x\"),y'\n网址: c\n---\n正文。")
        );
        var typed = await Journal("c", "--format", "csv");
        Assert.StartsWith("\uFEFFnumber,time,event,address,", typed.Output, StringComparison.Ordinal);
        Assert.Contains(",\"'=HYPERLINK(\"\"x\"\"),y\",", typed.Output, StringComparison.Ordinal);
        Assert.Equal(2, typed.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_program_gets_JSON()
    {
        var entries = JsonDocument.Parse((await Journal("b", "--format", "json")).Output).RootElement;
        Assert.Equal(5, entries.GetArrayLength());
        Assert.Equal("/reports/a", entries[2].GetProperty("formerly").GetString());
        Assert.Equal("2026-11-24T12:00:00+08:00", entries[0].GetProperty("time").GetString());
    }

    [Theory]
    [InlineData("--at", "gestern", "a")]
    [InlineData("--at", "2026-11-24")]
    [InlineData("--from", "13")]
    [InlineData("--format", "xml")]
    [InlineData("--diff")]
    [InlineData("--diff", "a", "b")]
    [InlineData("--at", "2026-11-24", "a", "--diff")]
    public async Task What_cannot_be_meant_is_wrong_usage(params string[] more) =>
        Assert.Equal(2, (await Journal(more)).Code);

    public void Dispose() => index.Dispose();
}
