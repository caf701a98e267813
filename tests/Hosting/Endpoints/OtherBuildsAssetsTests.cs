using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Endpoints;

/// <summary>Who comes with a page of another build gets styles, the present ones, and keeps them nowhere.</summary>
public sealed class OtherBuildsAssetsTests(OtherBuildsAssetsTests.Running running)
    : IClassFixture<OtherBuildsAssetsTests.Running>
{
    public sealed class Running() : SharedSite(ContentOf.Pillars());

    [Theory]
    [InlineData("/css/base.zzzzzzzzzz.css", "/css/base.css")]
    [InlineData("/CSS/Base.zzzzzzzzzz.css", "/css/base.css")]
    [InlineData("/js/modules/preferences.0123456789.js", "/js/modules/preferences.js")]
    [InlineData("/img/seal.abcdefghij.svg", "/img/seal.svg")]
    public async Task Another_print_leads_to_the_present_file(string asked, string present)
    {
        foreach (var coding in new[] { "identity", "br" })
        {
            var (answer, plain) = (
                await running.Site.Get(asked, ("Accept-Encoding", coding)),
                await running.Site.Get(present, ("Accept-Encoding", coding))
            );
            Assert.Equal((200, "no-store"), (answer.Status, answer["Cache-Control"]));
            Assert.Equal(plain["Content-Type"], answer["Content-Type"]);
            Assert.Equal(plain.Bytes, answer.Bytes);
        }
    }

    [Theory]
    [InlineData("/css/none.zzzzzzzzzz.css")]
    [InlineData("/css/base.zzzzzzzzz.css")]
    [InlineData("/css/base.zzzzzzzzzz.js")]
    [InlineData("/css/base.zzzzzzzzzz.zzzzzzzzzz.css")]
    [InlineData("/base.zzzzzzzzzz.css")]
    [InlineData("/files/base.zzzzzzzzzz.css")]
    public async Task What_no_build_has_is_not_there(string asked) =>
        Assert.Equal(404, (await running.Site.Get(asked)).Status);

    [Fact]
    public async Task The_names_of_this_build_are_what_they_were()
    {
        var sheet = (await running.Site.Page("/")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        Assert.NotEqual("no-store", (await running.Site.Get(sheet))["Cache-Control"]);
    }
}
