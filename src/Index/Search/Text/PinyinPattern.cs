using System.Numerics;
using System.Runtime.Intrinsics;

namespace WorkReports.Index.Search.Text;

/// <summary>
/// Letters that were typed for Han characters, ready to be looked for in many texts: whole syllables, or the first
/// letter of each character. Letters can be parted into syllables in more ways than anybody could try (fifty times
/// <c>xian</c>, each also <c>xi</c> and <c>an</c>), so no way is ever written out: for each character and each number
/// of letters it is asked once how far a match can go on from there.
/// </summary>
sealed class PinyinPattern
{
    readonly string input;

    /// <summary>
    /// By a syllable's number: from how many letters to how many it leads; null where it leads nowhere.
    /// </summary>
    readonly (int From, int To)[]?[] steps;

    /// <summary>What the second character may begin with; null where one character may be all.</summary>
    readonly byte[]? secondLetters;

    /// <summary>How far a match can go on, by the number of letters that are behind it; 0: not at all.</summary>
    int[] reach;
    int[] reachOfNext;

    /// <summary>Where the longest match ends that begins at each character of the stretch; 0: none does.</summary>
    int[] ends = [];
    int stretchFrom;
    int stretchTo;

    /// <param name="isPrefix">The last syllable may be only begun.</param>
    public PinyinPattern(string input, bool isPrefix = false)
    {
        this.input = input;
        (reach, reachOfNext) = (new int[input.Length + 1], new int[input.Length + 1]);
        steps = StepsOf(input, isPrefix);
        secondLetters = SecondLetters();
    }

    /// <summary>How many comparisons were made: what a search costs, the same on every machine.</summary>
    public long Comparisons { get; private set; }

    /// <summary>Where characters stand that are read as was typed, ascending: for each place the longest.</summary>
    public List<(int From, int To)> Find(string text) => Find(text, [.. text.Select(Pinyin.Initial)]);

    /// <param name="initials">Of the text, to skip most of it by.</param>
    public List<(int From, int To)> Find(string text, ReadOnlySpan<byte> initials)
    {
        var found = new List<(int From, int To)>();
        (stretchFrom, stretchTo) = (0, 0);
        for (var at = Next(initials, 0); at < initials.Length; at = Next(initials, at + 1))
        {
            if (!Begins(text[at], initials[at], input[0]))
                continue;
            if (at >= stretchTo)
                FollowStretch(text, at);
            var end = at < stretchTo ? ends[at - stretchFrom] : 0;
            if (HasInitials(text, initials, at))
                end = Math.Max(end, at + input.Length);
            if (end > 0)
                found.Add((at, end));
        }
        return found;
    }

    static (int From, int To)[]?[] StepsOf(string input, bool isPrefix)
    {
        var steps = new List<(int From, int To)>?[Pinyin.Syllables.Length];
        for (var from = 0; from < input.Length; from++)
        {
            for (var to = from + 1; to <= Math.Min(from + Pinyin.SyllableLengthLimit, input.Length); to++)
            {
                if (Pinyin.NumberOf(input.AsSpan(from, to - from)) is { } number)
                    (steps[number] ??= []).Add((from, to));
            }
        }
        for (
            var from = Math.Max(0, input.Length - Pinyin.SyllableLengthLimit + 1);
            isPrefix && from < input.Length;
            from++
        )
        {
            for (var number = 0; number < steps.Length; number++)
            {
                if (Pinyin.Syllables[number].AsSpan().StartsWith(input.AsSpan(from)))
                    (steps[number] ??= []).Add((from, input.Length));
            }
        }
        return [.. steps.Select(some => some?.ToArray())];
    }

    byte[]? SecondLetters()
    {
        var ends = steps.OfType<(int From, int To)[]>().SelectMany(some => some).Where(step => step.From == 0);
        int[] all = [1, .. ends.Select(step => step.To)];
        return all.Contains(input.Length) ? null : [.. all.Select(end => (byte)input[end]).Distinct()];
    }

    /// <summary>
    /// The next place where a match may begin, by the first letters of the first two characters: many compared
    /// together, since titles are many.
    /// </summary>
    int Next(ReadOnlySpan<byte> initials, int at)
    {
        for (; at + 1 + Vector256<byte>.Count <= initials.Length; at += Vector256<byte>.Count)
        {
            var may = MayBe(initials[at..], (byte)input[0]);
            if (may != 0 && secondLetters is not null)
            {
                uint second = 0;
                foreach (var letter in secondLetters)
                    second |= MayBe(initials[(at + 1)..], letter);
                may &= second;
            }
            if (may != 0)
                return at + BitOperations.TrailingZeroCount(may);
        }
        return at;
    }

    /// <summary>A bit for each of the next characters that may begin with the letter.</summary>
    static uint MayBe(ReadOnlySpan<byte> initials, byte letter)
    {
        var next = Vector256.Create(initials);
        return (
            Vector256.Equals(next, Vector256.Create(letter))
            | Vector256.Equals(next, Vector256.Create(Pinyin.Ambiguous))
        ).ExtractMostSignificantBits();
    }

    static bool Begins(char character, byte initial, char letter) =>
        initial == letter || initial == Pinyin.Ambiguous && Pinyin.BeginsWith(character, letter);

    bool HasInitials(string text, ReadOnlySpan<byte> initials, int at)
    {
        if (initials.Length - at < input.Length)
            return false;
        for (var letter = 0; letter < input.Length; letter++)
        {
            Comparisons++;
            if (!Begins(text[at + letter], initials[at + letter], input[letter]))
                return false;
        }
        return true;
    }

    /// <summary>
    /// Finds for each character of the stretch that begins here where the longest match from it ends: backwards, since
    /// what follows a character is then known. The stretch ends before a character that is read as no syllable of the
    /// letters.
    /// </summary>
    void FollowStretch(string text, int from)
    {
        (stretchFrom, stretchTo) = (from, from);
        while (stretchTo < text.Length && LeadsOn(text[stretchTo]))
            stretchTo++;
        if (ends.Length < stretchTo - from)
            ends = new int[Math.Max(stretchTo - from, ends.Length * 2)];
        Array.Clear(reachOfNext);
        reachOfNext[^1] = stretchTo;
        for (var at = stretchTo - 1; at >= from; at--)
        {
            Follow(text[at]);
            ends[at - from] = reach[0];
            reach[^1] = at;
            (reach, reachOfNext) = (reachOfNext, reach);
        }
    }

    void Follow(char character)
    {
        Array.Clear(reach);
        foreach (var syllable in Pinyin.ReadingsOf(character))
        {
            var own = steps[syllable] ?? [];
            Comparisons += own.Length;
            foreach (var (before, after) in own)
                reach[before] = Math.Max(reach[before], reachOfNext[after]);
        }
    }

    bool LeadsOn(char character)
    {
        foreach (var syllable in Pinyin.ReadingsOf(character))
        {
            if (steps[syllable] is not null)
                return true;
        }
        return false;
    }
}
