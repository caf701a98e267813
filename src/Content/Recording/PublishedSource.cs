using System.Data.Common;
using System.Security.Cryptography;
using WorkReports.Content.Files;
using WorkReports.Content.Problems;
using WorkReports.Journal;

namespace WorkReports.Content.Recording;

/// <summary>The Markdown of what is published: from the record, or from its file where that is still the same.</summary>
public sealed class PublishedSource(JournalFile journal, ContentFolder folder)
{
    /// <param name="path">The file that it was read from.</param>
    /// <param name="hash">Of the bytes that were read.</param>
    /// <returns>The text with line feeds alone as line ends, and without its comments; null where nobody has it any more.</returns>
    public string? Text(string path, string hash) =>
        (FromRecord(hash) ?? FromFolder(path, hash)) is { } bytes
        && TextDecoder.Decode(bytes, new ProblemList(path)) is { } text
            ? PublicMarkdown.Of(text)
            : null;

    /// <summary>Null also where somebody changed it, and while the journal cannot be read, as during a first publishing.</summary>
    byte[]? FromRecord(string hash)
    {
        try
        {
            return journal.TextOf(hash);
        }
        catch (Exception exception) when (exception is InvalidDataException or DbException)
        {
            return null;
        }
    }

    /// <summary>A preview records nothing, and of a draft the journal keeps no text.</summary>
    byte[]? FromFolder(string path, string hash) =>
        folder.Read(path) is { } bytes && Convert.ToHexStringLower(SHA256.HashData(bytes)) == hash ? bytes : null;
}
