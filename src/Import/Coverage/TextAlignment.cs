using WorkReports.Import.Coverage.Shown;

namespace WorkReports.Import.Coverage;

/// <summary>
/// Goes through two texts side by side, and finds what either has alone. Linear: what is looked for in vain is passed over, and each
/// character is passed over once.
/// </summary>
sealed class TextAlignment
{
    readonly string shown;
    readonly string draft;
    readonly Lazy<PhraseIndex> phrases;
    readonly List<(int Start, int End)> missing = [];
    readonly List<(int Start, int End)> left = [];

    public TextAlignment(string shown, string draft)
    {
        (this.shown, this.draft) = (shown, draft);
        phrases = new(() => new PhraseIndex(draft));
        Align();
    }

    /// <summary>Ranges of the first text that the second one lacks, at least where they would follow.</summary>
    public IReadOnlyList<(int Start, int End)> Missing => missing;

    /// <summary>Ranges of the second text for which the first one has nothing.</summary>
    public IReadOnlyList<(int Start, int End)> Left => left;

    void Align()
    {
        var (at, draftAt) = (0, 0);
        while (at < shown.Length && draftAt < draft.Length)
        {
            if (IsSame(at, draftAt))
            {
                (at, draftAt) = (at + 1, draftAt + 1);
                continue;
            }
            var (lost, extra) = Find(at, draftAt);
            AddDifference(at, at + lost, draftAt, draftAt + extra);
            (at, draftAt) = (at + lost, draftAt + extra);
        }
        Add(missing, at, shown.Length);
        Add(left, draftAt, draft.Length);
    }

    /// <summary>A symbol may have become any character but the one that follows it: then it is gone.</summary>
    bool IsSame(int at, int draftAt) =>
        shown[at] == draft[draftAt]
        || (
            ShownCharacter.IsSymbol(shown[at], draft[draftAt])
            && (at + 1 == shown.Length || shown[at + 1] != draft[draftAt])
        );

    /// <summary>How much is to be passed over on either side until both go on alike; all of it where they never do.</summary>
    (int Lost, int Extra) Find(int at, int draftAt)
    {
        (int Lost, int Extra)? best = null;
        for (
            var start = at;
            start + PhraseIndex.Length <= shown.Length
                && (best is null || start - at < best.Value.Lost + best.Value.Extra);
            start++
        )
        {
            if (
                phrases.Value.FindFrom(shown.AsSpan(start, PhraseIndex.Length), draftAt) is { } found
                && (best is null || start - at + found - draftAt < best.Value.Lost + best.Value.Extra)
            )
                best = (start - at, found - draftAt);
        }
        return best ?? (shown.Length - at, draft.Length - draftAt);
    }

    /// <summary>What lies between two places where both go on alike; of a short one, words that are alike are taken out.</summary>
    void AddDifference(int start, int end, int draftStart, int draftEnd)
    {
        const int longest = 64;
        if (end - start <= longest && draftEnd - draftStart <= longest)
        {
            var (at, draftAt, length) = LongestAlike(start, end, draftStart, draftEnd);
            if (length > 1)
            {
                AddDifference(start, at, draftStart, draftAt);
                AddDifference(at + length, end, draftAt + length, draftEnd);
                return;
            }
        }
        Add(missing, start, end);
        Add(left, draftStart, draftEnd);
    }

    (int At, int DraftAt, int Length) LongestAlike(int start, int end, int draftStart, int draftEnd)
    {
        var best = (At: start, DraftAt: draftStart, Length: 0);
        var lengths = new int[draftEnd - draftStart + 1];
        for (var at = start; at < end; at++)
        {
            for (var draftAt = draftEnd - 1; draftAt >= draftStart; draftAt--)
            {
                ref var length = ref lengths[draftAt - draftStart + 1];
                length = shown[at] == draft[draftAt] ? lengths[draftAt - draftStart] + 1 : 0;
                if (length > best.Length)
                    best = (at - length + 1, draftAt - length + 1, length);
            }
        }
        return best;
    }

    static void Add(List<(int Start, int End)> ranges, int start, int end)
    {
        if (end <= start)
            return;
        if (ranges is [.., var last] && last.End == start)
            ranges[^1] = (last.Start, end);
        else
            ranges.Add((start, end));
    }
}
