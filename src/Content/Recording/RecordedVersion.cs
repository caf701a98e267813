using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using WorkReports.Journal.Entries;

namespace WorkReports.Content.Recording;

/// <summary>What the journal keeps of a version: the bytes of its file, and what they were read to.</summary>
/// <param name="Reading">A <see cref="ReportReading"/>, a <see cref="PillarReading"/> or a <see cref="SiteProfile"/>, as JSON.</param>
sealed record RecordedVersion(RecordedText Text, RecordedText Reading)
{
    /// <summary>What is not said is left out, so that a property that comes later changes no reading that lacks it.</summary>
    static readonly JsonSerializerOptions Format = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>SHA-256 of <see cref="Reading"/>.</summary>
    public string ReadingHash => Reading.Hash;

    /// <summary>Both, for the journal to keep.</summary>
    public IEnumerable<RecordedText> Texts => [Text, Reading];

    /// <summary>As the journal records it where all pages depend on the file.</summary>
    public SiteFileVersion AsSiteFile(string path, string title) => new(path, title, Text.Hash, Reading.Hash);

    /// <param name="hash">Of the bytes.</param>
    public static RecordedVersion Of<T>(string hash, byte[] bytes, T reading) =>
        new(RecordedText.Of(hash, bytes), RecordedText.Of(JsonSerializer.SerializeToUtf8Bytes(reading, Format)));

    public static RecordedVersion Of<T>(byte[] bytes, T reading) =>
        Of(Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes, reading);

    /// <summary>What a text was read to, from the record.</summary>
    /// <exception cref="JsonException">It is none of this kind.</exception>
    public static T ReadingOf<T>(byte[] json) =>
        JsonSerializer.Deserialize<T>(json, Format) ?? throw new JsonException("A reading that says nothing.");
}
