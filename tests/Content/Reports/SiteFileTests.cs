using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Reports;

public sealed class SiteFileTests
{
    [Fact]
    public void The_profile_and_the_units_are_read()
    {
        using var index = TestIndex.Of(ContentOf.Pillars());
        var site = index.Ask(library => library.Site());
        Assert.Equal(("试验站", "https://www.example.cn"), (site.Name, site.Origin));
        Assert.Equal("第一试验单位", site.DefaultUnit!.Name);
        Assert.Equal("苏公网安备32000000000001号", site.DefaultUnit.PoliceRecord);
        Assert.Equal("https://beian.mps.gov.cn/#/query/webSearch?code=32000000000001", site.DefaultUnit.PoliceRegister);
        Assert.Null(site.Unit("second")!.Address);
    }

    [Fact]
    public void More_units_than_any_text_can_be_searched_for_are_refused_and_the_last_ones_stand()
    {
        using var index = TestIndex.Of(ContentOf.Pillars());
        var many = string.Concat(Enumerable.Range(0, 501).Select(number => $"  - 名称: 甲{number}单位\n"));
        index.Content.With("site.yml", "名称: 甲\n单位:\n" + many);
        var told = Assert.Single(index.Publish().Problems, problem => problem.IsError);
        Assert.Equal(
            ("site.yml", "list-long", "发布单位有 501 个，最多 500 个。"),
            (told.File, told.Code, told.Message)
        );
        Assert.Equal("第一试验单位", index.Ask(library => library.Site()).DefaultUnit!.Name);
    }

    [Theory]
    [InlineData("域名: http://www.example.cn", "http://www.example.cn")]
    [InlineData("域名: www.example.cn:8443", "https://www.example.cn:8443")]
    public void Keys_may_be_Chinese_and_a_domain_may_name_its_scheme(string line, string origin)
    {
        using var index = TestIndex.Of(ContentOf.Pillars().With("site.yml", $"名称: 甲\n{line}\n"));
        Assert.Equal(origin, index.Ask(library => library.Site()).Origin);
    }

    [Theory]
    [InlineData("domain: 不是 域名", "domain", 2)]
    [InlineData("site-code: 123", "site-code", 2)]
    [InlineData("security-contact: 0519-85685023", "security-contact", 2)]
    [InlineData("安全联系: http://www.example.cn/", "security-contact", 2)]
    [InlineData("security-contact: a@b", "security-contact", 2)]
    [InlineData("security-contact: javascript:alert(1)", "security-contact", 2)]
    [InlineData("grey-days: [13-45]", "grey-day", 2)]
    [InlineData("nmae: 甲", "key-unknown", 2)]
    [InlineData("units:\n  - slug: 单位\n    name: 甲", "slug", 3)]
    [InlineData("units: 甲", "type-entries", 2)]
    public void A_mistake_is_told_with_its_line(string lines, string code, int line)
    {
        var problem = Assert.Single(
            Reading.Problems(ContentOf.Nothing().With("site.yml", $"name: 甲\n{lines}\n")),
            problem => problem.IsError
        );
        Assert.Equal(("site.yml", code, line), (problem.File, problem.Code, problem.Line));
    }

    [Fact]
    public void A_profile_with_errors_leaves_the_last_one_standing()
    {
        using var index = TestIndex.Of(ContentOf.Pillars());
        index.Content.With("site.yml", "name: 新名\nunits: 坏");
        Assert.Contains(index.Publish().Problems, problem => problem.Code == "type-entries");
        Assert.Equal("试验站", index.Ask(library => library.Site()).Name);
    }

    [Fact]
    public void Without_a_site_yml_the_site_still_serves_and_says_so()
    {
        using var index = new TestIndex(
            ContentOf.Pillars().Without("site.yml").With("政治机关/2021-08-31-甲.md", "甲。")
        );
        Assert.Equal("site-missing", Assert.Single(index.Publish().Problems).Code);
        Assert.Single(index.Titles());
    }

    [Fact]
    public void Grey_days_begin_and_end_at_midnight_in_Beijing()
    {
        var site = new SiteProfile { GreyDays = ["12-13", "2022-12-06"] };
        static DateTimeOffset At(string moment) =>
            DateTimeOffset.Parse(moment + "+08:00", System.Globalization.CultureInfo.InvariantCulture);
        Assert.False(site.IsGrey(At("2026-12-12T23:59:59")));
        Assert.True(site.IsGrey(At("2026-12-13T00:00:00")));
        Assert.True(site.IsGrey(At("2027-12-13T23:59:59").ToUniversalTime()));
        Assert.False(site.IsGrey(At("2026-12-14T00:00:00")));
        Assert.True(site.IsGrey(At("2022-12-06T12:00:00")));
        Assert.False(site.IsGrey(At("2023-12-06T12:00:00")));
    }
}
