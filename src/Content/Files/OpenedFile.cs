using System.Security.Cryptography;

namespace WorkReports.Content.Files;

/// <summary>A regular file, open to be read.</summary>
/// <param name="Bytes">Can be sought in.</param>
/// <param name="Size">In bytes, when it was opened.</param>
/// <param name="Modified">UTC.</param>
/// <param name="RealPath">Where it lies, behind all links.</param>
public sealed record OpenedFile(Stream Bytes, long Size, DateTime Modified, string RealPath) : IDisposable
{
    /// <summary>A text that is another one whenever the file is, or its bytes are, as far as the system tells.</summary>
    public required string Stamp { get; init; }

    /// <summary>
    /// SHA-256 of its bytes, and how many there were. No further than its size: a file that grows meanwhile could go on for ever.
    /// </summary>
    public (byte[] Hash, long Length) Hashed()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[64 * 1024];
        var length = 0L;
        Bytes.Position = 0;
        while (Bytes.Read(block, 0, (int)Math.Min(Size - length, block.Length)) is > 0 and var read)
        {
            hash.AppendData(block, 0, read);
            length += read;
        }
        Bytes.Position = 0;
        return (hash.GetHashAndReset(), length);
    }

    /// <summary>A file that somebody named by hand: links to it may lead from anywhere.</summary>
    /// <param name="kind">What there is.</param>
    public static OpenedFile? At(string path, out PathKind kind)
    {
        using var held = PathHandle.Of(path);
        kind = held.Kind;
        return Of(held, ref kind);
    }

    /// <param name="kind">What it is as far as it was looked at; it may prove to be unreadable.</param>
    internal static OpenedFile? Of(PathHandle held, ref PathKind kind)
    {
        if (kind != PathKind.File)
            return null;
        try
        {
            // What has no size is not opened: where only names can be looked at, it may be a pipe.
            Stream bytes =
                held.Size == 0 ? new MemoryStream([]) : new FileStream(held.Open(), FileAccess.Read, bufferSize: 0);
            return new OpenedFile(bytes, held.Size, held.Modified, held.RealPath)
            {
                Stamp = $"{held.Size:x}-{held.Modified.Ticks:x}-{held.Changed:x}-{held.Inode:x}",
            };
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            kind = PathKind.Unreadable;
            return null;
        }
    }

    public void Dispose() => Bytes.Dispose();
}
