using System.Net;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Endpoints;

public sealed class ReportSourceTests
{
    [Fact]
    public async Task The_source_is_the_file_as_its_editor_wrote_it()
    {
        await using var site = await TestSite.Of(
            ContentOf.Report("---\r\n标题: 甲\r\n网址: a\r\n---\r\n**正文**。\r\n")
        );
        var answer = await site.Http.GetAsync("/reports/a.md", TestContext.Current.CancellationToken);
        Assert.Equal("text/markdown", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            "---\n标题: 甲\n网址: a\n---\n**正文**。\n",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }

    [Theory]
    [InlineData("草稿: 是")]
    [InlineData("撤稿: 有误。")]
    [InlineData("发布日期: 2099-01-01")]
    public async Task The_source_of_what_is_not_visible_is_not_found(string line)
    {
        await using var site = await TestSite.Of(ContentOf.Report($"---\n网址: a\n{line}\n---\n正文。"));
        Assert.Equal(HttpStatusCode.NotFound, await site.Status("/reports/a.md"));
        Assert.Equal(HttpStatusCode.NotFound, await site.Status("/reports/a/qr.svg"));
    }
}
