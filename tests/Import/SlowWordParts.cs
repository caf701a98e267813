using static WorkReports.Tests.Import.SlowWord;

namespace WorkReports.Tests.Import;

/// <summary>Styles, notes, links and other parts of a package.</summary>
static class SlowWordParts
{
    public static readonly IReadOnlyList<SlowWord> All =
    [
        new("styles", n => Styled(n, at => at, n, Style)),
        new("styles based on each other", n =>
            Styled(n, _ => n - 1, n, at => Style(at, $"""<w:basedOn w:val="s{at - 1}"/>"""))
        ),
        new("styles based on each other in a loop", n =>
            Styled(n, at => at, n, at => Style(at, $"""<w:basedOn w:val="s{(at + 1) % n}"/>"""))
        ),
        new("properties of one style", n =>
            Styled(n, _ => 0, 1, at => Style(at, $"<w:rPr>{Times(n, "<w:lang/>")}<w:b/></w:rPr>"))
        ),
        new("properties of a paragraph's style", n =>
            Styled(n, _ => 0, 1, at => Style(at, $"<w:pPr>{Times(n, "<w:tabs/>")}<w:jc w:val=\"left\"/></w:pPr>"))
        ),
        new("paragraphs of a style with a long name", n => Styled(n, _ => 0, 1, at => Style(at, "", Times(n, "n")))),
        new("styles that are not there", n => Styled(n, at => at + 1, 1, Style)),
        new("runs of a style", RunsOfAStyle),
        new("footnotes", n => Notes(n, "footnote")),
        new("endnotes", n => Notes(n, "endnote")),
        new("references to one footnote", n =>
            Package(Paragraph(Times(n, Reference("footnote", 0))))
                .With("footnotes", "footnotes", Note("footnote", 0, ""))
        ),
        new("footnotes with links", NotesWithLinks),
        new("comments", Comments),
        new("links", Links),
        new("references to one link", n =>
            Package(Paragraph(Times(n, at => Link("l", at)))).Links([("l", "http://www.example.cn/")])
        ),
        new("references to a long link", n =>
            Package(Paragraph(Times(n, at => Link("l", at))))
                .Links([("l", "http://www.example.cn/" + Times(1900, "a"))])
        ),
        new("links that nobody uses", n =>
            Package(Paragraph(Run("甲")))
                .Links(Enumerable.Range(0, n).Select(at => ($"l{at}", "http://www.example.cn/")))
        ),
        new("headers", n =>
            Enumerable
                .Range(1, Math.Max(1, n / 20))
                .Aggregate(Package(Paragraph(Run("甲"))), (file, at) =>
                    file.With("header", "hdr", Times(20, Paragraph(Run("眉"))), at)
                )
        ),
    ];

    static string Style(int at) => Style(at, "");

    static string Style(int at, string inside, string? name = null) =>
        $"""<w:style w:type="paragraph" w:styleId="s{at}"><w:name w:val="{name ?? $"Style {at}"}"/>{inside}</w:style>""";

    static WordPackage Styled(int paragraphs, Func<int, int> used, int styles, Func<int, string> style) =>
        Package(Times(paragraphs, at => Paragraph(Run("甲"), $"""<w:pStyle w:val="s{used(at)}"/>""")))
            .With("styles", "styles", Times(styles, style));

    static WordPackage RunsOfAStyle(int n) =>
        Package(Paragraph(Times(n, Run("甲", """<w:rStyle w:val="s0"/>"""))))
            .With("styles", "styles", Style(0, $"<w:rPr>{Times(n, "<w:lang/>")}</w:rPr>"));

    static string Reference(string kind, int id) => $"""<w:r><w:{kind}Reference w:id="{id}"/></w:r>""";

    static string Note(string kind, int id, string runs) =>
        $"""<w:{kind} w:id="{id}">{Paragraph(Run("注") + runs)}</w:{kind}>""";

    static WordPackage Notes(int n, string kind) =>
        Package(Paragraph(Times(n, at => Reference(kind, at))))
            .With(kind + "s", kind + "s", Times(n, at => Note(kind, at, "")));

    static WordPackage NotesWithLinks(int n) =>
        Package(Paragraph(Times(n, at => Reference("footnote", at))))
            .With("footnotes", "footnotes", Times(n, at => Note("footnote", at, Link($"l{at}", at))))
            .LinksOf("footnotes", Enumerable.Range(0, n).Select(at => ($"l{at}", $"http://www.example.cn/{at}")));

    static WordPackage Comments(int n) =>
        Package(Paragraph(Times(n, at => Run("甲") + $"""<w:r><w:commentReference w:id="{at}"/></w:r>""")))
            .With(
                "comments",
                "comments",
                Times(n, at => $"""<w:comment w:id="{at}">{Paragraph(Run("批"))}</w:comment>""")
            );

    static WordPackage Links(int n) =>
        Package(Paragraph(Times(n, at => Link($"l{at}", at))))
            .Links(Enumerable.Range(0, n).Select(at => ($"l{at}", $"http://www.example.cn/{at}")));

    static string Link(string id, int at) =>
        $"""<w:hyperlink r:id="{id}" w:anchor="a{at}">{Run("甲", at % 2 == 0 ? "<w:b/>" : "")}</w:hyperlink>""";
}
