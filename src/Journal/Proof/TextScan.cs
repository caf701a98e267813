using WorkReports.Journal.Entries;

namespace WorkReports.Journal.Proof;

/// <summary>Each text of a journal against its hash; then, whether all are there that entries name.</summary>
sealed class TextScan
{
    const int BatchSize = 64;

    /// <summary>No text is larger: what is recorded is a file of a bounded size, or JSON of its head.</summary>
    public const long SizeLimit = 64 << 20;

    enum State
    {
        Sound,
        Changed,
        Gone,
    }

    readonly Dictionary<string, State> texts = new(StringComparer.Ordinal);
    readonly bool hasForeign;

    public TextScan(JournalReader reader)
    {
        var after = "";
        for (var read = reader.HasTable("texts") ? BatchSize : 0; read == BatchSize; )
        {
            read = 0;
            foreach (var row in Batch(reader, after))
            {
                // What is no hash is nobody's text, and would not be found again by the next batch.
                if (row[0] is not string hash || hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower))
                {
                    hasForeign = true;
                    return;
                }
                texts[hash] =
                    row[2] as long? == 1 ? State.Gone
                    : IsSound(hash, row) ? State.Sound
                    : State.Changed;
                after = hash;
                read++;
            }
        }
    }

    /// <summary>The first entry whose text is not what it was.</summary>
    /// <param name="upTo">The last entry when the scan began: texts of later ones may have come behind it.</param>
    public JournalBreak? Break(EntryFold fold, long upTo)
    {
        if (hasForeign)
            return new(JournalBreakKind.TextChanged, 0);
        var erased = fold.ErasedTexts();
        return fold
            .Texts.Where(text => text.Value <= upTo)
            .Select(text => (Hash: text.Key, Number: text.Value, Kind: KindOf(text.Key, erased)))
            .Where(text => text.Kind is not null)
            .Select(text => new JournalBreak(text.Kind!.Value, text.Number, text.Hash))
            .Concat(
                texts
                    .Where(text => text.Value == State.Changed && !fold.Texts.ContainsKey(text.Key))
                    .Select(text => new JournalBreak(JournalBreakKind.TextChanged, 0, text.Key))
            )
            .MinBy(found => found.Number);
    }

    JournalBreakKind? KindOf(string hash, HashSet<string> erased) =>
        texts.GetValueOrDefault(hash, State.Gone) switch
        {
            State.Gone when !erased.Contains(hash) => JournalBreakKind.TextMissing,
            State.Changed => JournalBreakKind.TextChanged,
            _ => null,
        };

    static bool IsSound(string hash, object?[] row) =>
        row is [_, long and >= 0 and <= SizeLimit and var size, _, byte[] bytes]
        && new RecordedText(hash, size, bytes).IsSound();

    static IEnumerable<object?[]> Batch(JournalReader reader, string after) =>
        reader.Rows(
            $"""
            select hash, size, bytes is null, case when length(bytes) <= {SizeLimit} then bytes end
            from texts
            where hash > $after
            order by hash
            limit {BatchSize}
            """,
            ("$after", after)
        );
}
