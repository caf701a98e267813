using WorkReports.Content.Coverage.Page;

namespace WorkReports.Content.Coverage;

/// <summary>Links and pictures: their words are shown, where they lead is not.</summary>
sealed partial class SourceWalk
{
    const int TitleLength = 4000;

    /// <param name="Start">Where its bracket stands.</param>
    /// <param name="IsLink">True where the page has a link for it.</param>
    readonly record struct OpenBracket(int Start, bool IsImage, bool IsLink);

    readonly Stack<OpenBracket> brackets = [];

    /// <summary>A picture's words are shown without marks, those of pictures and links in them, too.</summary>
    int openImages;

    bool OpenImage()
    {
        // A picture of another site becomes a link, or words of the link that it stands in.
        var isPlain = told.Contains(at) || cursor.Use(PageMark.ImageOpen);
        if (!isPlain && !cursor.Use(PageMark.LinkOpen))
            return false;
        brackets.Push(new OpenBracket(at + 1, IsImage: true, IsLink: !isPlain));
        openImages++;
        at += 2;
        return true;
    }

    bool OpenLink()
    {
        if (IsBox() || (!told.Contains(at) && !cursor.Use(PageMark.LinkOpen)))
            return false;
        brackets.Push(new OpenBracket(at, IsImage: false, IsLink: true));
        at++;
        return true;
    }

    bool CloseLink()
    {
        if (!brackets.TryPeek(out var open))
            return false;
        if (open.IsImage && at == open.Start + 1)
            SkipGivenWords(open);
        var isClosed =
            told.Contains(at)
            || cursor.Use(PageMark.ImageClose)
            || cursor.Use(PageMark.LinkClose)
            || (openImages > 0 && cursor.Current != ']');
        if (!isClosed)
            return false;
        brackets.Pop();
        openImages -= open.IsImage ? 1 : 0;
        ReadTarget(source.AsSpan(open.Start + 1, at - open.Start - 1));
        return true;
    }

    /// <summary>A link needs words: the page gives it some where its picture has none.</summary>
    void SkipGivenWords(OpenBracket picture)
    {
        if (picture.IsLink)
            cursor.SkipTo(PageMark.LinkClose);
        else if (brackets.Count > 1 && told.Contains(at) && cursor.Rest.StartsWith(TextCoverage.UnnamedPicture))
            cursor.Advance(TextCoverage.UnnamedPicture.Length);
    }

    /// <summary>Where a link leads: after its words, or defined elsewhere for them.</summary>
    void ReadTarget(ReadOnlySpan<char> words)
    {
        at++;
        if (at < limit && source[at] == '(' && ReadAddressAndTitle())
            return;
        var label = words;
        if (
            at < limit
            && source[at] == '['
            && Ahead() != '^'
            && LabelEnd(at) is > 0 and var end
            && !IsWrittenOut(source.AsSpan(at, end + 1 - at))
        )
        {
            if (end > at + 1)
                label = source.AsSpan(at + 1, end - at - 1);
            at = end + 1;
        }
        usedLabels.Add(Normalized(label));
        SkipTitle();
    }

    /// <summary>That of a definition; not that of the link around a picture, which ends here, too.</summary>
    void SkipTitle()
    {
        if (brackets.Count == 0 || !cursor.Has(PageMark.LinkClose))
            cursor.Skip(PageMark.Title);
    }

    bool ReadAddressAndTitle()
    {
        var start = AfterSpace(at + 1);
        if (AfterAddress(start) is not { } address)
            return false;
        var title = AfterTitle(AfterSpace(address)) ?? (address, address, address);
        var end = AfterSpace(title.End);
        if (end >= limit || source[end] != ')')
            return false;
        if (title.To == title.From)
            SkipTitle();
        else if (!told.Contains(at))
            MatchTitle(title.From, title.To);
        at = end + 1;
        return true;
    }

    void MatchTitle(int from, int to)
    {
        var outer = limit;
        (at, limit) = (from, to);
        WalkToLimit();
        limit = outer;
    }

    int AfterSpace(int place)
    {
        while (place < limit && char.IsWhiteSpace(source[place]))
            place++;
        return place;
    }

    int? AfterAddress(int place)
    {
        if (place >= limit)
            return place;
        if (source[place] == '<')
            return
                source.AsSpan(place, limit - place).IndexOfAny('>', '\n') is > 0 and var end
                && source[place + end] == '>'
                ? place + end + 1
                : null;
        var depth = 0;
        for (; place < limit && source[place] > ' '; place++)
        {
            if (source[place] == '\\')
                place++;
            else if (source[place] == '(')
                depth++;
            else if (source[place] == ')' && --depth < 0)
                break;
        }
        return Math.Min(place, limit);
    }

    /// <summary>A title in quotation marks: where its words are, and where it ends; null where none stands.</summary>
    (int From, int To, int End)? AfterTitle(int place)
    {
        if (place >= limit || source[place] is not ('"' or '\'' or '('))
            return null;
        var closing = source[place] == '(' ? ')' : source[place];
        var last = Math.Min(limit, place + TitleLength);
        for (var end = place + 1; end < last; end++)
        {
            if (source[end] == closing)
                return (place + 1, end, end + 1);
            if (source[end] == '\\')
                end++;
        }
        return null;
    }
}
