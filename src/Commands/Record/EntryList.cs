using System.Text.Encodings.Web;
using System.Text.Json;
using WorkReports.Terminal;

namespace WorkReports.Commands.Record;

/// <summary>Entries as a list: for people, for a spreadsheet, for programs.</summary>
static class EntryList
{
    public const string DefaultFormat = "text";

    static readonly string[] Columns =
    [
        "number",
        "time",
        "event",
        "address",
        "formerly",
        "title",
        "path",
        "content",
        "refers",
        "note",
    ];

    static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static readonly IReadOnlyDictionary<string, Action<IReadOnlyList<JournalEntry>, PrintableWriter>> Formats =
        new Dictionary<string, Action<IReadOnlyList<JournalEntry>, PrintableWriter>>
        {
            [DefaultFormat] = WriteText,
            ["csv"] = WriteCsv,
            ["json"] = WriteJson,
        };

    static void WriteText(IReadOnlyList<JournalEntry> entries, PrintableWriter output)
    {
        foreach (var entry in entries)
            output.WriteLine(EntryText.Line(entry));
        output.WriteLine($"共 {entries.Count} 条记录。");
    }

    /// <summary>RFC 4180, with the mark by which Excel knows UTF-8.</summary>
    static void WriteCsv(IReadOnlyList<JournalEntry> entries, PrintableWriter output)
    {
        output.WriteByteOrderMark();
        output.WriteCsvLine(string.Join(',', Columns));
        foreach (var entry in entries)
            output.WriteCsvLine(string.Join(',', Values(entry).Select(value => CsvCell(value))));
    }

    static void WriteJson(IReadOnlyList<JournalEntry> entries, PrintableWriter output) =>
        output.WriteLines(
            JsonSerializer.Serialize(
                entries.Select(entry =>
                    Columns.Zip(Values(entry)).ToDictionary(cell => cell.First, cell => cell.Second)
                ),
                Json
            )
        );

    /// <summary>
    /// Quoted, and no formula: a spreadsheet would run what begins with such a character, also where spaces stand before it or where
    /// it is a wide one.
    /// </summary>
    static string CsvCell(object? value)
    {
        if (value is not string text)
            return $"{value}";
        var first = text.AsSpan().TrimStart();
        var isFormula = (first.Length > 0 && "=+-@＝＋－＠".Contains(first[0])) || text is ['\t' or '\r' or '\n', ..];
        return $"\"{(isFormula ? "'" : "")}{text.Replace("\"", "\"\"")}\"";
    }

    /// <summary>In the order of <see cref="Columns"/>.</summary>
    static object?[] Values(JournalEntry entry) =>
        [
            entry.Number,
            BeijingTime.Rfc3339(entry.Time),
            EntryText.Name(entry.Event),
            AddressOf(entry.Slug),
            AddressOf(entry.Formerly),
            entry.Title,
            entry.Path,
            entry.Content,
            entry.Refers,
            entry.Note,
        ];

    static string AddressOf(string slug) => slug.Length > 0 ? Address.Report(slug) : "";
}
