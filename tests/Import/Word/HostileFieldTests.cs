using static WorkReports.Tests.Import.Word.Imported;

namespace WorkReports.Tests.Import.Word;

/// <summary>Instructions that no program writes: each is read to its end, and what stands around it stays.</summary>
public sealed class HostileFieldTests
{
    [Theory]
    [InlineData(@"\")]
    [InlineData("\"")]
    [InlineData("=")]
    [InlineData("EQ")]
    [InlineData(@"EQ \")]
    [InlineData(@"EQ \*")]
    [InlineData(@"EQ \* """)]
    [InlineData(@"EQ \o")]
    [InlineData(@"EQ \o(")]
    [InlineData(@"EQ \o)")]
    [InlineData(@"EQ \o(,,,)")]
    [InlineData(@"EQ \o(○,)")]
    [InlineData(@"EQ \f()")]
    [InlineData(@"EQ \f(,)")]
    [InlineData(@"EQ \r(")]
    [InlineData(@"EQ \i(")]
    [InlineData(@"EQ \s\up")]
    [InlineData(@"EQ \b\bc")]
    [InlineData(@"EQ \b\bc\")]
    [InlineData(@"EQ \b\lc\\rc\(甲)")]
    [InlineData(@"EQ \x\to(")]
    [InlineData(@"EQ \z(甲)")]
    [InlineData("SYMBOL")]
    [InlineData("SYMBOL 0x")]
    [InlineData("SYMBOL 0xFFFFFFFF \\f Wingdings")]
    [InlineData("SYMBOL 99999999999")]
    [InlineData("SYMBOL 55296")]
    [InlineData(@"SYMBOL \f")]
    [InlineData(@"LISTNUM \l 99 \s 99999999999")]
    [InlineData(@"LISTNUM \l -1")]
    [InlineData(@"AUTONUM \* \s")]
    [InlineData(@"AUTONUM \* 甲")]
    [InlineData("HYPERLINK")]
    [InlineData("HYPERLINK \"")]
    [InlineData("MACROBUTTON")]
    [InlineData("MACROBUTTON 甲")]
    [InlineData(@"QUOTE \")]
    public void Whatever_an_instruction_says_the_words_around_it_stay(string code)
    {
        var (markdown, _, _) = Of(Run("前文") + Field(code) + Run("后文"));
        Assert.StartsWith("前文", markdown);
        Assert.EndsWith("后文", markdown);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<w:ddList/>")]
    [InlineData("""<w:ddList><w:result w:val="99"/><w:listEntry w:val="甲"/></w:ddList>""")]
    [InlineData("""<w:ddList><w:result w:val="x"/><w:listEntry/></w:ddList>""")]
    public void A_list_without_the_chosen_entry_is_told(string data)
    {
        var (markdown, _, lost) = Of(Run("前文") + Field("FORMDROPDOWN", form: $"<w:ffData>{data}</w:ffData>"));
        Assert.Equal("前文", markdown);
        Assert.Contains("FORMDROPDOWN", Assert.Single(lost));
    }

    [Fact]
    public void Fields_that_end_without_a_beginning_end_nothing() =>
        Assert.Equal("前后", Of(Run("前") + Character("end") + Character("separate") + Run("后")).Markdown);

    [Fact]
    public void Thousands_of_fields_in_each_other_are_read() =>
        Assert.Equal(
            "前后",
            Of(
                Run("前")
                    + SlowWord.Times(
                        5000,
                        Character("begin") + "<w:r><w:instrText xml:space=\"preserve\">SET 甲 </w:instrText></w:r>"
                    )
                    + SlowWord.Times(5000, Character("end"))
                    + Run("后")
            ).Markdown
        );
}
