using System.Text;
using DocumentFormat.OpenXml;
using WorkReports.Import.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Import.Word;

/// <summary>A paragraph while its runs are read.</summary>
sealed class ParagraphBuilder(W.Paragraph paragraph)
{
    readonly List<Inline> inlines = [];
    readonly StringBuilder pendingText = new();
    (InlineFormat Format, string? Url) pendingFormat;
    readonly Dictionary<double, int> charactersByFontSize = [];
    readonly Dictionary<string, int> charactersByFont = [];
    int characterCount;
    int boldCount;
    int redCount;

    public W.Paragraph Paragraph { get; } = paragraph;

    public IReadOnlyList<Inline> Inlines
    {
        get
        {
            FlushText();
            return inlines;
        }
    }

    /// <summary>Text boxes that are anchored in it.</summary>
    public List<OpenXmlElement> TextBoxes { get; } = [];

    /// <summary>Of most characters, in points.</summary>
    public double FontSize => charactersByFontSize.Count > 0 ? charactersByFontSize.MaxBy(size => size.Value).Key : 0;

    /// <summary>Of most characters.</summary>
    public string Font => charactersByFont.Count > 0 ? charactersByFont.MaxBy(font => font.Value).Key : "";

    public bool IsBold => characterCount > 0 && boldCount == characterCount;

    public bool IsRed => characterCount > 0 && redCount == characterCount;

    bool isBroken;

    /// <summary>What text comes next begins a line.</summary>
    public void BreakBeforeText() => isBroken = true;

    public bool HasText => characterCount > 0;

    /// <summary>A digit that follows would belong to the number.</summary>
    public bool EndsWithDigit => pendingText.Length > 0 && char.IsAsciiDigit(pendingText[^1]);

    public void Add(Inline inline)
    {
        isBroken = false;
        FlushText();
        inlines.Add(inline);
    }

    public void Add(string text, RunFormat format, string? url)
    {
        var normalized = Normalize(text);
        if (normalized.Length == 0)
            return;
        if (isBroken)
            Add(new LineBreak());
        var count = normalized.Count(character => !char.IsWhiteSpace(character));
        characterCount += count;
        if (format.Inline.HasFlag(InlineFormat.Bold))
            boldCount += count;
        if (format.IsRed)
            redCount += count;
        charactersByFontSize[format.FontSize] = charactersByFontSize.GetValueOrDefault(format.FontSize) + count;
        charactersByFont[format.Font] = charactersByFont.GetValueOrDefault(format.Font) + count;

        if (pendingFormat != (format.Inline, url))
            FlushText();
        pendingFormat = (format.Inline, url);
        pendingText.Append(normalized);
    }

    /// <summary>Word splits runs anywhere: neighbours in one format become one run.</summary>
    void FlushText()
    {
        if (pendingText.Length > 0)
            inlines.Add(new TextRun(pendingText.ToString(), pendingFormat.Format, pendingFormat.Url));
        pendingText.Clear();
    }

    /// <summary>Without zero-width and control characters; every white space but the ideographic one becomes a plain space.</summary>
    static string Normalize(string text) =>
        string.Concat(
            text.Where(character =>
                    character is not ('\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\uFFFC')
                    && (character >= ' ' || character is '\t' or '\n' or '\r')
                )
                .Select(character => character != '\u3000' && char.IsWhiteSpace(character) ? ' ' : character)
        );
}

/// <param name="Font">Of Chinese characters; empty where nothing says it.</param>
/// <param name="SignFont">A symbol font, whose letters are signs; null for any other.</param>
readonly record struct RunFormat(
    InlineFormat Inline,
    double FontSize,
    bool IsRed,
    string Font,
    bool IsUpperCase = false,
    string? SignFont = null
);
