using WorkReports.Content.Coverage.Page;
using WorkReports.Content.Syntax.Html;

namespace WorkReports.Content.Coverage;

/// <summary>What stands in angle brackets.</summary>
sealed partial class SourceWalk
{
    const int TagLength = 4000;

    /// <summary>The bracket that closes an address which is written in angle brackets.</summary>
    int angleEnd = -1;

    /// <summary>No comment ends behind this place: it is not looked for again.</summary>
    int commentsEnd = int.MaxValue;

    /// <summary>Code that was opened by a tag: in it Markdown is Markdown.</summary>
    int htmlCode;

    bool MatchTag()
    {
        var rest = source.AsSpan(at, Math.Min(limit - at, TagLength));
        if (rest.StartsWith("<!--"))
            return PassComment();
        if (HtmlTag.Read(rest) is { } tag && AllowedHtmlTags.IsKnown(tag.Name))
            return !IsWrittenOut(rest[..tag.NameEnd]) && IsOnPage(tag) && PassTag(tag, rest);
        if (
            cursor.IsInCode
            || cursor.Current == '<'
            || rest.IndexOfAny("> \n") is not (> 1 and var end)
            || rest[end] != '>'
        )
            return false;
        if (!rest[..end].ContainsAny(':', '@'))
            return false;
        cursor.Use(PageMark.LinkOpen);
        angleEnd = at + end;
        return Pass(1);
    }

    bool PassComment()
    {
        if (IsWrittenOut("<!--") || at >= commentsEnd)
            return false;
        var end = source.IndexOf("-->", at + 2, limit - at - 2, StringComparison.Ordinal);
        if (end < 0)
        {
            commentsEnd = at;
            return false;
        }
        at = end + 3;
        return true;
    }

    /// <summary>A browser may move blocks, but tags among words stand where they are written.</summary>
    bool IsOnPage(HtmlTag tag) =>
        !PageText.TagsAmongWords.Contains(tag.Name) || cursor.UseTag(tag.IsEnd ? "/" + tag.Name : tag.Name);

    bool PassTag(HtmlTag tag, ReadOnlySpan<char> rest)
    {
        if (tag.Name == "img" && cursor.Use(PageMark.ImageOpen))
            MatchWordsOfPicture(tag, rest);
        else if (tag is { Name: "a", IsEnd: true })
            cursor.Skip(PageMark.Title);
        if (tag.Name == "pre")
            htmlCode = Math.Max(0, htmlCode + (tag.IsEnd ? -1 : 1));
        at += tag.Length;
        return true;
    }

    /// <summary>Both may be missing, in any order.</summary>
    void MatchWordsOfPicture(HtmlTag tag, ReadOnlySpan<char> rest)
    {
        foreach (var name in new[] { "alt", "title" })
        {
            var (from, to) = tag.AttributeOf(rest, name);
            if (to <= from)
                continue;
            var (start, outer) = (at, limit);
            (at, limit) = (start + from, start + to);
            WalkToLimit();
            (at, limit) = (start, outer);
        }
    }
}
