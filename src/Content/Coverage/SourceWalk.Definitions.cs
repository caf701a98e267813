using WorkReports.Content.Coverage.Page;

namespace WorkReports.Content.Coverage;

/// <summary>What is said in another place than where it is shown: notes, and where links lead.</summary>
sealed partial class SourceWalk
{
    const int LabelLength = 1000;

    readonly record struct Definition(string Label, int Start, int End);

    /// <summary>The first definition of each label counts.</summary>
    readonly Dictionary<string, Definition> definitions = [];
    readonly HashSet<string> usedLabels = [];

    /// <summary>The texts of notes, and the numbers of those that were met, by their labels.</summary>
    readonly Dictionary<string, Definition> notes = [];
    readonly Dictionary<string, int> noteNumbers = [];

    bool ReadDefinition()
    {
        if (LabelEnd(at) is not (> 0 and var end) || end + 1 >= limit || source[end + 1] != ':')
            return false;
        var label = Normalized(source.AsSpan(at + 1, end - at - 1));
        if (label.Length == 0 || IsWrittenOut(source.AsSpan(at, end + 2 - at)))
            return false;
        var start = at;
        if (label[0] == '^')
        {
            at = NoteEnd(end + 2);
            if (!notes.TryAdd(label, new Definition(label, end + 2, at)))
                Unmatched.Add(start, at);
            return true;
        }
        if (DefinitionEnd(end + 2) is not { } stop)
            return false;
        at = stop;
        if (!definitions.TryAdd(label, new Definition(label, start, stop)))
            Unmatched.Add(start, stop);
        return true;
    }

    /// <summary>Where the bracket that opens here is closed; -1 where it is not.</summary>
    int LabelEnd(int start)
    {
        var end = Math.Min(limit, start + LabelLength);
        for (var place = start + 1; place < end; place++)
        {
            if (source[place] == ']')
                return place;
            if (source[place] == '[')
                return -1;
            if (source[place] == '\\')
                place++;
        }
        return -1;
    }

    /// <summary>Labels are the same whatever their case and the width of their spaces.</summary>
    static string Normalized(ReadOnlySpan<char> label) =>
        string.Join(' ', label.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .ToUpperInvariant();

    /// <summary>True where the page shows the mark itself.</summary>
    bool IsWrittenOut(ReadOnlySpan<char> written)
    {
        var shown = cursor.Rest;
        foreach (var letter in written)
        {
            if (!VisibleText.IsVisible(letter))
                continue;
            if (shown.IsEmpty || shown[0] != letter)
                return false;
            shown = shown[1..];
        }
        return true;
    }

    /// <summary>A note goes on up to an empty line that no indented one follows, or to the next note.</summary>
    int NoteEnd(int start)
    {
        var isAfterEmpty = false;
        for (var line = NextLine(start); line < limit; line = NextLine(line))
        {
            var isEmpty = source.AsSpan(line, NextLine(line) - line).IsWhiteSpace();
            var isIndented = source[line] == '\t' || source.AsSpan(line).StartsWith("  ");
            if (!isEmpty && !isIndented && (isAfterEmpty || source.AsSpan(line).StartsWith("[^")))
                return line;
            isAfterEmpty = isEmpty;
        }
        return limit;
    }

    int NextLine(int place) => source.IndexOf('\n', place, limit - place) is >= 0 and var end ? end + 1 : limit;

    /// <summary>Behind the address and title of a link's definition, at the end of their line; null where it is none.</summary>
    int? DefinitionEnd(int start)
    {
        var address = AfterAddress(AfterSpace(start));
        if (address is not { } end)
            return null;
        if (AfterTitle(AfterSpace(end)) is { } titled && titled.End > end && IsLineEnd(titled.End))
            return titled.End;
        return IsLineEnd(end) ? end : null;
    }

    bool IsLineEnd(int place)
    {
        while (place < limit && source[place] is ' ' or '\t')
            place++;
        return place >= limit || source[place] == '\n';
    }

    /// <summary>A note may hold the mark of another one: as long as one is found, others may follow.</summary>
    void WalkNotes()
    {
        var waiting = notes.Values.ToList();
        while (waiting.Find(note => PlaceOf(note) is not null) is { Label: not null } note)
        {
            waiting.Remove(note);
            var shown = PlaceOf(note)!.Value;
            cursor.Start(shown.Start.Value, shown.End.Value);
            Walk(note.Start, note.End);
        }
        foreach (var note in waiting)
            Unmatched.Add(note.Start, note.End);
    }

    Range? PlaceOf(Definition note) =>
        noteNumbers.TryGetValue(note.Label, out var number) && page.Notes.TryGetValue(number, out var shown)
            ? shown
            : null;
}
