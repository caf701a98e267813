using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Budget;

/// <summary>All constructs of Markdown, and those that are slow by their shape or by being different each time.</summary>
public static class MarkdownInputs
{
    public static IReadOnlyList<SlowInput> All { get; } =
    [
        .. BlockInputs.All,
        .. InlineInputs.All,
        .. HtmlInputs.All,
        SlowInput.Numbered("[{0}]: b{0}\n"),
        SlowInput.Numbered("a[^{0}]\n\n[^{0}]: b\n\n"),
        SlowInput.Numbered("[^{0}]: b\n\n"),
        SlowInput.Numbered("# a{0}\n\n"),
        SlowInput.Numbered("# a-{0}\n\n# a\n\n"),
        SlowInput.Numbered("[a](#甲{0})\n\n"),
        SlowInput.Numbered("[a]({0}.pdf)\n\n"),
        SlowInput.Numbered("[a]({0}.md#b)\n\n"),
        SlowInput.Numbered("[a](乙.md#第{0}节没有这一节没有这一节)\n\n"),
        SlowInput.Numbered("![a]({0}.png)\n\n"),
        SlowInput.Numbered("<p id=a{0}>b</p>\n"),
        SlowInput.Numbered("<b class=a{0}>"),
        SlowInput.Numbered("http://a.b/{0}\n\n"),
        SlowInput.Numbered("{0}. a\n"),
        new("[a…]", length => "[" + new string('a', length) + "]"),
        new("[a](((…", length => "[a](" + new string('(', length)),
        new("runs of backticks", Backticks),
        new("one table of 60 columns", length => Table(60, length / 240)),
        new("one table of 8 columns with bold", length => Table(8, length / 50, "**甲**")),
        new("one table of 8 columns with links", length => Table(8, length / 60, "[甲](http://a.b)")),
        new("one table of 8 columns with addresses", length => Table(8, length / 50, "www.a.b")),
        new("one table of 8 columns with open brackets", length => Table(8, length / 40, "[甲](")),
        new("one table of 8 columns with open asterisks", length => Table(8, length / 40, "*甲")),
        new("one wide row", length => Table(length / 6, 1)),
        new("short rows of a wide table", ShortRows),
        new("items within items", length => Steps("- a\n", length)),
        new("quotations within quotations", length => Quotations(length)),
        new("a lazy quotation", length => "> a\n" + SlowInput.Many("b\n", length / 2)),
        new("a fence that stays open", length => "```\n" + SlowInput.Many("a\n", length / 2)),
        new("one definition of many meanings", length => "a\n" + SlowInput.Many(": b\n", length / 4)),
        new("one note of many places", length => SlowInput.Many("a[^1]\n\n", length / 7) + "[^1]: b\n"),
        new("one link of many places", length => "[a]: b\n\n" + SlowInput.Many("[a]\n\n", length / 5)),
        new("attributes of one tag", length => "<a " + SlowInput.Many("b=c ", length / 4) + ">"),
        new("a heading that is long", length => "# " + new string('甲', length)),
        new("links to long sections", length =>
            "# " + new string('甲', length / 2) + "\n\n[a](#" + new string('乙', length / 2) + ")"
        ),
        new("two brackets far apart", length => "[" + SlowInput.Many("a ", length / 2) + "](b)"),
        new("spaces", length => "a" + new string(' ', length) + "b"),
        new("a line of one word", length => new string('a', length)),
        new("plain reports", length =>
            SlowInput.Many("## 一、做法\n\n全年办了**三件**实事，见[清单](清单.pdf)。\n\n- 甲\n- 乙\n\n", length / 50)
        ),
    ];

    static string Table(int columns, int rows, string first = "1") =>
        Row(columns, "a") + Row(columns, "-") + SlowInput.Many("|" + first + Row(columns - 1, "1"), Math.Max(1, rows));

    static string Row(int columns, string cell) => "|" + SlowInput.Many(cell + "|", Math.Max(1, columns)) + "\n";

    /// <summary>Each row is filled up to the width of the head.</summary>
    static string ShortRows(int length) =>
        Row(100, "a") + Row(100, "-") + SlowInput.Many("|a|\n", Math.Max(1, length / 4));

    static string Backticks(int length) =>
        string.Concat(Enumerable.Range(1, (int)Math.Sqrt(2 * length)).Select(count => new string('`', count) + " "));

    static string Steps(string item, int length) =>
        string.Concat(Enumerable.Range(0, length / 64).Select(number => new string(' ', 2 * (number % 60)) + item));

    static string Quotations(int length) =>
        string.Concat(Enumerable.Range(0, length / 32).Select(number => new string('>', 1 + (number % 60)) + " a\n"));
}
