using System.Text.RegularExpressions;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Pages;

/// <summary>
/// The palette stands twice: as custom properties, and as plain values before them for browsers that know none. Where
/// the two differ, old browsers show a colour that nobody chose.
/// </summary>
public sealed partial class PaletteTests
{
    static readonly IReadOnlyDictionary<string, string> Palette = StyleSheet
        .Read(Repository.Read("wwwroot", "css", "tokens.css"))
        .First(rule => rule.Prelude == ":root")
        .Declarations.ToDictionary(declaration => declaration.Property, declaration => declaration.Value);

    public static TheoryData<string> Sheets =>
        [
            .. Directory
                .GetFiles(Repository.Path("wwwroot", "css"), "*.css")
                .Select(file => Path.GetFileName(file))
                .Order(),
        ];

    [Theory]
    [MemberData(nameof(Sheets))]
    public void Plain_values_are_those_of_the_palette(string sheet)
    {
        var wrong = Mismatches(StyleSheet.Read(Repository.Read("wwwroot", "css", sheet))).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void The_palette_holds_what_sheets_use_and_nothing_else()
    {
        // The height of a bar on the page is measured by a script: no colour, and set on no sheet.
        var used = Sheets
            .SelectMany(sheet => Variable().Matches(Repository.Read("wwwroot", "css", sheet.Data)))
            .Select(variable => variable.Groups["name"].Value)
            .Except(["--aloud-height"]);
        Assert.Equal(Palette.Keys.Order(), used.Distinct().Order());
    }

    [Theory]
    [InlineData("a { color: #1f1b17; color: var(--text) }", "a { color: #1f1b17; color: var(--text) }")]
    [InlineData("a { background: #fff; background: var(--surface) }", "background: #fff")]
    [InlineData("a { border-top: 1px solid #000; border-color: var(--border) }", "border-top: 1px solid #000")]
    [InlineData("a { outline: 3px solid #000; outline-color: var(--accent) }", "outline: 3px solid #000")]
    [InlineData("a { box-shadow: inset 0 -3px #9a191e; box-shadow: inset 0 -4px var(--accent) }", "inset 0 -3px")]
    [InlineData("a { color: #000; color: var(--misspelt) }", "var(--misspelt)")]
    [InlineData("@supports (a: b) { @media (c: d) { a { color: #000; color: var(--text) } } }", "color: #000")]
    public void A_plain_value_that_differs_is_told(string css, string told) =>
        Assert.Contains(told, Assert.Single(Mismatches(StyleSheet.Read(css))));

    [Theory]
    [InlineData("a { color: #1f1b16; color: var(--text) }")]
    [InlineData("a { border: 2px solid #9a191e; border-radius: 4px; border-color: var(--accent) }")]
    [InlineData("a { box-shadow: 0 0 #9a191e, 1px 0 #e3dbcf; box-shadow: 0 0 var(--accent), 1px 0 var(--border) }")]
    [InlineData("@supports (a: b) { a { color: var(--text) } }")]
    public void A_plain_value_of_the_palette_is_not_told(string css) => Assert.Empty(Mismatches(StyleSheet.Read(css)));

    static IEnumerable<string> Mismatches(IEnumerable<StyleRule> rules) =>
        rules.SelectMany(rule =>
            rule.Declarations.Select((declaration, i) => Mismatch(declaration, rule.Declarations.Take(i)))
                .OfType<string>()
                .Select(mismatch => $"{rule.Prelude} {{ {mismatch} }}")
                .Concat(Mismatches(rule.Rules))
        );

    /// <summary>Null where the two agree or one is missing; <see cref="OldBrowserTests"/> asks for plain ones.</summary>
    static string? Mismatch(Declaration declaration, IEnumerable<Declaration> before)
    {
        if (StyleSheet.IsPlain(declaration))
            return null;
        var plain = before.LastOrDefault(other =>
            StyleSheet.IsPlain(other) && StyleSheet.Covers(other.Property, declaration.Property)
        );
        var meant = Variable()
            .Replace(declaration.Value, variable =>
                Palette.GetValueOrDefault(variable.Groups["name"].Value, variable.Value)
            );
        var agrees =
            plain is null
            || plain.Value == meant
            || plain.Property != declaration.Property && plain.Value.Split(' ').Contains(meant);
        return agrees ? null : $"{plain!.Property}: {plain.Value}; {declaration.Property}: {declaration.Value}";
    }

    [GeneratedRegex(@"var\((?<name>--[\w-]+)[^)]*\)")]
    private static partial Regex Variable();
}
