using WorkReports.Content.Coverage.Page;

namespace WorkReports.Content.Coverage;

/// <summary>What stands in another place of the page than of the source, as notes and words among the cells of an HTML table do.</summary>
static class MovedText
{
    const int PhraseLength = 4;

    /// <summary>The parts of a source that stand nowhere in what the page has left.</summary>
    public static TextRanges Missing(string source, TextRanges unmatched, PageText page, TextRanges leftovers)
    {
        var left = string.Concat(leftovers.Select(range => page.Text[range.Start..range.End].ToString() + "\n"));
        if (!left.Any(VisibleText.IsVisible))
            return unmatched;
        var search = new Leftover(left);
        var missing = new TextRanges();
        foreach (var (start, end) in unmatched)
        {
            var part = source.AsSpan(start, end - start);
            if (VisibleText.HasWord(part))
                search.Match(part, start, missing);
            else
                search.MatchMarks(part, start, missing);
        }
        return missing;
    }

    /// <summary>The characters that a page has left, each used once.</summary>
    sealed class Leftover
    {
        readonly Dictionary<char, int> counts = [];
        readonly HashSet<ulong> phrases = [];

        public Leftover(string left)
        {
            for (var at = 0; at < left.Length; at++)
            {
                counts[left[at]] = counts.GetValueOrDefault(left[at]) + 1;
                if (at + PhraseLength <= left.Length)
                    phrases.Add(KeyOf(left.AsSpan(at, PhraseLength)));
            }
        }

        public void Match(ReadOnlySpan<char> part, int offset, TextRanges missing)
        {
            var written = UnshownSyntax.Blanked(part.ToString());
            for (var at = 0; at < written.Length; )
            {
                var run = ShownAt(written, at);
                foreach (var letter in written.AsSpan(at, run))
                    counts[letter]--;
                if (run == 0 && IsText(written[at]))
                    missing.Add(offset + at, offset + at + 1);
                at += Math.Max(1, run);
            }
        }

        public void MatchMarks(ReadOnlySpan<char> marks, int offset, TextRanges missing)
        {
            for (var at = 0; at < marks.Length; at++)
            {
                if (counts.GetValueOrDefault(marks[at]) > 0)
                    counts[marks[at]]--;
                else if (VisibleText.IsVisible(marks[at]))
                    missing.Add(offset + at, offset + at + 1);
            }
        }

        /// <summary>No mark that Markdown consumes alone, or that it has not left.</summary>
        bool IsText(char letter) =>
            VisibleText.IsWord(letter) || ("!&;=^%$@?".Contains(letter) && counts.GetValueOrDefault(letter) <= 0);

        /// <summary>How many characters from here on the page has left; of a longer word they must stand there in a row.</summary>
        int ShownAt(string written, int at)
        {
            var length = 0;
            while (length < PhraseLength && at + length < written.Length && VisibleText.IsWord(written[at + length]))
                length++;
            var phrase = written.AsSpan(at, length);
            if (length == PhraseLength && !phrases.Contains(KeyOf(phrase)))
                return 0;
            foreach (var letter in phrase)
            {
                if (counts.GetValueOrDefault(letter) <= 0)
                    return 0;
            }
            return length;
        }

        static ulong KeyOf(ReadOnlySpan<char> phrase) =>
            ((ulong)phrase[0] << 48) | ((ulong)phrase[1] << 32) | ((ulong)phrase[2] << 16) | phrase[3];
    }
}
