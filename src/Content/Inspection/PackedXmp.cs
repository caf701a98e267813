using System.IO.Compression;

namespace WorkReports.Content.Inspection;

/// <summary>An XMP block that a PNG file holds compressed: a flag, the method, a language, a translation of the keyword, the text.</summary>
static class PackedXmp
{
    /// <summary>In bytes. A few packed ones may unfold to gigabytes; what lies beyond is not looked at.</summary>
    const int UnpackedLimit = 4 << 20;

    public static bool HasPlace(ReadOnlySpan<byte> block) => XmpPlace.IsThere(Unpacked(block));

    /// <summary>Makes an unpacked one of it, that says nothing: a hole of the same length.</summary>
    public static void Remove(Span<byte> block)
    {
        block.Fill((byte)' ');
        block[..Math.Min(4, block.Length)].Clear();
    }

    static byte[] Unpacked(ReadOnlySpan<byte> block)
    {
        var at = Math.Min(2, block.Length);
        for (var text = 0; text < 2; text++)
            at += block[at..].IndexOf((byte)0) + 1;
        using var unpacked = new MemoryStream();
        using var stream = new ZLibStream(new MemoryStream(block[at..].ToArray()), CompressionMode.Decompress);
        var part = new byte[16 * 1024];
        try
        {
            for (int read; unpacked.Length < UnpackedLimit && (read = stream.Read(part)) > 0; )
                unpacked.Write(part, 0, read);
        }
        // The library has two words for bytes that do not unfold.
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            // What came before the fault is there all the same.
        }
        return unpacked.ToArray();
    }
}
