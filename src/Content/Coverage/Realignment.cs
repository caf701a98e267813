using WorkReports.Content.Coverage.Page;

namespace WorkReports.Content.Coverage;

/// <summary>Finds where source and page go on together, after a part of one that the other has not.</summary>
sealed class Realignment(string source, PageText page)
{
    /// <summary>So many characters in a row, marks aside, are no coincidence.</summary>
    const int SureLength = 8;

    /// <summary>Better than nothing: what follows may be short, or the title of a link.</summary>
    const int ShortLength = 2;

    const int LikelyLength = 4;

    /// <summary>Most of what is missing is short.</summary>
    const int NearDistance = 160;
    const int ShortDistance = 32;

    /// <summary>Without what no page shows.</summary>
    readonly Lazy<string> words = new(() => UnshownSyntax.Blanked(source));

    /// <summary>Without titles, which the source says behind an address.</summary>
    readonly Lazy<char[]> shownWords = new(() =>
    {
        var shown = page.Text.ToArray();
        foreach (var title in page.Marks.Where(mark => mark.Kind == PageMark.Title))
            shown.AsSpan(title.At, title.Value).Fill(' ');
        return shown;
    });

    readonly Lazy<PagePhrases> phrases = new(() => PagePhrases.Of(page.Text, SureLength));

    /// <summary>How many characters of the source and of the page are to be passed over; all that is left where nothing goes on.</summary>
    public (int Lost, int Extra) Find(int at, int limit, int shownAt, int shownEnd) =>
        FindAtEnd(at, limit, shownAt, shownEnd)
        ?? FindNear(SureLength, NearDistance, at, limit, shownAt, shownEnd)
        ?? FindNear(LikelyLength, ShortDistance, at, limit, shownAt, shownEnd)
        ?? FindFar(at, limit, shownAt, shownEnd)
        ?? FindNear(ShortLength, NearDistance, at, limit, shownAt, shownEnd)
        ?? (limit - at, shownEnd - shownAt);

    /// <summary>What follows may still stand for something that the page has: a mark, the number of an item.</summary>
    (int Lost, int Extra)? FindAtEnd(int at, int limit, int shownAt, int shownEnd)
    {
        if (shownAt < shownEnd)
            return null;
        return (Math.Max(1, VisibleText.WordLength(source.AsSpan(at, limit - at))), 0);
    }

    (int Lost, int Extra)? FindNear(int length, int farthest, int at, int limit, int shownAt, int shownEnd)
    {
        for (var distance = 1; distance <= farthest; distance++)
        {
            if (at + distance <= limit && GoesOn(length, at + distance, limit, shownAt, shownEnd))
                return (distance, 0);
            if (shownAt + distance <= shownEnd && GoesOn(length, at, limit, shownAt + distance, shownEnd))
                return (0, distance);
        }
        return null;
    }

    /// <summary>Marks are left out on both sides: whether they are shown is not known here.</summary>
    bool GoesOn(int length, int at, int limit, int shownAt, int shownEnd) =>
        GoesOn(length, words.Value, at, limit, shownAt, shownEnd)
        || GoesOn(length, source, at, limit, shownAt, shownEnd);

    bool GoesOn(int length, string written, int at, int limit, int shownAt, int shownEnd)
    {
        var shown = shownWords.Value.AsSpan();
        // What is passed over ends where a word begins, or marks that lead to it are told as lost, too.
        if (at < limit && shownAt < shownEnd && VisibleText.IsWord(written[at]) && written[at] != shown[shownAt])
            return false;
        for (var same = 0; same < length; same++)
        {
            while (at < limit && !VisibleText.IsWord(written[at]))
                at++;
            while (shownAt < shownEnd && !VisibleText.IsWord(shown[shownAt]))
                shownAt++;
            if (at >= limit || shownAt >= shownEnd)
                return shownAt >= shownEnd && (at >= limit || (length == ShortLength && same > 0));
            if (written[at++] != shown[shownAt++])
                return false;
        }
        return true;
    }

    (int Lost, int Extra)? FindFar(int at, int limit, int shownAt, int shownEnd)
    {
        var window = new WordWindow(words.Value, at, limit, SureLength);
        (int Lost, int Extra)? best = null;
        while (window.Next() is { } start && (best is null || start - at < best.Value.Lost + best.Value.Extra))
        {
            if (
                phrases.Value.FindFrom(window.Phrase, shownAt) is { } found
                && found < shownEnd
                && (best is null || start - at + found - shownAt < best.Value.Lost + best.Value.Extra)
            )
                best = (start - at, found - shownAt);
        }
        return best;
    }
}
