using Microsoft.Extensions.Time.Testing;
using WorkReports.Content;
using WorkReports.Content.Files;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content;

/// <summary>What only all files together show: empty and old columns, addresses that nobody has.</summary>
public sealed class StalenessCheckTests
{
    static IReadOnlyList<Problem> Of(ContentOf content, string now = "2021-09-30T12:00:00")
    {
        var clock = new FakeTimeProvider(
            DateTimeOffset.Parse(now + "+08:00", System.Globalization.CultureInfo.InvariantCulture)
        );
        using (content)
            return ContentCheck.Of(new ContentFolder(content.Folder), clock).Problems;
    }

    static ContentOf Content(string site = "") =>
        ContentOf
            .Pillars()
            .With("site.yml", site + ContentOf.SiteYml)
            .With("政治机关/2021-08-31-甲.md", "---\nunit: 第一单位\n---\n甲。")
            .With("书香机关/2021-07-31-乙.md", "---\nunit: 第二单位\n---\n乙。");

    [Fact]
    public void Fresh_columns_are_fine() =>
        Assert.Empty(Of(Content("site-days: 30\npillar-days: 61\nunit-days: 61\n")));

    [Fact]
    public void Without_a_limit_nothing_is_old() => Assert.Empty(Of(Content(), "2121-09-30T12:00:00"));

    [Fact]
    public void An_old_pillar_is_told_at_its_file()
    {
        var problem = Assert.Single(Of(Content("pillar-days: 60\n")));
        Assert.Equal(("书香机关/_index.md", "pillar-stale", false), (problem.File, problem.Code, problem.IsError));
        Assert.Contains("61 天", problem.Message);
        Assert.Contains("2021-07-31", problem.Message);
    }

    [Fact]
    public void An_old_unit_is_told_at_its_line()
    {
        var problem = Assert.Single(Of(Content("单位更新天数: 60\n")));
        Assert.Equal(("site.yml", "unit-stale"), (problem.File, problem.Code));
        Assert.Equal(
            "    name: 第二试验单位",
            ("单位更新天数: 60\n" + ContentOf.SiteYml).Split('\n')[problem.Line - 1]
        );
    }

    [Fact]
    public void A_unit_without_reports_is_told_when_units_are_counted()
    {
        Assert.Equal(
            "unit-stale",
            Assert
                .Single(
                    Of(
                        Content("unit-days: 9999\n")
                            .Without("书香机关/2021-07-31-乙.md")
                            .With("书香机关/2021-07-31-乙.md", "乙。")
                    )
                )
                .Code
        );
        Assert.Empty(Of(Content().With("书香机关/2021-07-31-乙.md", "乙。")));
    }

    [Fact]
    public void An_old_site_is_told() =>
        Assert.Equal(
            ("site.yml", "site-stale"),
            Of(Content("site-days: 29\n")) is [var only] ? (only.File, only.Code) : default
        );

    [Theory]
    [InlineData("---\n草稿: 是\n---\n乙。")]
    [InlineData("---\n撤稿: 有误\n---\n乙。")]
    [InlineData("---\n下线日期: 2021-09-30\n---\n乙。")]
    [InlineData("---\n发布日期: 2021-10-01\n---\n乙。")]
    public void A_pillar_whose_reports_nobody_sees_is_empty(string report) =>
        Assert.Equal(
            ("书香机关/_index.md", "pillar-empty"),
            Of(Content().With("书香机关/2021-07-31-乙.md", report)) is [var only] ? (only.File, only.Code) : default
        );

    [Fact]
    public void Nothing_is_said_of_a_pillar_whose_report_has_errors() =>
        Assert.Equal(
            "date-impossible",
            Assert
                .Single(
                    Of(
                        Content("pillar-days: 60\n")
                            .With("书香机关/2021-07-31-乙.md", "---\ndate: 2021-07-32\n---\n乙。")
                    )
                )
                .Code
        );

    [Fact]
    public void A_report_of_several_pillars_counts_for_each() =>
        Assert.Empty(
            Of(Content("pillar-days: 40\n").With("综合/2021-09-01-丙.md", "---\n机关: [政治机关, 书香机关]\n---\n丙。"))
        );

    [Theory]
    [InlineData("site-days: 0\n")]
    [InlineData("pillar-days: 很久\n")]
    public void A_limit_that_is_none_is_an_error(string site) =>
        Assert.Equal(("type-number", 1), Of(Content(site)) is [var only] ? (only.Code, only.Line) : default);

    [Theory]
    [InlineData("/reports/meiyou")]
    [InlineData("/pillars/meiyou")]
    [InlineData("/units/meiyou")]
    public void An_address_that_the_site_does_not_have_is_told(string address)
    {
        var problem = Assert.Single(
            Of(Content().With("政治机关/2021-08-31-甲.md", $"---\nunit: 第一单位\n---\n见[甲]({address}#a)。"))
        );
        Assert.Equal(("address-missing", new Place(4, 2)), (problem.Code, problem.At with { Length = 0 }));
    }

    [Fact]
    public void The_introduction_of_a_pillar_is_looked_at_too() =>
        Assert.Equal(
            ("政治机关/_index.md", "address-missing"),
            Of(Content().With("政治机关/_index.md", "---\nslug: zhengzhi\n---\n见[甲](/reports/meiyou)。"))
                is [var only]
                ? (only.File, only.Code)
                : default
        );

    [Theory]
    [InlineData("/reports/jiu")]
    [InlineData("/reports/xin")]
    [InlineData("/reports/xin.md")]
    [InlineData("/pillars/shuxiang/feed.xml")]
    [InlineData("/units/first?p=2")]
    [InlineData("/units")]
    [InlineData("/archive/2021")]
    [InlineData("/")]
    public void An_address_that_the_site_has_is_fine(string address) =>
        Assert.Empty(
            Of(Content().With("政治机关/2021-08-31-甲.md", $"---\n网址: xin\n旧网址: jiu\n---\n见[甲]({address})。"))
        );
}
