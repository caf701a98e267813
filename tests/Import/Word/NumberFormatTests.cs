using WorkReports.Import.Word.Numbers;

namespace WorkReports.Tests.Import.Word;

/// <summary>Each format of numbers that Word has.</summary>
public sealed class NumberFormatTests
{
    [Theory]
    [InlineData("decimal", 12, "12")]
    [InlineData("decimalZero", 3, "03")]
    [InlineData("decimalZero", 12, "12")]
    [InlineData("decimalFullWidth", 12, "１２")]
    [InlineData("numberInDash", 3, "- 3 -")]
    [InlineData("hex", 26, "1A")]
    [InlineData("upperRoman", 1994, "MCMXCIV")]
    [InlineData("lowerRoman", 4, "iv")]
    [InlineData("upperLetter", 26, "Z")]
    [InlineData("lowerLetter", 28, "bb")]
    [InlineData("lowerLetter", 5000, "5000")]
    [InlineData("ordinal", 11, "11th")]
    [InlineData("ordinal", 22, "22nd")]
    [InlineData("cardinalText", 21, "Twenty-one")]
    [InlineData("ordinalText", 30, "Thirtieth")]
    [InlineData("chicago", 6, "††")]
    [InlineData("chineseCounting", 10, "十")]
    [InlineData("chineseCounting", 21, "二十一")]
    [InlineData("chineseCounting", 105, "一〇五")]
    [InlineData("chineseCountingThousand", 105, "一百零五")]
    [InlineData("chineseCountingThousand", 110, "一百一十")]
    [InlineData("chineseCountingThousand", 10012, "一万零一十二")]
    [InlineData("taiwaneseCountingThousand", 20000, "二萬")]
    [InlineData("japaneseCounting", 112, "百十二")]
    [InlineData("ideographDigital", 10, "一〇")]
    [InlineData("chineseLegalSimplified", 12, "壹拾贰")]
    [InlineData("ideographLegalTraditional", 6, "陸")]
    [InlineData("japaneseLegal", 20, "弐拾")]
    [InlineData("ideographTraditional", 1, "甲")]
    [InlineData("ideographTraditional", 11, "11")]
    [InlineData("ideographZodiac", 12, "亥")]
    [InlineData("ideographZodiacTraditional", 13, "丙子")]
    [InlineData("decimalEnclosedCircle", 20, "⑳")]
    [InlineData("decimalEnclosedCircleChinese", 1, "①")]
    [InlineData("decimalEnclosedCircle", 21, "21")]
    [InlineData("decimalEnclosedFullstop", 2, "⒉")]
    [InlineData("decimalEnclosedParen", 2, "⑵")]
    [InlineData("ideographEnclosedCircle", 10, "㊉")]
    [InlineData("koreanCounting", 21, "이십일")]
    [InlineData("koreanLegal", 3, "셋")]
    [InlineData("ganada", 2, "나")]
    [InlineData("aiueoFullWidth", 3, "ウ")]
    [InlineData("irohaFullWidth", 2, "ロ")]
    [InlineData("russianLower", 3, "в")]
    [InlineData("thaiNumbers", 10, "๑๐")]
    [InlineData("none", 5, "")]
    [InlineData(null, 5, "5")]
    public void A_number_is_written_as_Word_writes_it(string? format, int number, string written)
    {
        Assert.Equal(written, NumberFormat.Write(number, format, null, out var isKnown));
        Assert.True(isKnown);
    }

    [Theory]
    [InlineData("custom", "001, 002, 003, ...", "007", true)]
    [InlineData("custom", "甲乙丙", "7", false)]
    [InlineData("bahtText", null, "7", false)]
    [InlineData("其他", null, "7", false)]
    public void What_nobody_knows_is_written_in_digits_and_told(
        string format,
        string? custom,
        string written,
        bool isKnown
    )
    {
        Assert.Equal(written, NumberFormat.Write(7, format, custom, out var known));
        Assert.Equal(isKnown, known);
    }

    [Theory]
    [InlineData("chineseCountingThousand")]
    [InlineData("upperRoman")]
    [InlineData("cardinalText")]
    [InlineData("lowerLetter")]
    [InlineData("chicago")]
    public void No_number_makes_a_long_label(string format) =>
        Assert.All([-9999, -1, 0, 9999, 200_000, int.MaxValue], number =>
            Assert.InRange(NumberFormat.Write(number, format, null, out _).Length, 1, 60)
        );
}
