using AngleSharp.Html.Parser;
using Microsoft.Data.Sqlite;
using Serilog.Events;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting;

public sealed class ErrorPageTests
{
    [Fact]
    public async Task What_is_not_there_is_told_with_a_way_on()
    {
        await using var test = await TestSite.Of(ContentOf.Pillars());
        var answer = await test.Get("/reports/nothing");
        Assert.Equal((404, "text/html; charset=utf-8"), (answer.Status, answer["Content-Type"]));
        Assert.Contains("没有找到这个页面", answer.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/archive\"", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_errors_are_nobodys_address()
    {
        var log = new LogLines();
        await using var test = await TestSite.Of(ContentOf.Pillars(), log: log.Log);
        var asked = await test.Get("/error/500");
        Assert.Equal(404, asked.Status);
        Assert.Contains("没有找到这个页面", asked.Text, StringComparison.Ordinal);
        Assert.Equal(LogEventLevel.Information, (await log.With("GET /error/500 404")).Level);
    }

    [Theory]
    [InlineData("alter table reports rename to gone")]
    [InlineData("drop table edition")]
    [Needs(NeedsAttribute.Time)]
    public async Task A_failure_is_a_sentence_and_a_number_that_the_log_knows(string harm)
    {
        var log = new LogLines();
        await using var test = await TestSite.Of(ContentOf.Pillars(), log: log.Log);
        test.Harm(harm);
        var answer = await test.Get("/archive");
        Assert.Equal((500, "text/html; charset=utf-8"), (answer.Status, answer["Content-Type"]));
        Assert.Contains("no-store", answer["Cache-Control"], StringComparison.Ordinal);
        Assert.Contains("网站出了一点问题", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sqlite", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", answer.Text, StringComparison.Ordinal);

        var told = await log.With(NumberOn(answer));
        Assert.Equal(LogEventLevel.Error, told.Level);
        Assert.StartsWith("GET /archive 500 ", told.Text, StringComparison.Ordinal);
        Assert.IsType<SqliteException>(told.Exception);
    }

    [Fact]
    public async Task One_failing_page_leaves_the_others_standing()
    {
        await using var test = await TestSite.Of(ContentOf.Report("---\n网址: jia\n---\n# 甲"));
        test.Harm("drop table bodies");
        Assert.Equal(500, (await test.Get("/reports/jia")).Status);
        Assert.Equal(200, (await test.Get("/archive")).Status);
    }

    static string NumberOn(Answer answer) =>
        new HtmlParser()
            .ParseDocument(answer.Text)
            .QuerySelectorAll("p")
            .Select(line => line.TextContent)
            .Single(line => line.StartsWith("编号：", StringComparison.Ordinal))[3..];
}
