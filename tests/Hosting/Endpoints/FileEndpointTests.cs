using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Endpoints;

public sealed class FileEndpointTests(FileEndpointTests.Running running) : IClassFixture<FileEndpointTests.Running>
{
    static readonly byte[] Picture = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

    public sealed class Running()
        : SharedSite(
            ContentOf
                .Pillars()
                .With("政治机关/图.png", Picture)
                .With("政治机关/画.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
                .With("政治机关/附件/表 (一).xlsx", [1])
                .With("政治机关/附件/data.csv", "a,b")
                .With("政治机关/附件/文.pdf", [1])
                .With(
                    "政治机关/2021-08-31-甲.md",
                    "---\n附件: [附件/表 (一).xlsx, 附件/data.csv, 附件/文.pdf]\n---\n![图](图.png)\n\n![画](画.svg)"
                )
                .With("政治机关/草稿.png", [1])
                .With("政治机关/2021-08-30-乙.md", "---\n草稿: 是\n---\n![图](草稿.png)")
                .With("政治机关/定时.png", [1])
                .With("政治机关/2021-08-29-丙.md", "---\n发布日期: 2026-11-25\n---\n![图](定时.png)")
                .With("政治机关/撤稿.png", [1])
                .With("政治机关/2021-08-28-丁.md", "---\n撤稿: 有误。\n---\n![图](撤稿.png)")
                .With("政治机关/.藏.png", [1])
                .With("政治机关/无人用.png", [1])
                .With("README.md", "指南")
        );

    [Theory]
    [InlineData("图.png", "image/png")]
    [InlineData("画.svg", "image/svg+xml")]
    [InlineData("附件/文.pdf", "application/pdf")]
    public async Task What_a_browser_shows_is_shown(string file, string type)
    {
        var answer = await Get("政治机关/" + file);
        Assert.Equal((200, type, ""), (answer.Status, answer["Content-Type"], answer["Content-Disposition"]));
    }

    [Theory]
    [InlineData("附件/data.csv", "text/csv", "attachment; filename=data.csv; filename*=UTF-8''data.csv")]
    [InlineData(
        "附件/表 (一).xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "attachment; filename=\"_ (_).xlsx\"; filename*=UTF-8''%E8%A1%A8%20%28%E4%B8%80%29.xlsx"
    )]
    public async Task The_rest_is_offered_by_its_own_name(string file, string type, string disposition)
    {
        var answer = await Get("政治机关/" + file);
        Assert.Equal((200, type, disposition), (answer.Status, answer["Content-Type"], answer["Content-Disposition"]));
    }

    [Fact]
    public async Task A_file_opened_by_itself_may_do_nothing()
    {
        var answer = await Get("政治机关/画.svg");
        Assert.StartsWith("default-src 'none';", answer["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.EndsWith("; sandbox", answer["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("nosniff", answer["X-Content-Type-Options"]);
    }

    [Theory]
    [InlineData("政治机关/2021-08-31-甲.md")]
    [InlineData("政治机关/_index.md")]
    [InlineData("README.md")]
    [InlineData("site.yml")]
    [InlineData("政治机关/.藏.png")]
    [InlineData("政治机关/无人用.png")]
    [InlineData("政治机关/草稿.png")]
    [InlineData("政治机关/定时.png")]
    [InlineData("政治机关/撤稿.png")]
    [InlineData("政治机关/没有.png")]
    [InlineData("政治机关/图.PNG")]
    [InlineData("政治机关/图.png/")]
    [InlineData("政治机关/图.png.")]
    [InlineData("政治机关/图.png ")]
    [InlineData("政治机关//图.png")]
    [InlineData("政治机关\\图.png")]
    [InlineData("政治机关")]
    [InlineData("")]
    public async Task Nothing_else_leaves_the_folder(string path) => Assert.Equal(404, (await Get(path)).Status);

    [Theory]
    [InlineData("/files")]
    [InlineData("/files/../site.yml")]
    [InlineData("/files/%2e%2e/%2e%2e/etc/hostname.txt")]
    [InlineData("/files/..%2f..%2fetc%2fhostname.txt")]
    [InlineData("/files/%2e%2e%5c%2e%2e%5cetc%5chostname.txt")]
    [InlineData("/files//etc/hostname.txt")]
    [InlineData("/files/%2fetc%2fhostname.txt")]
    [InlineData("/files/x/../%E6%94%BF%E6%B2%BB%E6%9C%BA%E5%85%B3%2f%E5%9B%BE.png")]
    [InlineData("/files/%E6%94%BF%E6%B2%BB%E6%9C%BA%E5%85%B3/%252e%252e/%E5%9B%BE.png")]
    [InlineData("/files/%E6%94%BF%E6%B2%BB%E6%9C%BA%E5%85%B3/%E5%9B%BE.png%0a")]
    [InlineData("/files/%E6%94%BF%E6%B2%BB%E6%9C%BA%E5%85%B3/%E5%9B.png")]
    public async Task No_path_leads_out_of_the_folder(string target) =>
        Assert.Equal(404, await running.Site.RawStatus(target));

    [Fact]
    public async Task A_path_with_a_zero_byte_is_refused() =>
        Assert.Equal(
            400,
            await running.Site.RawStatus("/files/%E6%94%BF%E6%B2%BB%E6%9C%BA%E5%85%B3/%E5%9B%BE.png%00.txt")
        );

    [Fact]
    public async Task A_part_can_be_asked_for()
    {
        var answer = await Get("政治机关/图.png", ("Range", "bytes=2-4"));
        Assert.Equal((206, "bytes 2-4/10"), (answer.Status, answer["Content-Range"]));
        Assert.Equal([2, 3, 4], answer.Bytes);
        Assert.Equal(416, (await Get("政治机关/图.png", ("Range", "bytes=10-"))).Status);
    }

    [Theory]
    [InlineData("bytes=2-", "bytes 2-9/10", 8)]
    [InlineData("bytes=-3", "bytes 7-9/10", 3)]
    [InlineData("bytes=8-99", "bytes 8-9/10", 2)]
    [InlineData("bytes=0-0", "bytes 0-0/10", 1)]
    public async Task A_part_is_named_by_either_end(string range, string expected, int length)
    {
        var answer = await Get("政治机关/图.png", ("Range", range));
        Assert.Equal((206, expected, length), (answer.Status, answer["Content-Range"], answer.Bytes.Length));
        Assert.Equal("bytes", answer["Accept-Ranges"]);
    }

    [Theory]
    [InlineData("bytes=0-1,4-5")]
    [InlineData("bytes=9-1")]
    [InlineData("lines=1-2")]
    [InlineData("bytes=x")]
    public async Task What_is_no_single_part_is_the_whole(string range)
    {
        var answer = await Get("政治机关/图.png", ("Range", range));
        Assert.Equal((200, 10), (answer.Status, answer.Bytes.Length));
    }

    [Fact]
    public async Task A_part_beyond_the_end_is_told_with_the_length() =>
        Assert.Equal("bytes */10", (await Get("政治机关/图.png", ("Range", "bytes=10-")))["Content-Range"]);

    [Fact]
    public async Task A_part_is_added_to_the_same_file_alone()
    {
        var first = await Get("政治机关/图.png");
        foreach (var same in new[] { first["ETag"], first["Last-Modified"] })
            Assert.Equal(206, (await Get("政治机关/图.png", ("Range", "bytes=2-4"), ("If-Range", same))).Status);
        foreach (var other in new[] { "\"other\"", "W/" + first["ETag"], "Tue, 01 Jan 2019 00:00:00 GMT" })
        {
            var answer = await Get("政治机关/图.png", ("Range", "bytes=2-4"), ("If-Range", other));
            Assert.Equal((200, 10), (answer.Status, answer.Bytes.Length));
        }
        Assert.Equal(412, (await Get("政治机关/图.png", ("If-Match", "\"other\""))).Status);
    }

    [Fact]
    public async Task A_file_that_is_replaced_is_another_one()
    {
        await using var test = await TestSite.Of(ContentOf.Report("![图](图.png)").With("政治机关/图.png", Picture));
        var first = await test.Get("/files/政治机关/图.png");
        test.Content.With("政治机关/图.png", [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
        var second = await test.Get("/files/政治机关/图.png", ("Range", "bytes=0-1"), ("If-Range", first["ETag"]));
        Assert.Equal((200, 9), (second.Status, second.Bytes[0]));
        Assert.NotEqual(first["ETag"], second["ETag"]);
    }

    [Fact]
    public async Task A_large_file_comes_whole_and_in_parts()
    {
        var film = new byte[20_000_003];
        new Random(1).NextBytes(film);
        await using var test = await TestSite.Of(ContentOf.Report("[片](片.mp4)").With("政治机关/片.mp4", film));
        Assert.Equal(film, (await test.Get("/files/政治机关/片.mp4", ("Accept-Encoding", "gzip, br"))).Bytes);
        Assert.Equal(
            film[12_345_678..],
            (await test.Get("/files/政治机关/片.mp4", ("Range", "bytes=12345678-"))).Bytes
        );
        var head = await test.Send("HEAD", "/files/政治机关/片.mp4", ("Range", "bytes=5-9"));
        Assert.Equal((206, "5", 0), (head.Status, head["Content-Length"], head.Bytes.Length));
    }

    [Fact]
    public async Task What_a_reader_has_is_not_sent_again()
    {
        var first = await Get("政治机关/图.png");
        Assert.Equal(Picture, first.Bytes);
        var again = await Get("政治机关/图.png", ("If-None-Match", first["ETag"]));
        Assert.Equal((304, 0), (again.Status, again.Bytes.Length));
        Assert.Equal(304, (await Get("政治机关/图.png", ("If-Modified-Since", first["Last-Modified"]))).Status);
        Assert.Equal(200, (await Get("政治机关/图.png", ("If-None-Match", "\"other\""))).Status);
    }

    [Fact]
    public async Task The_head_alone_can_be_asked_for()
    {
        var answer = await running.Site.Send("HEAD", "/files/政治机关/图.png");
        Assert.Equal(
            (200, "10", "image/png", 0),
            (answer.Status, answer["Content-Length"], answer["Content-Type"], answer.Bytes.Length)
        );
    }

    [Fact]
    public async Task Files_come_and_go_with_their_report()
    {
        await using var test = await TestSite.Of(
            ContentOf
                .Pillars()
                .With("政治机关/图.png", Picture)
                .With(
                    "政治机关/2021-08-31-甲.md",
                    "---\n发布日期: 2026-11-24 12:30\n下线日期: 2026-11-24 13:00\n---\n![图](图.png)"
                )
        );
        Assert.Equal(404, (await test.Get("/files/政治机关/图.png")).Status);
        test.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(200, (await test.Get("/files/政治机关/图.png")).Status);
        test.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(404, (await test.Get("/files/政治机关/图.png")).Status);
    }

    Task<Answer> Get(string path, params (string Name, string Value)[] headers) =>
        running.Site.Get("/files/" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString)), headers);
}
