namespace WorkReports.Content.Coverage.Page;

/// <summary>A place in a page's text, and the marks that stand there and are not used up yet.</summary>
sealed class PageCursor(PageText page)
{
    static readonly int KindCount = Enum.GetValues<PageMark>().Length;

    readonly int[] left = new int[KindCount];
    readonly List<PlacedMark> items = [];
    readonly List<int> noteMarks = [];
    readonly List<string> tags = [];

    int nextMark;
    bool hasMarks;

    public int At { get; private set; }

    /// <summary>Where the text ends that is compared now.</summary>
    public int End { get; private set; }

    /// <summary>True where what follows is code.</summary>
    public bool IsInCode { get; private set; }

    /// <summary>True where what follows is a block of code.</summary>
    public bool IsInBlock { get; private set; }

    public bool IsAtEnd => At >= End;

    public ReadOnlySpan<char> Rest => page.Text[At..End];

    public char Current => At < End ? page.Text[At] : '\0';

    public char Next => At + 1 < End ? page.Text[At + 1] : '\0';

    public void Start(int at, int end)
    {
        (At, End, nextMark, IsInCode, IsInBlock) = (at, end, 0, false, false);
        Forget();
        while (nextMark < page.Marks.Count && page.Marks[nextMark].At < at)
            nextMark++;
        TakeMarks();
    }

    public void Advance(int characters)
    {
        if (characters == 0 || IsAtEnd)
            return;
        At = Math.Min(At + characters, End);
        if (hasMarks)
            Forget();
        TakeMarks();
    }

    public bool Has(PageMark kind) => hasMarks && left[(int)kind] > 0;

    /// <summary>Uses a mark up, for so many characters of the source as it stands for.</summary>
    public bool Use(PageMark kind)
    {
        if (!Has(kind))
            return false;
        left[(int)kind]--;
        return true;
    }

    /// <summary>Uses up an item with this number; one of a list in which all bear the number of the first counts.</summary>
    public bool UseItem(int number)
    {
        var found = hasMarks
            ? items.FindIndex(item => item.Value == number || (item.Value >= 0 && item.First == number))
            : -1;
        if (found >= 0)
            items.RemoveAt(found);
        return found >= 0;
    }

    public bool UseTag(string name) => hasMarks && tags.Remove(name);

    /// <summary>Uses up the mark of a note; null where none stands here.</summary>
    public int? UseNote()
    {
        if (!hasMarks || noteMarks.Count == 0)
            return null;
        var number = noteMarks[0];
        noteMarks.RemoveAt(0);
        return number;
    }

    /// <summary>Passes over the text of an attribute, which the source need not say here.</summary>
    public bool SkipAttribute() => Skip(PageMark.Alternative) || Skip(PageMark.Title);

    public bool Skip(PageMark attribute)
    {
        if (!Has(attribute))
            return false;
        Advance(left[(int)attribute]);
        return true;
    }

    /// <summary>Passes over text up to the next mark of a kind; stays where there is none.</summary>
    public void SkipTo(PageMark kind)
    {
        if (Has(kind))
            return;
        for (var place = nextMark; place < page.Marks.Count && page.Marks[place].At <= End; place++)
        {
            if (page.Marks[place].Kind != kind)
                continue;
            Advance(page.Marks[place].At - At);
            return;
        }
    }

    void Forget()
    {
        Array.Clear(left);
        items.Clear();
        noteMarks.Clear();
        tags.Clear();
        hasMarks = false;
    }

    void TakeMarks()
    {
        for (; nextMark < page.Marks.Count && page.Marks[nextMark] is var mark && mark.At <= At; nextMark++)
        {
            if (mark.Kind is PageMark.CodeOpen or PageMark.CodeClose)
                IsInCode = mark.Kind == PageMark.CodeOpen;
            else if (mark.Kind is PageMark.BlockOpen or PageMark.BlockClose)
                IsInBlock = mark.Kind == PageMark.BlockOpen;
            if (mark.At < At)
                continue;
            hasMarks = true;
            left[(int)mark.Kind] += mark.Value;
            if (mark.Kind == PageMark.Item)
                items.Add(mark);
            else if (mark.Kind == PageMark.Note)
                noteMarks.Add(mark.Value);
            else if (mark.Name is { } name)
                tags.Add(name);
        }
    }
}
