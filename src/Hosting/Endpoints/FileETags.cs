using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace WorkReports.Hosting.Endpoints;

/// <summary>
/// The ETags of pictures and attachments, made of their bytes: every copy of the content gives a file the same one,
/// whatever its date. A file is hashed when it is first asked for, and again when its date or size has changed.
/// </summary>
sealed class FileETags
{
    /// <summary>Hashing a larger file would keep its first reader waiting: its tag is made of date and size.</summary>
    const int HashedSizeLimit = 64 * 1024 * 1024;

    readonly ConcurrentDictionary<string, CachedTag> cachedTags = new();

    sealed record CachedTag(DateTime Modified, long Size, EntityTagHeaderValue Tag);

    public EntityTagHeaderValue Of(string file)
    {
        var info = new FileInfo(file);
        if (
            cachedTags.TryGetValue(file, out var cached)
            && cached.Modified == info.LastWriteTimeUtc
            && cached.Size == info.Length
        )
            return cached.Tag;

        var current = new CachedTag(
            info.LastWriteTimeUtc,
            info.Length,
            new EntityTagHeaderValue($"\"{ValueFor(info)}\"")
        );
        cachedTags[file] = current;
        return current.Tag;
    }

    static string ValueFor(FileInfo file)
    {
        if (file.Length > HashedSizeLimit)
            return $"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}";

        using var bytes = file.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12));
    }
}
