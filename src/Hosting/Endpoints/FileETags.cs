using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using WorkReports.Content.Files;

namespace WorkReports.Hosting.Endpoints;

/// <summary>
/// The ETags of pictures and attachments, made of their bytes: every copy of the content gives a file the same one,
/// whatever its date. A file is hashed when it is first asked for, and again when it is another one or anything of it has changed.
/// </summary>
sealed class FileETags
{
    /// <summary>Hashing a larger file would keep its first reader waiting: its tag is made of its size and times.</summary>
    const int HashedSizeLimit = 64 * 1024 * 1024;

    readonly ConcurrentDictionary<string, CachedTag> cachedTags = new();

    sealed record CachedTag(string Stamp, EntityTagHeaderValue Tag);

    public EntityTagHeaderValue Of(OpenedFile file)
    {
        if (cachedTags.TryGetValue(file.RealPath, out var cached) && cached.Stamp == file.Stamp)
            return cached.Tag;

        var current = new CachedTag(file.Stamp, new EntityTagHeaderValue($"\"{ValueFor(file)}\""));
        cachedTags[file.RealPath] = current;
        return current.Tag;
    }

    static string ValueFor(OpenedFile file)
    {
        if (file.Size > HashedSizeLimit)
            return file.Stamp;

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[64 * 1024];
        // No further than its size: a file that grows meanwhile could go on for ever.
        for (var left = file.Size; left > 0; )
        {
            var read = file.Bytes.Read(block, 0, (int)Math.Min(left, block.Length));
            if (read == 0)
                break;
            hash.AppendData(block, 0, read);
            left -= read;
        }
        file.Bytes.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 12));
    }
}
