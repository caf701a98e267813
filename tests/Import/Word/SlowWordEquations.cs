using static WorkReports.Tests.Import.SlowWord;

namespace WorkReports.Tests.Import.Word;

/// <summary>Equations, wide and deep.</summary>
static class SlowWordEquations
{
    const string X = "<m:r><m:t>x</m:t></m:r>";

    public static readonly IReadOnlyList<SlowWord> All =
    [
        Wide("letters of an equation", "x"),
        Math("runs of an equation", n => Times(n, X)),
        Math("fractions of an equation", n => Times(n, $"<m:f><m:num>{X}</m:num><m:den>{X}</m:den></m:f>")),
        Math("empty fractions", n => Times(n, "<m:f/>")),
        Math("raised letters", n => Times(n, $"<m:sSup><m:e>{X}</m:e><m:sup>{X}</m:sup></m:sSup>")),
        Math("a long raised text", n => $"<m:sSup><m:e>{X}</m:e><m:sup>{Times(n, X)}</m:sup></m:sSup>"),
        Math("cells of a matrix", n => $"<m:m>{Times(n / 4, $"<m:mr>{Times(4, $"<m:e>{X}</m:e>")}</m:mr>")}</m:m>"),
        Math("parts of a bracket", n => $"<m:d>{Times(n, $"<m:e>{X}</m:e>")}</m:d>"),
        Deep("raised letters in each other", "<m:sSup><m:e/><m:sup>", "</m:sup></m:sSup>"),
        Deep("roots in each other", "<m:rad><m:e>", "</m:e></m:rad>"),
        Deep("brackets in each other", "<m:d><m:e>", "</m:e></m:d>"),
        Deep("accents in each other", "<m:acc><m:e>", "</m:e></m:acc>"),
        Deep("fractions under each other", "<m:f><m:num/><m:den>", "</m:den></m:f>"),
    ];

    static SlowWord Math(string name, Func<int, string> inside) =>
        Of(name, n => Paragraph($"<m:oMath>{inside(n)}</m:oMath>"));

    static SlowWord Wide(string name, string letter) => Math(name, n => $"<m:r><m:t>{Times(n, letter)}</m:t></m:r>");

    /// <summary>Both many towers and one tower around a long text.</summary>
    static SlowWord Deep(string name, string open, string close) =>
        Math(name, n => Towers(n, 60, open, close, X) + Times(60, open) + Times(n, X) + Times(60, close));
}
