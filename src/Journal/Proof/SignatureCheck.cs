namespace WorkReports.Journal.Proof;

/// <summary>The signatures of a journal, held against its entries as these are read.</summary>
sealed class SignatureCheck(JournalPublicKey? key)
{
    readonly Dictionary<long, List<HeadSignature>> byNumber = [];
    readonly List<long> wrong = [];
    int others;
    int sound;
    long upTo;

    public void Expect(IEnumerable<object?[]> rows)
    {
        foreach (var row in rows)
        {
            if (row is not [long number, long time, string id, string value])
                wrong.Add(row[0] as long? ?? 0);
            else if (id != key?.Id)
                others++;
            else if (byNumber.TryGetValue(number, out var known))
                known.Add(new(number, time, id, value));
            else
                byNumber[number] = [new(number, time, id, value)];
        }
    }

    /// <param name="hash">Of the entry.</param>
    public void See(long number, string hash)
    {
        if (!byNumber.Remove(number, out var signatures))
            return;
        if (signatures.TrueForAll(signature => key!.Verifies(signature, hash)))
            (sound, upTo) = (sound + signatures.Count, number);
        else
            wrong.Add(number);
    }

    public JournalSignatures Signatures => new(upTo, others, sound);

    /// <summary>Told that there is no further entry.</summary>
    /// <param name="head">The last one.</param>
    public IEnumerable<JournalBreak> Breaks(long head)
    {
        // One of an entry that there is not: the end was cut off.
        if (wrong.Concat(byNumber.Keys).Order().Cast<long?>().FirstOrDefault() is { } first)
            yield return new(JournalBreakKind.SignatureWrong, first);
        if (key is not null && upTo < head)
            yield return new(JournalBreakKind.SignatureMissing, upTo + 1);
    }
}
