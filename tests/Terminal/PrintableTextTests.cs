using System.Globalization;
using System.Text.Json;
using WorkReports.Terminal;

namespace WorkReports.Tests.Terminal;

public sealed class PrintableTextTests
{
    [Theory]
    [InlineData("\u001b]0;X\u0007", @"\u001b]0;X\u0007")]
    [InlineData("一\r\n2026-11-30 INF 二", @"一\u000d\u000a2026-11-30 INF 二")]
    [InlineData("\u009b2J", @"\u009b2J")]
    [InlineData("a\tb\u007f", @"a\u0009b\u007f")]
    [InlineData("行\u2028段\u2029", @"行\u2028段\u2029")]
    [InlineData(
        "\u202e01-21\u202c\u2067x\u2069\u200e\u200f\u061c",
        @"\u202e01-21\u202c\u2067x\u2069\u200e\u200f\u061c"
    )]
    [InlineData("\ufeff\ufffe", @"\ufeff\ufffe")]
    [InlineData("\U000E0041", @"\udb40\udc41")]
    [InlineData("::error file=a::b", @"\u003a:error file=a::b")]
    [InlineData("  ::stop-commands::x", @"  \u003a:stop-commands::x")]
    [InlineData("甲 ##vso[task.complete] ##[error]", @"甲 \u0023#vso[task.complete] \u0023#[error]")]
    public void What_steers_a_terminal_or_a_build_is_shown(string text, string shown) =>
        Assert.Equal(shown, PrintableText.Of(text));

    [Fact]
    public void So_is_half_a_character() => Assert.Equal(@"半\ud83d个\ude00", PrintableText.Of("半\ud83d个\ude00"));

    [Theory]
    [InlineData("工作报告（2021年）——第一、二季度😀")]
    [InlineData("👨‍👩‍👧 नमस्ते می‌خواهم")]
    [InlineData("## 标题 [链接](a.md) :: 说明")]
    [InlineData(@"C:\users\u001b")]
    [InlineData("2001:db8::1")]
    [InlineData("")]
    public void What_is_text_stays_the_same(string text) => Assert.Same(text, PrintableText.Of(text));

    [Fact]
    public void In_JSON_it_is_the_same_text()
    {
        for (var code = 0; code < 0x11_0000; code += code < 0x3_0000 ? 1 : 251)
        {
            if (code is >= 0xD800 and < 0xE000 or '"' or '\\')
                continue;
            var text = "甲" + char.ConvertFromUtf32(code) + "##[a";
            var shown = PrintableText.Of(text);
            Assert.Equal(text, JsonSerializer.Deserialize<string>($"\"{shown}\""));
            Assert.DoesNotContain(shown.EnumerateRunes(), rune =>
                System.Text.Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.Control
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
            );
        }
    }
}
