using Serilog.Events;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Endpoints;

/// <summary>A picture that was published and is exchanged for one that its report would be refused for is not sent either.</summary>
public sealed class ExchangedFilesTests
{
    const string Active = "<svg xmlns='http://www.w3.org/2000/svg'>\n<script>alert(1)</script></svg>";
    const string Sound = "<svg xmlns='http://www.w3.org/2000/svg'>\n<rect/></svg>";

    static readonly Dictionary<string, (byte[] Clean, byte[] Refused, string Code)> Pictures = new()
    {
        ["画.svg"] = (Utf8(Sound), Utf8(Active), "svg-active"),
        ["照.jpg"] = (PhotoFile.Jpeg(), PhotoFile.Jpeg(PhotoFile.Exif()), "photo-place"),
        ["图.png"] = (PhotoFile.Png(), Utf8(Active), "svg-active"),
    };

    readonly LogLines log = new();

    static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    [Theory]
    [InlineData("画.svg")]
    [InlineData("照.jpg")]
    [InlineData("图.png")]
    public async Task It_is_not_sent_from_the_moment_on_at_which_it_lies_there_until_it_is_mended(string name)
    {
        var (clean, refused, code) = Pictures[name];
        var path = "政治机关/" + name;
        await using var site = await TestSite.Of(
            ContentOf.Report($"---\n网址: a\n---\n# 甲\n\n![图]({name})").With(path, clean),
            log: log.Log
        );
        Assert.Equal(clean, (await site.Get("/files/" + path)).Bytes);

        // Before anybody has looked at the folder again, and after.
        site.Content.With(path, refused);
        Assert.Equal(404, (await site.Get("/files/" + path)).Status);
        Assert.Equal(LogEventLevel.Warning, (await log.With($"{path} is not sent")).Level);
        await log.With(code + ")");
        site.Content.With("政治机关/2021-08-30-乙.md", "---\n网址: b\n---\n# 乙\n\n正文。");
        await site.UntilSaid("/reports/b", "正文");
        Assert.Equal(404, (await site.Get("/files/" + path)).Status);
        Assert.Equal(200, (await site.Get("/reports/a")).Status);

        site.Content.With(path, clean);
        Assert.Equal(clean, (await site.Get("/files/" + path)).Bytes);
    }

    [Fact]
    public async Task A_preview_shows_it_to_its_editor()
    {
        await using var site = await TestSite.OfPreview(
            ContentOf.Report("# 甲\n\n![图](照.jpg)").With("政治机关/照.jpg", Pictures["照.jpg"].Refused)
        );
        Assert.Equal(200, (await site.Get("/files/政治机关/照.jpg")).Status);
    }
}
