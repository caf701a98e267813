using static WorkReports.Tests.Import.SlowWord;

namespace WorkReports.Tests.Import;

/// <summary>Paragraphs, runs and fields.</summary>
static class SlowWordText
{
    const string Begin = """<w:r><w:fldChar w:fldCharType="begin"/></w:r>""";
    const string Separate = """<w:r><w:fldChar w:fldCharType="separate"/></w:r>""";
    const string End = """<w:r><w:fldChar w:fldCharType="end"/></w:r>""";

    public static readonly IReadOnlyList<SlowWord> All =
    [
        Of("paragraphs", n => Times(n, Paragraph(Run("正文。")))),
        Of("empty paragraphs", n => Times(n, "<w:p/>")),
        Of("runs", n => Paragraph(Times(n, Run("甲")))),
        Of("blank runs", n => Paragraph(Times(n, at => Run(" ", at % 2 == 0 ? "<w:b/>" : "")))),
        Of("blank runs around a text", n =>
            Paragraph(Times(n, "<w:r><w:br/></w:r>") + Run("甲") + Times(n, "<w:r><w:br/></w:r>"))
        ),
        Of("line breaks", n => Paragraph($"<w:r>{Times(n, "<w:t>甲</w:t><w:br/>")}</w:r>")),
        Of("tabs", n => Paragraph($"<w:r><w:t>甲</w:t>{Times(n, "<w:tab/>")}<w:t>乙</w:t></w:r>")),
        Of("formats in turn", n => Paragraph(Times(n, at => Run("甲", at % 2 == 0 ? "<w:b/>" : "<w:i/>")))),
        Of("formats in each other", n =>
            Paragraph(
                Times(n, at => Run("甲", new[] { "<w:b/>", "<w:b/><w:i/>", "<w:b/><w:i/><w:strike/>", "" }[at % 4]))
            )
        ),
        Of("bold brackets", n => Paragraph(Run(Times(n, "（")) + Run(Times(n, "（"), "<w:b/>") + Run(Times(n, "）")))),
        Of("bold brackets of every kind", n =>
            Paragraph(Times(n / 8, Run("《（“〈甲〉）》", "<w:b/>") + Run("）（”“")))
        ),
        Of("escaped characters", n => Paragraph(Run(Times(n, "*_`[")))),
        Of("words", n => Times(n / 10, Paragraph(Run(Times(10, "一段正文，有标点、有数字123。"))))),
        Of("headings", n => Times(n, at => Paragraph(Run($"第{at}个标题"), $"""<w:outlineLvl w:val="{at % 9}"/>"""))),
        Of("numbered lines", n => Times(n, at => Paragraph(Run($"{at % 99 + 1}. 一行")))),
        Of("dates", n => Times(n, at => Paragraph(Run($"2021年{at % 12 + 1}月1日")))),
        Of("lines of an imprint", n => Paragraph(Run("正文。")) + Times(n, Paragraph(Run("抄送：某单位")))),
        Of("units above a date", n =>
            Paragraph(Run("正文。")) + Times(n, Paragraph(Run("某某局"))) + Paragraph(Run("2021年8月31日"))
        ),
        Of("units in one paragraph above a date", n =>
            Paragraph(Run("正文。"))
            + Paragraph($"<w:r>{Times(n, "<w:t>某某局</w:t><w:br/>")}<w:t>2021年8月31日</w:t></w:r>")
        ),
        Of("marks on a letter", n => Paragraph(Run("正文。")) + Paragraph(Run("a" + Times(n, "\u0323\u0301")))),
        Of("lines of a title", n =>
            Paragraph(
                $"<w:r><w:rPr><w:sz w:val=\"44\"/></w:rPr>{Times(n, "<w:t>题</w:t><w:br/>")}</w:r>",
                """<w:jc w:val="center"/>"""
            )
        ),
        Of("fields", n =>
            Paragraph(Times(n, Begin + "<w:r><w:instrText>REF a</w:instrText></w:r>" + Separate + Run("甲") + End))
        ),
        Of("fields left open", n => Paragraph(Times(n, Begin + Separate) + Times(n, Run("甲")))),
        Of("fields left open before their result", n => Paragraph(Times(n, Begin) + Times(n, Run("甲")))),
        Of("results of one field", n =>
            Paragraph(
                Begin
                    + $"<w:r><w:instrText>{Times(n, "REF ")}</w:instrText></w:r>"
                    + Times(n, Separate)
                    + Run("甲")
                    + End
            )
        ),
        Of("pieces of a field's code", n =>
            Paragraph(Begin + Times(n, "<w:r><w:instrText>a</w:instrText></w:r>") + Separate + End)
        ),
        Of("blanks in a field's code", n =>
            Paragraph(
                Begin
                    + $"<w:r><w:instrText xml:space=\"preserve\">{Times(n, " ")}HYPERLINK \"{Times(n, "a")}</w:instrText></w:r>"
                    + Separate
                    + Run("甲")
                    + End
            )
        ),
        Of("a link's field with formats", n =>
            Paragraph(
                Begin
                    + "<w:r><w:instrText>HYPERLINK \"http://www.example.cn/\"</w:instrText></w:r>"
                    + Separate
                    + Times(n, at => Run("甲", at % 2 == 0 ? "<w:b/>" : ""))
                    + End
            )
        ),
        Of("a long link's field with formats", n =>
            Paragraph(
                Begin
                    + $"<w:r><w:instrText>HYPERLINK \"http://www.example.cn/{Times(1900, "a")}\"</w:instrText></w:r>"
                    + Separate
                    + Times(n, at => Run("甲", at % 2 == 0 ? "<w:b/>" : ""))
                    + End
            )
        ),
        Of("simple fields", n => Paragraph(Times(n, $"""<w:fldSimple w:instr="REF a">{Run("甲")}</w:fldSimple>"""))),
        Of("insertions", n => Paragraph(Times(n, $"<w:ins>{Run("甲")}</w:ins>"))),
        Of("insertions in each other", n => Paragraph(Towers(n, 150, "<w:ins>", "</w:ins>", Run("甲")))),
        Of("deletions", n => Paragraph(Times(n, "<w:del><w:r><w:delText>甲</w:delText></w:r></w:del>"))),
        Of("deleted ends of paragraphs", n => Times(n, Paragraph(Run("甲"), "<w:rPr><w:del/></w:rPr>"))),
        Of("hidden runs", n => Paragraph(Times(n, Run("甲", "<w:vanish/>")))),
        Of("smart tags", n => Paragraph(Times(n, $"<w:smartTag w:element=\"a\">{Run("甲")}</w:smartTag>"))),
        Of("smart tags in each other", n => Paragraph(Towers(n, 100, "<w:smartTag>", "</w:smartTag>", Run("甲")))),
        Of("ruby", n =>
            Paragraph(
                Times(n, $"<w:r><w:ruby><w:rt>{Run("a")}</w:rt><w:rubyBase>{Run("甲")}</w:rubyBase></w:ruby></w:r>")
            )
        ),
        Of("symbols", n => Paragraph($"<w:r>{Times(n, """<w:sym w:font="Wingdings" w:char="F0FC"/>""")}</w:r>")),
        Of("bookmarks", n =>
            Paragraph(
                Times(n, at => $"""<w:bookmarkStart w:id="{at}" w:name="b{at}"/><w:bookmarkEnd w:id="{at}"/>""")
                    + Run("甲")
            )
        ),
        Of("equations", n => Paragraph(Times(n, "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"))),
        Of("fractions in each other", n =>
            Paragraph(Towers(n, 60, "<m:oMath><m:f><m:num>", "</m:num></m:f></m:oMath>", "<m:r><m:t>x</m:t></m:r>"))
        ),
        Of("equations by themselves", n =>
            Times(n, "<m:oMathPara><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara>")
        ),
        Of("attributes", n => Times(n / 50, $"<w:p {Times(50, at => $"w:a{at}=\"x\" ")}>{Run("甲")}</w:p>")),
        Of("properties of a run", n =>
            Paragraph($"<w:r><w:rPr>{Times(n, "<w:lang/>")}</w:rPr>{Times(n, "<w:t>甲</w:t>")}</w:r>")
        ),
        Of("properties of a paragraph", n => Paragraph(Times(n, Run("甲")), Times(n, "<w:tabs/>"))),
    ];
}
