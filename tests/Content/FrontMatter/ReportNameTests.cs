using WorkReports.Content.FrontMatter;

namespace WorkReports.Tests.Content.FrontMatter;

public sealed class ReportNameTests
{
    [Theory]
    [InlineData("政治机关/2021-08-31-annual-report.md", "2021-08-31-annual-report")]
    [InlineData("政治机关/2021-08-31-Xinbei年报.md", "2021-08-31-xinbei")]
    public void The_Latin_part_of_a_name_is_its_address(string path, string slug) =>
        Assert.Equal(slug, ReportName.Of(path).Slug);

    [Theory]
    [InlineData("政治机关/2021-08-31-某报告.md")]
    [InlineData("政治机关/2021-08-31-5G建设.md")]
    public void A_Chinese_name_gets_a_short_hash(string path) =>
        Assert.Matches("^[0-9a-f]{10}$", ReportName.Of(path).Slug);

    [Fact]
    public void Moving_a_file_keeps_its_address() =>
        Assert.Equal(
            ReportName.Of("政治机关/2021-08-31-某报告.md").Slug,
            ReportName.Of("书香机关/2021/2021-08-31-某报告.md").Slug
        );

    [Fact]
    public void A_name_saved_by_a_Mac_has_the_same_address()
    {
        const string name = "综合/2021-08-31-Café党建.md";
        Assert.Equal(ReportName.Of(name), ReportName.Of(name.Normalize(System.Text.NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("xinbei-2021-h1", true)]
    [InlineData("Xinbei", false)]
    [InlineData("某报告", false)]
    [InlineData("-a", false)]
    [InlineData("a/b", false)]
    [InlineData("a.md", false)]
    public void An_address_is_small_letters_digits_and_hyphens(string slug, bool isOne) =>
        Assert.Equal(isOne, ReportName.IsSlug(slug));
}
