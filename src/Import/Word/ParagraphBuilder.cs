using System.Text;
using DocumentFormat.OpenXml;
using WorkReports.Import.Model;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Import.Word;

/// <summary>A paragraph while its runs are read.</summary>
sealed class ParagraphBuilder(W.Paragraph paragraph)
{
    readonly List<Inline> inlines = [];
    readonly StringBuilder words = new();
    (Marks Marks, string? Url) look;
    readonly Dictionary<double, int> sizes = [];
    int letters;
    int bold;
    int red;

    public W.Paragraph Paragraph { get; } = paragraph;

    public IReadOnlyList<Inline> Inlines
    {
        get
        {
            EndWords();
            return inlines;
        }
    }

    /// <summary>Text boxes that hang on it.</summary>
    public List<OpenXmlElement> Boxes { get; } = [];

    /// <summary>Of most letters, in points.</summary>
    public double Size => sizes.Count > 0 ? sizes.MaxBy(size => size.Value).Key : 0;

    public bool IsBold => letters > 0 && bold == letters;

    public bool IsRed => letters > 0 && red == letters;

    public void Add(Inline inline)
    {
        EndWords();
        inlines.Add(inline);
    }

    public void Add(string text, RunLook run, string? url)
    {
        var clean = Clean(text);
        if (clean.Length == 0)
            return;
        var count = clean.Count(letter => !char.IsWhiteSpace(letter));
        letters += count;
        if (run.Marks.HasFlag(Marks.Bold))
            bold += count;
        if (run.IsRed)
            red += count;
        sizes[run.Size] = sizes.GetValueOrDefault(run.Size) + count;

        if (look != (run.Marks, url))
            EndWords();
        look = (run.Marks, url);
        words.Append(clean);
    }

    /// <summary>Word cuts runs anywhere: those that look alike are one.</summary>
    void EndWords()
    {
        if (words.Length > 0)
            inlines.Add(new Words(words.ToString(), look.Marks, look.Url));
        words.Clear();
    }

    /// <summary>Without letters that have no width; every space but the wide one is a plain one.</summary>
    static string Clean(string text) =>
        string.Concat(
            text.Where(letter =>
                    letter is not ('\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\uFFFC')
                    && (letter >= ' ' || letter is '\t' or '\n' or '\r')
                )
                .Select(letter => letter != '\u3000' && char.IsWhiteSpace(letter) ? ' ' : letter)
        );
}

readonly record struct RunLook(Marks Marks, double Size, bool IsRed);
