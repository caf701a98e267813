using WorkReports.Journal.Entries;

namespace WorkReports.Journal.Proof;

/// <summary>The tables beside the entries, held against what these say.</summary>
static class TableChecks
{
    /// <summary>Columns of the first builds; what a row lacks is empty.</summary>
    public static string AddressesSql(bool hasReading) =>
        $"""
            select slug, path, title, content, state, was_published, moved_to, {(hasReading ? "reading" : "''")}
            from addresses
            """;

    /// <returns>The first entry with which a row disagrees, and the address; null where all agree.</returns>
    public static JournalBreak? Addresses(IEnumerable<object?[]> rows, EntryFold fold)
    {
        var missing = new Dictionary<string, FoldedAddress>(fold.Addresses, StringComparer.Ordinal);
        var wrong = new List<JournalBreak>();
        foreach (var row in rows)
        {
            var slug = row[0] as string ?? "";
            if (!missing.Remove(slug, out var told))
                wrong.Add(new(JournalBreakKind.AddressDiffers, 0, slug));
            else if (!Agrees(row, told))
                wrong.Add(new(JournalBreakKind.AddressDiffers, told.Number, slug));
        }
        return First(
            wrong.Concat(
                missing.Select(left => new JournalBreak(JournalBreakKind.AddressDiffers, left.Value.Number, left.Key))
            )
        );
    }

    public static JournalBreak? SiteFiles(IEnumerable<object?[]> rows, EntryFold fold)
    {
        var missing = new Dictionary<string, (SiteFileVersion File, long Number)>(fold.SiteFiles);
        var wrong = new List<JournalBreak>();
        foreach (var row in rows)
        {
            var path = row[0] as string ?? "";
            if (!missing.Remove(path, out var told))
                wrong.Add(new(JournalBreakKind.SiteFileDiffers, 0, path));
            else if (
                row is not [string, string title, string content, string reading]
                || told.File != new SiteFileVersion(path, title, content, reading)
            )
                wrong.Add(new(JournalBreakKind.SiteFileDiffers, told.Number, path));
        }
        return First(
            wrong.Concat(
                missing.Select(left => new JournalBreak(JournalBreakKind.SiteFileDiffers, left.Value.Number, left.Key))
            )
        );
    }

    static bool Agrees(object?[] row, FoldedAddress told)
    {
        var known = told.Address;
        var texts = (row[1] as string, row[2] as string, row[3] as string, row[7] as string);
        return row[4] as long? == (long)known.State
            && row[6] is null or string
            && row[6] as string == known.MovedTo
            && (
                !told.IsTold
                || texts == (known.Path, known.Title, known.Content, known.Reading)
                    && row[5] as long? == (known.WasPublished ? 1 : 0)
            );
    }

    static JournalBreak? First(IEnumerable<JournalBreak> wrong) => wrong.MinBy(one => one.Number);
}
