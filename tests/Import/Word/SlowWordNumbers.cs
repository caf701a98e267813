using static WorkReports.Tests.Import.SlowWord;

namespace WorkReports.Tests.Import.Word;

/// <summary>Labels of lists.</summary>
static class SlowWordNumbers
{
    static readonly string[] Formats =
    [
        "lowerLetter",
        "upperRoman",
        "cardinalText",
        "chicago",
        "chineseCountingThousand",
        "ideographZodiacTraditional",
    ];

    public static readonly IReadOnlyList<SlowWord> All =
    [
        .. Formats.Select(format => new SlowWord($"labels of the format {format}", n =>
            List(n, Level(0, format, "%1）"))
        )),
        new("labels of many numbers", n => List(n, Level(0, "cardinalText", Times(80, "%1.")))),
        new("labels that are long", n => List(n, Level(0, "decimal", new string('甲', 250)))),
        new("labels of bullets", n => List(n, Level(0, "bullet", "备注："))),
        new("numbers alone in a table", n =>
            Package($"<w:tbl>{Times(n, $"<w:tr><w:tc>{Item("")}</w:tc><w:tc>{Item("甲")}</w:tc></w:tr>")}</w:tbl>")
                .With("numbering", "numbering", Definition(1, Level(0, "decimal", "%1")) + Number(1, 1))
        ),
        new("numbers alone", n =>
            Package(Times(n, Item("")))
                .With("numbering", "numbering", Definition(1, Level(0, "chineseCounting", "%1、")) + Number(1, 1))
        ),
        new("definitions that name a style", n =>
            Package(Times(n, Item("甲")))
                .With(
                    "numbering",
                    "numbering",
                    Times(n, at =>
                        Definition(at, $"""<w:numStyleLink w:val="s{at + 1}"/><w:styleLink w:val="s{at}"/>""")
                    ) + Times(n, at => Number(at, at))
                )
        ),
        new("styles with lists", n =>
            Package(Times(n, at => Paragraph(Run("甲"), $"""<w:pStyle w:val="s{at % 50}"/>""")))
                .With("numbering", "numbering", Definition(1, Level(0, "decimal", "%1）")) + Number(1, 1))
                .With(
                    "styles",
                    "styles",
                    Times(50, at =>
                        $"""<w:style w:type="paragraph" w:styleId="s{at}"><w:basedOn w:val="s{at + 1}"/><w:pPr><w:numPr>{(at == 49 ? """<w:numId w:val="1"/>""" : "")}</w:numPr></w:pPr></w:style>"""
                    )
                )
        ),
    ];

    static WordPackage List(int n, string levels) =>
        Package(Times(n, Item("甲"))).With("numbering", "numbering", Definition(1, levels) + Number(1, 1));

    static string Item(string text) =>
        Paragraph(text.Length > 0 ? Run(text) : "", """<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>""");

    static string Level(int at, string format, string text) =>
        $"""<w:lvl w:ilvl="{at}"><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl>""";

    static string Definition(int id, string inside) =>
        $"""<w:abstractNum w:abstractNumId="{id}">{inside}</w:abstractNum>""";

    static string Number(int id, int of) => $"""<w:num w:numId="{id}"><w:abstractNumId w:val="{of}"/></w:num>""";
}
