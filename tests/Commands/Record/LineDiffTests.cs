using WorkReports.Commands.Record;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands.Record;

public sealed class LineDiffTests
{
    [Theory]
    [InlineData("a b c", "a b c", " a  b  c")]
    [InlineData("a b c", "a x c", " a -b +x  c")]
    [InlineData("a b c d", "b d e", "-a  b -c  d +e")]
    [InlineData("", "a", "- +a")]
    [InlineData("a a a", "a a", " a  a -a")]
    public void Lines_in_common_stay(string before, string after, string expected) =>
        Assert.Equal(expected, Told(before.Replace(' ', '\n'), after.Replace(' ', '\n')));

    static string Told(string before, string after) =>
        string.Join(' ', LineDiff.Of(before, after).Select(line => $"{line.Mark}{line.Line}"));

    [Fact]
    public void Texts_too_long_to_be_compared_are_told_whole()
    {
        var before = SlowInput.Many("a\nb\n", 30_000) + "x";
        var after = SlowInput.Many("c\nd\n", 30_000) + "x";
        var lines = LineDiff.Of(before, after);
        Assert.Equal(120_001, lines.Count);
        Assert.Equal(' ', lines[^1].Mark);
    }
}
