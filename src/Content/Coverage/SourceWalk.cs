using WorkReports.Content.Coverage.Page;

namespace WorkReports.Content.Coverage;

/// <summary>
/// Walks through Markdown beside the text of its page. What is no mark must stand on the page, in order; a mark must stand there, too,
/// unless the page has what the mark makes: emphasis, a link, a cell. Nothing of the parser's tree is asked.
/// </summary>
/// <param name="told">What an editor is told of in other words.</param>
sealed partial class SourceWalk(string source, PageText page, TextRanges told)
{
    /// <summary>Nobody corrects more at once, and each costs a search.</summary>
    const int MismatchLimit = 200;

    readonly PageCursor cursor = new(page);
    readonly Realignment realignment = new(source, page);

    int at;
    int limit;
    int mismatches;

    /// <summary>Parts of the source that do not stand where they should.</summary>
    public TextRanges Unmatched { get; } = new();

    /// <summary>Parts of the page that nothing of the source was found for.</summary>
    public TextRanges Leftovers { get; } = new();

    public void Walk()
    {
        cursor.Start(0, page.End);
        Walk(0, source.Length);
        WalkNotes();
        foreach (var definition in definitions.Values.Where(definition => !usedLabels.Contains(definition.Label)))
            Unmatched.Add(definition.Start, definition.End);
    }

    void Walk(int start, int end)
    {
        (at, limit, openImages, isInFence, isInSpan) = (start, end, 0, false, false);
        brackets.Clear();
        BeginLine();
        WalkToLimit();
        Unmatched.Add(at, limit);
        Leftovers.Add(cursor.At, cursor.End);
    }

    void WalkToLimit()
    {
        while (at < limit && mismatches < MismatchLimit)
        {
            var rest = source.AsSpan(at, limit - at);
            var words = VisibleText.WordLength(rest);
            if (words > 0)
                MatchWords(words);
            else if (VisibleText.IsMark(rest[0]))
                MatchMark(rest[0]);
            else if (rest[0] == '\n')
                BeginNextLine();
            else
                at++;
        }
    }

    void BeginNextLine()
    {
        at++;
        BeginLine();
    }

    void MatchWords(int length)
    {
        var same = source.AsSpan(at, length).CommonPrefixLength(cursor.Rest);
        if (same > 0)
            Match(same);
        else if (!cursor.SkipAttribute())
            Realign();
    }

    void Match(int length)
    {
        at += length;
        cursor.Advance(length);
    }

    void MatchLiterally()
    {
        if (cursor.Current == source[at])
            Match(1);
        else if (openImages > 0)
            at++;
        else if (!cursor.SkipAttribute())
            Realign();
    }

    /// <summary>Goes on where source and page are the same again.</summary>
    void Realign()
    {
        mismatches++;
        var (lost, extra) = realignment.Find(at, limit, cursor.At, cursor.End);
        Leftovers.Add(cursor.At, cursor.At + extra);
        cursor.Advance(extra);
        PassOver(at + lost);
        if (at < limit && IsLineStart())
            BeginLine();
    }

    /// <summary>Definitions among what is passed over still say where links lead.</summary>
    void PassOver(int end)
    {
        while (at < end)
        {
            var next = Math.Min(end, NextLine(at));
            Unmatched.Add(at, next);
            at = next;
            if (NextLine(at) >= end)
                BeginLine();
            while (at < end && source[at] == '[' && ReadDefinition())
                continue;
        }
    }

    bool IsLineStart() => source.AsSpan(0, at).TrimEnd(" \t>") is [] or [.., '\n'];

    char Ahead(int characters = 1) => at + characters < limit ? source[at + characters] : '\0';

    bool IsSpaceAt(int place) => place >= limit || char.IsWhiteSpace(source[place]);

    /// <summary>The next character that a reader sees.</summary>
    char VisibleAhead()
    {
        for (var place = at + 1; place < limit; place++)
        {
            if (VisibleText.IsVisible(source[place]))
                return source[place];
        }
        return '\0';
    }

    ReadOnlySpan<char> RestOfLine()
    {
        var rest = source.AsSpan(at, limit - at);
        return rest.IndexOf('\n') is >= 0 and var end ? rest[..end] : rest;
    }
}
