using static WorkReports.Tests.Import.SlowWord;

namespace WorkReports.Tests.Import.Structure;

/// <summary>What a document's structure is guessed from: numbers, fonts, letterheads, signatures, annexes.</summary>
static class SlowWordStructure
{
    const string Hei = """<w:rFonts w:eastAsia="黑体"/>""";

    public static readonly IReadOnlyList<SlowWord> All =
    [
        Of("numbered lines of one paragraph", n =>
            Paragraph($"<w:r>{Times(n, at => $"<w:t>{at % 99 + 1}. 一行</w:t><w:br/>")}</w:r>")
        ),
        Of("headings with their text in one paragraph", n =>
            Times(n, at => Paragraph($"<w:r><w:t>{at % 99 + 1}. 一行</w:t><w:br/><w:t>正文。</w:t></w:r>"))
        ),
        Of("sections", n =>
            Times(n / 2, at => Paragraph(Run($"{"一二三四五"[at % 5]}、标题")) + Paragraph(Run("正文。")))
        ),
        Of("sections with the same number", n => Times(n / 2, Paragraph(Run("二、标题。")) + Paragraph(Run("正文。")))),
        Of("sections that begin anew", n => Times(n / 2, Paragraph(Run("1. 标题")) + Paragraph(Run("正文。")))),
        Of("decimal numbers", n =>
            Times(n, at => Paragraph(Run($"{at / 2500 % 50 + 1}.{at / 50 % 50 + 1}.{at % 50 + 1} 标题")))
        ),
        Of("numerals", n => Times(n, at => Paragraph(Run($"{at % 99} 标题")))),
        Of("lines in every size", n =>
            Times(n / 2, at =>
                Paragraph(Run("标题", Hei + $"""<w:sz w:val="{at % 3000 + 20}"/>""")) + Paragraph(Run("正文。"))
            )
        ),
        Of("fonts", n => Times(n, at => Paragraph(Run("甲", $"""<w:rFonts w:eastAsia="字体{at}"/>""")))),
        Of("a long font's name", n =>
            Paragraph(Times(n, at => Run("甲", at % 2 == 0 ? "<w:b/>" : "")), """<w:pStyle w:val="f"/>""")
            + Paragraph(Run("甲", $"""<w:rFonts w:eastAsia="{Times(n, "黑")}"/>"""))
        ),
        Of("annexes in a list", n =>
            Paragraph(Run("附件：1. 甲")) + Times(n, at => Paragraph(Run($"{at % 99 + 2}. 甲")))
        ),
        Of("lists of annexes", n =>
            Times(n / 3, Paragraph(Run("附件：1. 甲")) + Paragraph(Run("乙")) + Paragraph(Run("2. 丙")))
        ),
        Of("annexes", n => Times(n / 3, Paragraph(Run("附件1")) + Paragraph(Run("一、甲")) + Paragraph(Run("正文。")))),
        Of("lines of a letterhead", n => Times(n, Paragraph(Run("某某局文件")) + Paragraph(Run("试发〔2024〕1号")))),
        Of("one letterhead in many lines", n =>
            Paragraph($"<w:r>{Times(n, "<w:t>试发〔2024〕1号</w:t><w:br/>")}</w:r>")
        ),
        Of("tables that could be signatures", n =>
            Paragraph(Run("正文。"))
            + Times(n / 2, $"<w:tbl><w:tr>{Times(2, $"<w:tc>{Paragraph(Run("某某局"))}</w:tc>")}</w:tr></w:tbl>")
        ),
        Of("a table that could be a letterhead", n =>
            $"<w:tbl><w:tr>{Times(2, $"<w:tc>{Times(n / 2, Paragraph(Run("某某局文件")))}</w:tc>")}</w:tr></w:tbl>"
        ),
        Of("dates after their units", n => Paragraph(Run("正文。")) + Times(n, Paragraph(Run("某某局　2021年8月")))),
        Of("entries of an imprint in pieces", n =>
            Paragraph(Run("正文。")) + Times(n / 2, Paragraph(Run("抄送：某单位，")) + Paragraph(Run("又一单位。")))
        ),
        Of("spaces in a title", n =>
            $"""<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="60"/></w:rPr><w:t xml:space="preserve">{Times(n, "题　")}</w:t></w:r></w:p>"""
        ),
        Of("spaces in a heading", n => Paragraph(Run("一、" + Times(n, "题　"))) + Paragraph(Run("正文。"))),
    ];
}
