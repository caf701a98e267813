using static WorkReports.Tests.Import.SlowWord;

namespace WorkReports.Tests.Import;

/// <summary>Tables, content controls and lists.</summary>
static class SlowWordTables
{
    static string Cell(string blocks, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{blocks}</w:tc>";

    static string Text(string text = "甲") => Paragraph(Run(text));

    static string Table(string rows) => $"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>";

    static string Row(string cells) => $"<w:tr>{cells}</w:tr>";

    static string Sdt(string content, string properties = "") =>
        $"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";

    public static readonly IReadOnlyList<SlowWord> All =
    [
        Of("rows", n => Table(Times(n, Row(Times(3, Cell(Text())))))),
        Of("rows of numbers", n => Table(Times(n, at => Row(Cell(Text()) + Times(5, Cell(Text($"{at},000.5"))))))),
        Of("cells of a row", n => Table(Row(Times(n, Cell(Text()))) + Row(Times(n, Cell(Text()))))),
        Of("rows of one cell", n => Table(Times(n, Row(Cell(Text()))) + Row(Times(2, Cell(Text()))))),
        Of("empty rows", n => Table(Times(n, Row(Cell("<w:p/>") + Cell("<w:p/>"))))),
        Of("paragraphs of a cell", n => Table(Row(Cell(Times(n, Text())) + Cell(Text())))),
        Of("tables", n => Times(n, Table(Row(Cell(Text()) + Cell(Text()))))),
        Of("empty tables", n => Times(n, "<w:tbl/>")),
        Of("cells over many columns", n =>
            Table(Times(n, Row(Times(2, Cell(Text(), """<w:gridSpan w:val="9999"/>""")))))
        ),
        Of("cells merged downwards", n => Table(Times(n, Row(Cell(Text(), "<w:vMerge/>") + Cell(Text()))))),
        Of("tables in each other", n =>
            Towers(n, 18, "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>", Text())
        ),
        Of("tables in each other around a text", n =>
            Towers(19, 19, "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>", Times(n, Text()))
        ),
        Of("tables beside each other in a cell", n =>
            Table(Row(Cell(Times(n, Table(Row(Cell(Text()) + Cell(Text())))) + Text()) + Cell(Text())))
        ),
        Of("rows in content controls", n => Table(Times(n, Sdt(Row(Cell(Text()) + Cell(Text())))))),
        Of("rows in custom XML in each other", n =>
            Table(Towers(n, 150, "<w:customXml>", "</w:customXml>", Row(Cell(Text()) + Cell(Text()))))
        ),
        Of("content controls", n => Times(n, Sdt(Text()))),
        Of("content controls in each other", n =>
            Towers(n, 60, "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", Text())
        ),
        Of("content controls around a text", n =>
            Towers(60, 60, "<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>", Times(n, Text()))
        ),
        Of("content controls in a line", n => Paragraph(Times(n, Sdt(Run("甲"))))),
        Of("placeholders", n => Paragraph(Times(n, Sdt(Run("甲"), "<w:showingPlcHdr/>")))),
        Of("tables of contents", n =>
            Times(n, Sdt(Text(), """<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>"""))
        ),
        Of("custom XML", n => Times(n, $"<w:customXml w:element=\"a\">{Text()}</w:customXml>")),
        Of("other documents", n => Times(n, """<w:altChunk r:id="x"/>""")),
        new("list items", n => List(n, at => at % 9, Levels(9, "%1."))),
        new("list items with long numbers", n => List(n, _ => 0, Levels(1, Times(80, "%1.")))),
        new("levels of one list for many", ManyLevels),
        new("lists", n => Lists(n / 3, Levels(9, "%1."))),
        new("overrides of a list", Overrides),
    ];

    static string Levels(int n, string text) =>
        Times(n, at =>
            $"""<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>"""
        );

    static string Item(int list, int level) =>
        Paragraph(Run("甲"), $"""<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>""");

    static string Abstract(int id, string levels) =>
        $"""<w:abstractNum w:abstractNumId="{id}">{levels}</w:abstractNum>""";

    static string Number(int id, int of, string overrides = "") =>
        $"""<w:num w:numId="{id}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>""";

    static WordPackage List(int n, Func<int, int> level, string levels) =>
        Package(Times(n, at => Item(1, level(at)))).With("numbering", "numbering", Abstract(1, levels) + Number(1, 1));

    static WordPackage ManyLevels(int n) =>
        Package(Times(n, at => Item(at, 0)))
            .With("numbering", "numbering", Abstract(1, Levels(n, "%1.")) + Times(n, at => Number(at, 1)));

    static WordPackage Lists(int n, string levels) =>
        Package(Times(n, at => Item(at, at % 9)))
            .With("numbering", "numbering", Times(n, at => Abstract(at, levels)) + Times(n, at => Number(at, at)));

    static WordPackage Overrides(int n) =>
        Package(Times(n, Item(1, 0)))
            .With(
                "numbering",
                "numbering",
                Abstract(1, Levels(9, "%1."))
                    + Number(
                        1,
                        1,
                        Times(n, at =>
                            $"""<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{at}"/></w:lvlOverride>"""
                        )
                    )
            );
}
