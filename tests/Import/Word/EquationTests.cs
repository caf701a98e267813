using static WorkReports.Tests.Import.Word.Imported;

namespace WorkReports.Tests.Import.Word;

/// <summary>Equations of Word on one line.</summary>
public sealed class EquationTests
{
    static string R(string text) => $"<m:r><m:t>{text}</m:t></m:r>";

    static string F(string above, string below, string type = "") =>
        $"<m:f><m:fPr>{type}</m:fPr><m:num>{above}</m:num><m:den>{below}</m:den></m:f>";

    static string E(string inside) => $"<m:e>{inside}</m:e>";

    static string Sup(string @base, string raised) => $"<m:sSup>{E(@base)}<m:sup>{raised}</m:sup></m:sSup>";

    static string Sub(string @base, string lowered) => $"<m:sSub>{E(@base)}<m:sub>{lowered}</m:sub></m:sSub>";

    public static TheoryData<string, string> Equations =>
        new()
        {
            { F(R("36"), R("48")) + R("=75%"), "36/48=75%" },
            { F(R("a+b"), R("c")), "(a+b)/c" },
            { F(R("完成数"), R("总数")) + R("×100%"), "完成数/总数×100%" },
            { F(F(R("1"), R("2")), R("3")), "(1/2)/3" },
            { R("1") + F(R("1"), R("2")), "1 1/2" },
            { F(R("1"), R("2")) + R("3"), "1/2 3" },
            { F(R("n"), R("k"), """<m:type m:val="noBar"/>"""), "n¦k" },
            { F(Sup(R("x"), R("2")), R("2")), "x<sup>2</sup>/2" },
            { Sup(R("x"), R("2")) + R("+y"), "x<sup>2</sup>+y" },
            { Sub(R("H"), R("2")) + R("O"), "H<sub>2</sub>O" },
            { Sup(R("x"), R("a") + Sub(R("b"), R("1"))), "x^(ab<sub>1</sub>)" },
            {
                $"<m:sSubSup>{E(R("x"))}<m:sub>{R("i")}</m:sub><m:sup>{R("2")}</m:sup></m:sSubSup>",
                "x<sub>i</sub><sup>2</sup>"
            },
            {
                $"<m:sPre><m:sub>{R("1")}</m:sub><m:sup>{R("2")}</m:sup>{E(R("X"))}</m:sPre>",
                "<sub>1</sub><sup>2</sup>X"
            },
            { $"<m:rad><m:radPr><m:degHide m:val=\"1\"/></m:radPr><m:deg/>{E(R("2"))}</m:rad>", "√2" },
            { $"<m:rad><m:deg>{R("3")}</m:deg>{E(R("x+1"))}</m:rad>", "∛(x+1)" },
            { $"<m:rad><m:deg>{R("n")}</m:deg>{E(R("x"))}</m:rad>", "(n)√x" },
            {
                $"<m:nary><m:naryPr><m:chr m:val=\"∑\"/></m:naryPr><m:sub>{R("i=1")}</m:sub><m:sup>{R("n")}</m:sup>{E(R("x"))}</m:nary>",
                "∑<sub>i=1</sub><sup>n</sup>x"
            },
            { $"<m:nary><m:sub/><m:sup/>{E(R("x"))}</m:nary>", "∫x" },
            { $"<m:d>{E(R("a"))}{E(R("b"))}</m:d>", "(a\\|b)" },
            {
                $"<m:d><m:dPr><m:begChr m:val=\"【\"/><m:sepChr m:val=\"，\"/><m:endChr m:val=\"】\"/></m:dPr>{E(R("a"))}{E(R("b"))}</m:d>",
                "【a，b】"
            },
            { $"<m:d><m:dPr><m:begChr m:val=\"｛\"/><m:endChr m:val=\"\"/></m:dPr>{E(R("a"))}</m:d>", "｛a" },
            { $"<m:m><m:mr>{E(R("1"))}{E(R("0"))}</m:mr><m:mr>{E(R("0"))}{E(R("1"))}</m:mr></m:m>", "1, 0; 0, 1" },
            { $"<m:eqArr>{E(R("x=1"))}{E(R("y=2"))}</m:eqArr>", "x=1; y=2" },
            { $"<m:acc>{E(R("x"))}</m:acc>", "x\u0302" },
            { $"<m:acc><m:accPr><m:chr m:val=\"̃\"/></m:accPr>{E(R("x"))}</m:acc>", "x\u0303" },
            { $"<m:bar><m:barPr><m:pos m:val=\"top\"/></m:barPr>{E(R("x"))}</m:bar>", "x\u0305" },
            { $"<m:func><m:fName>{R("sin")}</m:fName>{E(R("x"))}</m:func>", "sin x" },
            {
                $"<m:func><m:fName><m:limLow>{E(R("lim"))}<m:lim>{R("x→0")}</m:lim></m:limLow></m:fName>{E(R("y"))}</m:func>",
                "lim<sub>x→0</sub> y"
            },
            { $"<m:phant><m:phantPr><m:show m:val=\"0\"/></m:phantPr>{E(R("x"))}</m:phant>" + R("y"), "y" },
            { $"<m:box>{E(R("x"))}</m:box><m:borderBox>{E(R("y"))}</m:borderBox>", "xy" },
        };

    [Theory]
    [MemberData(nameof(Equations))]
    public void An_equation_is_read_as_people_type_it(string equation, string line)
    {
        var (markdown, changed, _) = Of($"{Run("甲：")}<m:oMath>{equation}</m:oMath>{Run("。")}");
        Assert.Equal($"甲：{line}。", markdown);
        Assert.Contains("公式", Assert.Single(changed));
    }

    [Fact]
    public void A_fraction_behind_a_number_of_the_text_is_no_part_of_it() =>
        Assert.Equal("上升1 1/2倍", Of($"{Run("上升1")}<m:oMath>{F(R("1"), R("2"))}</m:oMath>{Run("倍")}").Markdown);

    [Fact]
    public void What_was_deleted_from_an_equation_is_gone() =>
        Assert.Equal(
            "48",
            Of($"<m:oMath><w:del w:id=\"1\">{R("36")}</w:del><w:ins w:id=\"2\">{R("48")}</w:ins></m:oMath>").Markdown
        );
}
