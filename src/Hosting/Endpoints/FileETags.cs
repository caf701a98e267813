using System.Collections.Concurrent;
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

    sealed class CachedTag(string stamp)
    {
        public string Stamp => stamp;

        public EntityTagHeaderValue? Tag { get; set; }
    }

    public EntityTagHeaderValue Of(OpenedFile file)
    {
        var cached = cachedTags.AddOrUpdate(
            file.RealPath,
            _ => new CachedTag(file.Stamp),
            (_, known) => known.Stamp == file.Stamp ? known : new CachedTag(file.Stamp)
        );
        // Once for all who ask at the same time.
        lock (cached)
            return cached.Tag ??= new EntityTagHeaderValue($"\"{ValueFor(file)}\"");
    }

    static string ValueFor(OpenedFile file) =>
        file.Size > HashedSizeLimit ? file.Stamp : Convert.ToHexStringLower(file.Hashed().Hash.AsSpan(0, 12));
}
