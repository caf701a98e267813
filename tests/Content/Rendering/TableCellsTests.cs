using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Rendering;

/// <summary>Tables that are written as HTML.</summary>
public sealed class TableCellsTests
{
    static string Html(string rows) => Reading.Report($"正文。\n\n<table>{rows}</table>\n").Html;

    [Theory]
    [InlineData("3", "colspan=\"3\"")]
    [InlineData(" 3 ", "colspan=\"3\"")]
    [InlineData("99999", "colspan=\"1000\"")]
    public void A_span_is_a_number_within_bounds(string written, string shown) =>
        Assert.Contains(shown, Html($"<tr><td colspan=\"{written}\">甲</td></tr>"));

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("-2")]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("99999999999999999999")]
    public void What_is_no_such_number_is_left_out(string written)
    {
        var html = Html($"<tr><td colspan=\"{written}\" rowspan=\"{written}\">甲</td></tr>");
        Assert.DoesNotContain("span=", html);
        Assert.DoesNotContain("merged", html);
    }

    [Fact]
    public void All_merged_cells_together_are_bounded()
    {
        // The attribute stands on a line of its own, where it is not counted before.
        var html = Html(string.Concat(Enumerable.Repeat("<tr><td\ncolspan=\"1000\"\nrowspan=\"100\">甲</td></tr>", 3)));
        Assert.Single(html.Split("colspan")[1..]);
    }

    [Theory]
    [InlineData("<thead><tr><th>甲</th></tr></thead><tbody><tr><th>乙</th><td>丙</td></tr></tbody>", "col row")]
    [InlineData("<tr><th>甲</th><th>乙</th></tr><tr><th>丙</th><td>丁</td></tr>", "col col row")]
    [InlineData(
        "<tr><th>甲</th><th>乙</th></tr><tr><th>丙</th><th>丁</th></tr><tr><td>1</td><td>2</td></tr>",
        "col col col col"
    )]
    [InlineData("<tr><td>甲</td><td>乙</td></tr><tr><th>丙</th><td>丁</td></tr>", "row")]
    public void A_head_says_of_what_it_is_one(string rows, string scopes) =>
        Assert.Equal(
            scopes,
            string.Join(" ", Html(rows).Split("scope=\"")[1..].Select(rest => rest[..rest.IndexOf('"')]))
        );
}
