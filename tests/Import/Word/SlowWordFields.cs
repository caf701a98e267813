using static WorkReports.Tests.Import.SlowWord;

namespace WorkReports.Tests.Import.Word;

/// <summary>Fields that are worked out, signs, large letters, controls, merged cells.</summary>
static class SlowWordFields
{
    public static readonly IReadOnlyList<SlowWord> All =
    [
        Of("circled characters", n => Paragraph(Times(n, at => Imported.Field($@"EQ \o\ac(○,{at % 99})")))),
        Of("arguments of an equation", n => Paragraph(Imported.Field($@"EQ \o({Times(n, "甲,")}乙)"))),
        Of("raised arguments of an equation", n => Paragraph(Imported.Field($@"EQ \o({Times(n, @"\s\up 5(a),")}乙)"))),
        Of("elements of an equation", n => Paragraph(Imported.Field($"EQ {Times(n, @"\f(1,2)")}"))),
        Of("elements in each other", n => Paragraph(Imported.Field($"EQ {Times(n, @"\r(")}"))),
        Of("elements in each other that end", n => Paragraph(Imported.Field($"EQ {Times(n, @"\b(")}{Times(n, ")")}"))),
        Of("options of an element", n => Paragraph(Imported.Field($@"EQ \o{Times(n, @"\ac")}(○,1)"))),
        Of("looks of an equation", n => Paragraph(Imported.Field($@"EQ {Times(n, @"\* jc2 ")}\o(○,1)"))),
        Of("looks of an equation that never end", n => Paragraph(Imported.Field($"EQ {Times(n, @"\* \""")}"))),
        Of("escapes of an equation", n => Paragraph(Imported.Field($@"EQ {Times(n, @"\,\(")}"))),
        Of("words of an instruction", n => Paragraph(Imported.Field($"QUOTE {Times(n, "甲 ")}"))),
        Of("switches of an instruction", n => Paragraph(Imported.Field($@"SYMBOL 252 {Times(n, @"\f Wingdings ")}"))),
        Of("quotation marks of an instruction", n =>
            Paragraph(Imported.Field($"HYPERLINK {Times(n, "\" \\\\ ")}", Run("甲")))
        ),
        Of("fields in an instruction", n =>
            Paragraph(
                Imported.Character("begin")
                    + "<w:r><w:instrText>QUOTE </w:instrText></w:r>"
                    + Times(n, Imported.Field("QUOTE 甲"))
                    + Imported.Character("end")
            )
        ),
        Of("fields in the instructions of each other", n =>
            Paragraph(
                Times(n, Imported.Character("begin") + "<w:r><w:instrText>QUOTE 甲 </w:instrText></w:r>")
                    + Times(n, Imported.Character("end"))
            )
        ),
        Of("entries of a list field", n =>
            Paragraph(
                Imported.Field(
                    "FORMDROPDOWN",
                    form: $"<w:ffData><w:ddList>{Times(n, """<w:listEntry w:val="甲"/>""")}</w:ddList></w:ffData>"
                )
            )
        ),
        Of("fields that count", n =>
            Paragraph(Times(n, at => Imported.Field($@"LISTNUM \l {at % 9 + 1}") + Imported.Field("AUTONUM")))
        ),
        Of("fields that only Word can work out", n => Paragraph(Times(n, at => Imported.Field($"MERGEFIELD 甲{at}")))),
        Of("tables of contents in fields", n =>
            Times(n, Paragraph(Run("目录")) + Paragraph(Imported.Field("TOC", Run("甲"))))
        ),
        Of("letters of a symbol font", n =>
            Paragraph(Run(Times(n, "\u00FC甲"), """<w:rFonts w:ascii="Wingdings"/>"""))
        ),
        Of("signs that nobody knows", n => Paragraph(Run(Times(n, "\uF0FC")))),
        Of("large first letters", n => Times(n, Paragraph(Run("春"), """<w:framePr w:dropCap="drop"/>"""))),
        Of("large first letters before text", n =>
            Times(n, Paragraph(Run("春"), """<w:framePr w:dropCap="drop"/>""") + Paragraph(Run("天来了。")))
        ),
        Of("WordArt", n =>
            Paragraph(Times(n, """<w:r><w:pict><v:shape><v:textpath string="甲"/></v:shape></w:pict></w:r>"""))
        ),
        Of("prompts in each other", n =>
            Towers(
                n,
                60,
                "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>",
                "</w:sdtContent></w:sdt>",
                Paragraph(Run("甲"))
            )
        ),
        Of("notes side by side", n =>
            Paragraph(Times(n, at => Run("(") + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>"))
        ),
        Of("merged cells", n =>
            Table(
                Times(n, at =>
                    Row(at % 2 == 0 ? Cell("restart") + Cell("restart", 2) : Cell("continue") + Cell("continue", 2))
                )
            )
        ),
        Of("one cell merged over all rows", n =>
            Table(Times(n, at => Row(Cell(at == 0 ? "restart" : "continue") + Plain(1))))
        ),
        Of("cells merged in steps", n => Table(Times(n, at => Row(Plain(at % 50 + 1) + Plain(50 - at % 50))))),
        Of("tables with merged cells", n => Times(n, Table(Row(Plain(2) + Plain(1)) + Row(Plain(1) + Plain(2))))),
        Of("rows that begin far inside", n =>
            Table(Times(n, at => $"""<w:tr><w:trPr><w:gridBefore w:val="{at}"/></w:trPr>{Plain(1)}</w:tr>"""))
        ),
        Of("cells merged to the left", n =>
            Table(Row(Times(n, "<w:tc><w:tcPr><w:hMerge/></w:tcPr><w:p/></w:tc>") + Plain(1)) + Row(Plain(1)))
        ),
    ];

    static string Table(string rows) => $"<w:tbl>{rows}</w:tbl>";

    static string Row(string cells) => $"<w:tr>{cells}</w:tr>";

    static string Plain(int span) =>
        $"""<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{Paragraph(Run("甲"))}</w:tc>""";

    static string Cell(string merge, int span = 1) =>
        $"""<w:tc><w:tcPr><w:gridSpan w:val="{span}"/><w:vMerge w:val="{merge}"/></w:tcPr>{Paragraph(Run("甲"))}</w:tc>""";
}
