using System.Text;
using WorkReports.Content.Problems;

namespace WorkReports.Tests.Content.Problems;

public sealed class TextDecoderTests
{
    const string Words = "常州市龙城大道，𬭎䶮㙍。";

    static TextDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<byte[], bool> Saved =>
        new()
        {
            { Encoding.UTF8.GetBytes(Words), false },
            { [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Words)], false },
            { [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Words)], false },
            { [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Words)], false },
            { Encoding.GetEncoding("GB18030").GetBytes(Words), true },
        };

    [Theory]
    [MemberData(nameof(Saved))]
    public void Reads_what_any_program_saved(byte[] bytes, bool warns)
    {
        var problems = new ProblemList("a.md");
        Assert.Equal(Words, TextDecoder.Decode(bytes, problems));
        Assert.Equal(warns ? ["encoding-gbk"] : [], problems.All.Select(problem => problem.Code));
    }

    [Fact]
    public void Takes_every_line_end_for_one()
    {
        Assert.Equal("甲\n乙\n丙\n", TextDecoder.Decode("甲\r\n乙\r丙\n"u8.ToArray(), new ProblemList("a.md")));
    }

    [Fact]
    public void Drops_what_nobody_sees_and_takes_the_line_end_of_Word_for_one()
    {
        Assert.Equal(
            "甲乙\n丙\t丁",
            TextDecoder.Decode(
                Encoding.UTF8.GetBytes("\uFEFF\uFEFF甲\u0001\u009F乙\v丙\t\uFFFE丁"),
                new ProblemList("a.md")
            )
        );
    }

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 0x00, 0x00 })]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF })]
    public void Refuses_what_is_no_text(byte[] bytes)
    {
        var problems = new ProblemList("a.md");
        Assert.Null(TextDecoder.Decode(bytes, problems));
        Assert.Equal("not-text", Assert.Single(problems.All).Code);
    }
}
