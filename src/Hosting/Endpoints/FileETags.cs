using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace WorkReports.Hosting.Endpoints;

/// <summary>
/// The tags of pictures and attachments, made of their bytes: every copy of the content gives a file the same one, whatever its date.
/// A file is read through when it is first asked for, and again when it is another one.
/// </summary>
sealed class FileETags
{
    /// <summary>Reading a larger one would keep its first reader waiting: its tag is made of date and size.</summary>
    const int HashedSizeLimit = 64 * 1024 * 1024;

    readonly ConcurrentDictionary<string, CachedTag> cachedTags = new();

    sealed record CachedTag(DateTime Modified, long Size, EntityTagHeaderValue Tag);

    public EntityTagHeaderValue Of(string file)
    {
        var there = new FileInfo(file);
        if (
            cachedTags.TryGetValue(file, out var last)
            && last.Modified == there.LastWriteTimeUtc
            && last.Size == there.Length
        )
            return last.Tag;

        var now = new CachedTag(
            there.LastWriteTimeUtc,
            there.Length,
            new EntityTagHeaderValue($"\"{ValueFor(there)}\"")
        );
        cachedTags[file] = now;
        return now.Tag;
    }

    static string ValueFor(FileInfo file)
    {
        if (file.Length > HashedSizeLimit)
            return $"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}";

        using var bytes = file.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12));
    }
}
