using WorkReports.Content.Screening;

namespace WorkReports.Tests.Content.Screening;

/// <summary>Good and bad beside each other. All numbers are made up: they fit the rules, and belong to nobody.</summary>
public sealed class PersonalNumbersTests
{
    static IEnumerable<string> Codes(string line, params string[] allowed) =>
        PersonalNumbers.Find(line, allowed).Select(leak => leak.Code);

    [Theory]
    [InlineData("身份证号11010519491231002X。", "leak-id-card")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ", "leak-id-card")]
    [InlineData("号码110105 19491231 002x", "leak-id-card")]
    [InlineData("旧号110105491231002", "leak-id-card-old")]
    [InlineData("卡号6222021234567890128", "leak-bank-card")]
    [InlineData("卡号 4111 1111 1111 1111", "leak-bank-card")]
    [InlineData("联系电话13812345678", "leak-mobile")]
    [InlineData("联系电话：138-1234-5678。", "leak-mobile")]
    [InlineData("电话 138 1234 5678", "leak-mobile")]
    [InlineData("电话+86 138 1234 5678", "leak-mobile")]
    [InlineData("电话１３８１２３４５６７８", "leak-mobile")]
    public void A_number_that_names_a_person_is_found(string line, string code) => Assert.Equal([code], Codes(line));

    [Theory]
    [InlineData("110105194912310021")]
    [InlineData("110105194913310028")]
    [InlineData("990105194912310026")]
    [InlineData("3204**********1234")]
    [InlineData("138****5678")]
    [InlineData("张*")]
    [InlineData("0519-85685023")]
    [InlineData("12345678901")]
    [InlineData("苏公网安备32041102000483号")]
    [InlineData("苏ICP备05003616号")]
    [InlineData("统一社会信用代码：4111111111111111")]
    [InlineData("6222021234567890123")]
    [InlineData("文件20210831123456789012345")]
    [InlineData("2021-08-31 2021-09-01")]
    [InlineData("订单A13812345678")]
    [InlineData("2018—2026年，1,510人次")]
    public void A_number_that_names_nobody_is_left_alone(string line) => Assert.Empty(Codes(line));

    [Theory]
    [InlineData("联系电话138-1234-5678")]
    [InlineData("联系电话+86 13812345678")]
    public void A_number_that_the_site_allows_is_left_alone(string line) => Assert.Empty(Codes(line, "13812345678"));

    [Fact]
    public void The_place_in_the_line_is_told()
    {
        var leak = Assert.Single(PersonalNumbers.Find("电话：138-1234-5678，下午。", []));
        Assert.Equal((3, 13), (leak.At, leak.Length));
    }
}
