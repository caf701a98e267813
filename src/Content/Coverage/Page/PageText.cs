using System.Globalization;

namespace WorkReports.Content.Coverage.Page;

/// <summary>
/// The visible characters of a page in the order of its HTML, and the marks between them. Reads what <c>HtmlWriter</c> wrote: in it
/// no attribute holds an angle bracket.
/// </summary>
sealed partial class PageText
{
    readonly List<PlacedMark> marks = [];
    readonly Dictionary<int, Range> notes = [];
    readonly Stack<(int Next, int First)> lists = [];

    char[] text = new char[4096];
    string linkTitle = "";
    int openNote;
    int openNoteStart;
    bool isSkipping;

    PageText() { }

    public ReadOnlySpan<char> Text => text.AsSpan(0, Length);

    public int Length { get; private set; }

    /// <summary>In order.</summary>
    public IReadOnlyList<PlacedMark> Marks => marks;

    /// <summary>Where the text of each note stands, by the note's number.</summary>
    public IReadOnlyDictionary<int, Range> Notes => notes;

    /// <summary>Where the text before the notes ends.</summary>
    public int End => notes.Count == 0 ? Length : notes.Values.Min(note => note.Start.Value);

    /// <param name="parts">HTML, one part after the other.</param>
    public static PageText Of(params ReadOnlySpan<string> parts)
    {
        var page = new PageText();
        foreach (var html in parts)
            page.Read(html);
        return page;
    }

    void Read(ReadOnlySpan<char> html)
    {
        while (!html.IsEmpty)
        {
            var next = html.IndexOf('<') is >= 0 and var found ? found : html.Length;
            if (!isSkipping)
                Add(html[..next]);
            if (next == html.Length)
                return;
            html = html[(next + 1)..];
            var end = html.IndexOf('>') is >= 0 and var closing ? closing : html.Length;
            ReadTag(html[..end]);
            html = html[Math.Min(end + 1, html.Length)..];
        }
    }

    void Add(ReadOnlySpan<char> words)
    {
        if (text.Length < Length + words.Length)
            Array.Resize(ref text, Math.Max(text.Length * 2, Length + words.Length));
        while (!words.IsEmpty)
        {
            var run = VisibleText.VisibleLength(words);
            words[..run].CopyTo(text.AsSpan(Length));
            Length += run;
            words = words[run..];
            if (words is ['&', ..])
                AddEntity(ref words);
            else if (!words.IsEmpty)
                words = words[1..];
        }
    }

    /// <summary>Those that a page is written with.</summary>
    void AddEntity(ref ReadOnlySpan<char> words)
    {
        var end = words.IndexOf(';');
        var letter = words[..(end + 1)] switch
        {
            "&amp;" => '&',
            "&lt;" => '<',
            "&gt;" => '>',
            "&quot;" => '"',
            _ => ' ',
        };
        if (letter != ' ')
            text[Length++] = letter;
        words = words[(end + 1)..];
    }

    void Mark(PageMark kind, int value = 1) => marks.Add(new PlacedMark(Length, kind, value));

    /// <summary>Text of an attribute: the source may say it elsewhere, or not at all.</summary>
    void Add(PageMark kind, ReadOnlySpan<char> words)
    {
        var (at, place) = (Length, marks.Count);
        Add(words);
        if (Length > at)
            marks.Insert(place, new PlacedMark(at, kind, Length - at));
    }

    static ReadOnlySpan<char> Attribute(ReadOnlySpan<char> tag, ReadOnlySpan<char> name)
    {
        for (var at = tag.IndexOf(name); at >= 0; )
        {
            var rest = tag[(at + name.Length)..];
            if (at > 0 && tag[at - 1] == ' ' && rest is ['=', '"', ..])
                return rest[2..] is var value && value.IndexOf('"') is >= 0 and var end ? value[..end] : value;
            tag = rest;
            at = tag.IndexOf(name);
        }
        return [];
    }

    static int Number(ReadOnlySpan<char> digits, int otherwise) =>
        int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;
}
