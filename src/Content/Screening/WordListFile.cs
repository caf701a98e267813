using System.Security.Cryptography;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Screening;

/// <summary>The admin's list of wrong words, as it was read.</summary>
/// <param name="Words">Null where the file is no text.</param>
sealed record WordListFile(WordList? Words, IReadOnlyList<Problem> Problems)
{
    static (string Hash, WordListFile File)? last;

    /// <summary>Made once of the same bytes: it is asked for with each edition.</summary>
    public static WordListFile Read(string path, byte[] bytes)
    {
        var hash = path + Convert.ToHexString(SHA256.HashData(bytes));
        lock (Found)
        {
            if (last is { } known && known.Hash == hash)
                return known.File;
        }
        var problems = new ProblemList(path);
        var words = TextDecoder.Decode(bytes, problems) is { } text ? WordList.Read(text, problems) : null;
        var file = new WordListFile(words, problems.All);
        lock (Found)
            last = (hash, file);
        return file;
    }

    static readonly Lock Found = new();
}
