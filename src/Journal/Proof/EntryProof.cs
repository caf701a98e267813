using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Data.Sqlite;
using WorkReports.Journal.Entries;

namespace WorkReports.Journal.Proof;

/// <summary>
/// All that is needed to show, without the journal, that it holds an entry with this text: the entry, and of the entries between it
/// and the last one the few hashes that the chain skips along.
/// </summary>
public sealed record EntryProof
{
    /// <summary>What the file calls itself.</summary>
    public const string KindName = "WorkReports journal proof 1";

    static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public required string Kind { get; init; }
    public required ProvenEntry Entry { get; init; }

    /// <summary>The bytes of the file that was published.</summary>
    public required byte[] Text { get; init; }

    /// <summary>Their reading, as JSON: the parsed head, and what their links led to.</summary>
    public required byte[] Reading { get; init; }

    /// <summary>From the last entry down to the proven one.</summary>
    public required IReadOnlyList<ChainStep> Path { get; init; }

    public required JournalHead Head { get; init; }

    /// <summary>Of the head; null where nobody signed it.</summary>
    public HeadSignature? Signature { get; init; }

    /// <summary>That the signature was made with, SubjectPublicKeyInfo in Base64; null where the maker of the proof does not know it.</summary>
    public string? PublicKey { get; init; }

    /// <param name="number">Of an entry that keeps its text.</param>
    /// <returns>Null where there is no such entry, or where its text is gone or was never kept.</returns>
    /// <exception cref="SqliteException">The journal cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is none, or a text is not what was recorded.</exception>
    public static EntryProof? Make(string file, long number, JournalPublicKey? key)
    {
        using var reader = new JournalReader(file);
        using var frozen = reader.Freeze();
        if (
            reader.Entry(number) is not { Format: Chain.Format, Reading.Length: > 0 } entry
            || reader.Text(entry.Content) is not { } text
            || reader.Text(entry.Reading) is not { } reading
        )
            return null;
        var signature = reader.LastSignature(key);
        var head = reader.Entry(signature?.Number >= number ? signature.Number : reader.Head())!;
        return new EntryProof
        {
            Kind = KindName,
            Entry = ProvenEntry.Of(entry),
            Text = text.Bytes(),
            Reading = reading.Bytes(),
            Path = [.. Steps(reader, head.Number, number)],
            Head = new JournalHead(head.Number, head.Hash),
            Signature = signature?.Number == head.Number ? signature : null,
            PublicKey = signature?.Number == head.Number && signature.Key == key?.Id ? key.Base64 : null,
        };
    }

    public string ToJson() => JsonSerializer.Serialize(this, Format);

    /// <exception cref="JsonException">It is none, or has more than one has.</exception>
    public static EntryProof FromJson(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<EntryProof>(json, Format) ?? throw new JsonException("It says nothing.");

    static IEnumerable<ChainStep> Steps(JournalReader reader, long from, long to)
    {
        for (var number = from; ; number = Next(number, to))
        {
            var entry = reader.Entry(number) ?? throw new InvalidDataException($"Entry {number} is missing.");
            yield return new ChainStep(number, HashAt(number - 1), HashAt(Chain.SkipOf(number)), Chain.DigestOf(entry));
            if (number == to)
                yield break;
        }

        string HashAt(long number) => number == 0 ? "" : reader.Entry(number)?.Hash ?? "";
    }

    /// <summary>The entry that is looked at after one on the way down: as far as one leads without passing the goal.</summary>
    internal static long Next(long number, long goal) =>
        Chain.SkipOf(number) >= goal ? Chain.SkipOf(number) : number - 1;
}

/// <summary>What an entry says by itself, in the words of the digest.</summary>
/// <param name="Time">In seconds since 1970.</param>
/// <param name="Event">The number of a <see cref="JournalEvent"/>.</param>
public sealed record ProvenEntry(
    int Format,
    long Number,
    long Time,
    int Event,
    string Slug,
    string Formerly,
    string Path,
    string Title,
    string Content,
    string Reading,
    long? Refers,
    string Note
)
{
    public static ProvenEntry Of(JournalEntry entry) =>
        new(
            entry.Format,
            entry.Number,
            entry.Time.ToUnixTimeSeconds(),
            (int)entry.Event,
            entry.Slug,
            entry.Formerly,
            entry.Path,
            entry.Title,
            entry.Content,
            entry.Reading,
            entry.Refers,
            entry.Note
        );

    public JournalEntry ToEntry() =>
        new()
        {
            Format = Format,
            Number = Number,
            Time = DateTimeOffset.FromUnixTimeSeconds(Time),
            Event = (JournalEvent)Event,
            Slug = Slug,
            Formerly = Formerly,
            Path = Path,
            Title = Title,
            Content = Content,
            Reading = Reading,
            Refers = Refers,
            Note = Note,
        };
}

/// <summary>An entry on the way from the last one to the proven one: its hash is worked out of the three.</summary>
/// <param name="Previous">Hash of the entry before; empty for the first.</param>
/// <param name="Skip">Hash of the entry that it skips to; empty for none.</param>
/// <param name="Digest">Of what the entry says.</param>
public sealed record ChainStep(long Number, string Previous, string Skip, string Digest);
