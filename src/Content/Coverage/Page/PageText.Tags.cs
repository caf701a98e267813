namespace WorkReports.Content.Coverage.Page;

sealed partial class PageText
{
    const string NoteAddress = "#fn:";
    const string NoteId = "fn:";

    /// <summary>None of them stands for a mark of Markdown.</summary>
    public static readonly IReadOnlySet<string> TagsAmongWords = new HashSet<string>
    {
        "abbr",
        "b",
        "cite",
        "i",
        "ins",
        "mark",
        "q",
        "s",
        "small",
        "sub",
        "u",
    };

    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> AmongWords = (
        (HashSet<string>)TagsAmongWords
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    void ReadTag(ReadOnlySpan<char> tag)
    {
        var isEnd = tag is ['/', ..];
        var name = tag[(isEnd ? 1 : 0)..];
        name = name.IndexOf(' ') is >= 0 and var space ? name[..space] : name;
        switch (name)
        {
            case "a":
                ReadLink(tag, isEnd);
                break;
            case "img":
                ReadImage(tag);
                break;
            case "em" or "strong":
                Mark(PageMark.Star, name.Length == 2 ? 1 : 2);
                break;
            case "del":
                Mark(PageMark.Tilde, 2);
                break;
            case "code":
                Mark(isEnd ? PageMark.CodeClose : PageMark.CodeOpen);
                break;
            case "pre":
                Mark(isEnd ? PageMark.BlockClose : PageMark.BlockOpen);
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Mark(isEnd ? PageMark.HeadClose : PageMark.HeadOpen);
                break;
            case "hr":
                Mark(PageMark.Rule);
                break;
            case "dd":
                Mark(PageMark.Definition);
                break;
            case "td" or "th" or "tr":
                Mark(PageMark.Cell);
                break;
            case "thead" when isEnd:
                Mark(PageMark.TableRule);
                break;
            case "ol" or "ul" or "li":
                ReadList(tag, name, isEnd);
                break;
            default:
                if (AmongWords.TryGetValue(name, out var known))
                    marks.Add(new PlacedMark(Length, PageMark.Tag) { Name = isEnd ? "/" + known : known });
                break;
        }
    }

    void ReadLink(ReadOnlySpan<char> tag, bool isEnd)
    {
        if (isEnd && isSkipping)
        {
            isSkipping = false;
        }
        else if (isEnd)
        {
            Mark(PageMark.LinkClose);
            Add(PageMark.Title, linkTitle);
        }
        else if (Attribute(tag, "class") is "footnote-ref")
        {
            Mark(PageMark.Note, NumberOfNote(Attribute(tag, "href"), NoteAddress));
            isSkipping = true;
        }
        else if (Attribute(tag, "class") is "footnote-back-ref")
        {
            isSkipping = true;
        }
        else
        {
            linkTitle = Attribute(tag, "title").ToString();
            Mark(PageMark.LinkOpen);
        }
    }

    void ReadImage(ReadOnlySpan<char> tag)
    {
        Mark(PageMark.ImageOpen);
        Add(PageMark.Alternative, Attribute(tag, "alt"));
        Mark(PageMark.ImageClose);
        Add(PageMark.Title, Attribute(tag, "title"));
    }

    void ReadList(ReadOnlySpan<char> tag, ReadOnlySpan<char> name, bool isEnd)
    {
        if (name is not "li" && isEnd)
        {
            lists.TryPop(out _);
        }
        else if (name is not "li")
        {
            var first = name is "ol" ? Number(Attribute(tag, "start"), 1) : PlacedMark.Bullet;
            lists.Push((first, first));
        }
        else if (Attribute(tag, "id") is var id && id.StartsWith(NoteId))
        {
            (openNote, openNoteStart) = (NumberOfNote(id, NoteId), Length);
        }
        else if (!isEnd)
        {
            AddItem(tag);
        }
        // Items of a list within a note end, too: the last end counts.
        if (name is "li" && isEnd && openNote > 0)
            notes[openNote] = openNoteStart..Length;
    }

    static int NumberOfNote(ReadOnlySpan<char> text, string before) =>
        text.StartsWith(before) ? Number(text[before.Length..], 0) : 0;

    void AddItem(ReadOnlySpan<char> tag)
    {
        var (next, first) = lists.TryPop(out var list) ? list : (PlacedMark.Bullet, PlacedMark.Bullet);
        var number = next == PlacedMark.Bullet ? next : Number(Attribute(tag, "value"), next);
        marks.Add(new PlacedMark(Length, PageMark.Item, number) { First = first });
        lists.Push((number == PlacedMark.Bullet ? number : number + 1, first));
    }
}
