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
    (InlineFormat Marks, string? Url) pendingFormat;
    readonly Dictionary<double, int> charactersByFontSize = [];
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

    /// <summary>Text boxes that hang on it.</summary>
    public List<OpenXmlElement> TextBoxes { get; } = [];

    /// <summary>Of most letters, in points.</summary>
    public double FontSize => charactersByFontSize.Count > 0 ? charactersByFontSize.MaxBy(size => size.Value).Key : 0;

    public bool IsBold => characterCount > 0 && boldCount == characterCount;

    public bool IsRed => characterCount > 0 && redCount == characterCount;

    public void Add(Inline inline)
    {
        FlushText();
        inlines.Add(inline);
    }

    public void Add(string text, RunFormat run, string? url)
    {
        var clean = Normalize(text);
        if (clean.Length == 0)
            return;
        var count = clean.Count(letter => !char.IsWhiteSpace(letter));
        characterCount += count;
        if (run.Inline.HasFlag(InlineFormat.Bold))
            boldCount += count;
        if (run.IsRed)
            redCount += count;
        charactersByFontSize[run.FontSize] = charactersByFontSize.GetValueOrDefault(run.FontSize) + count;

        if (pendingFormat != (run.Inline, url))
            FlushText();
        pendingFormat = (run.Inline, url);
        pendingText.Append(clean);
    }

    /// <summary>Word cuts runs anywhere: those that look alike are one.</summary>
    void FlushText()
    {
        if (pendingText.Length > 0)
            inlines.Add(new TextRun(pendingText.ToString(), pendingFormat.Marks, pendingFormat.Url));
        pendingText.Clear();
    }

    /// <summary>Without letters that have no width; every space but the wide one is a plain one.</summary>
    static string Normalize(string text) =>
        string.Concat(
            text.Where(letter =>
                    letter is not ('\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\uFFFC')
                    && (letter >= ' ' || letter is '\t' or '\n' or '\r')
                )
                .Select(letter => letter != '\u3000' && char.IsWhiteSpace(letter) ? ' ' : letter)
        );
}

readonly record struct RunFormat(InlineFormat Inline, double FontSize, bool IsRed);
