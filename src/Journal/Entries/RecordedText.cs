using System.IO.Compression;
using System.Security.Cryptography;

namespace WorkReports.Journal.Entries;

/// <summary>Bytes as the journal keeps them: compressed, by their hash, once however often they stand.</summary>
/// <param name="Hash">SHA-256 of the bytes, in small hexadecimal digits.</param>
/// <param name="Size">In bytes, before they are compressed.</param>
/// <param name="Compressed">Deflate.</param>
sealed record RecordedText(string Hash, long Size, byte[] Compressed)
{
    public static RecordedText Of(byte[] bytes) => Of(Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes);

    /// <param name="hash">Of the bytes, which the caller knows already.</param>
    public static RecordedText Of(string hash, byte[] bytes)
    {
        using var compressed = new MemoryStream(bytes.Length / 2 + 64);
        // The fastest: the first publishing compresses ten thousand texts, and Chinese shrinks by a half either way.
        using (var deflate = new DeflateStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            deflate.Write(bytes);
        return new RecordedText(hash, bytes.Length, compressed.ToArray());
    }

    /// <summary>True where the bytes are those of the hash: in little memory, whatever they unfold to.</summary>
    public bool IsSound()
    {
        using var deflate = new DeflateStream(new MemoryStream(Compressed), CompressionMode.Decompress);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = new byte[64 * 1024];
        var size = 0L;
        try
        {
            for (var read = 0; size <= Size && (read = deflate.Read(piece)) > 0; size += read)
                hash.AppendData(piece, 0, read);
        }
        catch (InvalidDataException)
        {
            return false;
        }
        return size == Size && Convert.ToHexStringLower(hash.GetHashAndReset()) == Hash;
    }

    /// <exception cref="InvalidDataException">They are not what was kept.</exception>
    public byte[] Bytes()
    {
        using var deflate = new DeflateStream(new MemoryStream(Compressed), CompressionMode.Decompress);
        var bytes = new byte[Size];
        var read = deflate.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return
            read == bytes.Length && deflate.ReadByte() < 0 && Convert.ToHexStringLower(SHA256.HashData(bytes)) == Hash
            ? bytes
            : throw new InvalidDataException($"The text {Hash} is not what was recorded.");
    }
}
