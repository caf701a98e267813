namespace WorkReports.Journal.Proof;

/// <summary>An entry out of a row that anybody may have written.</summary>
static class StoredEntry
{
    /// <summary>The end of 9998: a later moment has no date in every zone.</summary>
    public const long LatestSecond = 253_370_764_799;

    /// <returns>Null where a column is not of its kind, or out of its bounds.</returns>
    public static JournalEntry? Of(object?[] row) =>
        row
            is [
                long number,
                long
                and >= 0
                and <= LatestSecond
                and var time,
                long
                and >= 0
                and <= int.MaxValue
                and var happened,
                string slug,
                string formerly,
                string path,
                string title,
                string content,
                string hash,
                string reading,
                null
                or long,
                string note,
                long
                and >= 1
                and <= int.MaxValue
                and var format,
            ]
            ? new JournalEntry
            {
                Number = number,
                Time = BeijingTime.At(DateTimeOffset.FromUnixTimeSeconds(time)),
                Event = (JournalEvent)happened,
                Slug = slug,
                Formerly = formerly,
                Path = path,
                Title = title,
                Content = content,
                Hash = hash,
                Reading = reading,
                Refers = row[10] as long?,
                Note = note,
                Format = (int)format,
            }
            : null;
}
