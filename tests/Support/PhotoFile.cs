using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace WorkReports.Tests.Support;

/// <summary>Photographs as cameras and telephones write them, of as few bytes as a browser still takes for a picture.</summary>
static class PhotoFile
{
    /// <summary>31°46′48″ N, 119°58′12″ E, in the form of the tag.</summary>
    static readonly uint[] North = [31, 1, 46, 1, 48, 1];
    static readonly uint[] East = [119, 1, 58, 1, 12, 1];

    public const string XmpPlace = """exif:GPSLatitude="31,46.8N" exif:GPSLongitude="119,58.2E" """;

    /// <summary>An Exif block: orientation 6, the maker's name, and a place.</summary>
    /// <param name="latitude">The value of the tag; null leaves both tags of the place out.</param>
    public static byte[] Exif(bool isBig = true, uint[]? latitude = null, bool hasPlace = true)
    {
        var block = new byte[256];
        (isBig ? "MM\0*"u8 : "II*\0"u8).CopyTo(block);
        Write32(block, 4, 8, isBig);
        Write16(block, 8, hasPlace ? 3 : 2, isBig);
        Entry(block, 10, 0x010F, 2, 6, 50, isBig);
        Entry(block, 22, 0x0112, 3, 1, isBig ? 6u << 16 : 6u, isBig);
        if (hasPlace)
            Entry(block, 34, 0x8825, 4, 1, 100, isBig);
        "Maker\0"u8.CopyTo(block.AsSpan(50));
        if (hasPlace)
            WritePlace(block, latitude ?? North, latitude ?? East, isBig);
        return block;
    }

    public static byte[] Xmp(string attributes = XmpPlace, string elements = "") =>
        Encoding.UTF8.GetBytes(
            "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
                + "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' "
                + $"xmlns:exif='http://ns.adobe.com/exif/1.0/' xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmp:Rating='5' {attributes}>"
                + $"{elements}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
        );

    public static byte[] Jpeg(byte[]? exif = null, byte[]? xmp = null) =>
        [
            0xFF,
            0xD8,
            .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
            .. exif is null ? [] : Segment(0xE1, [.. "Exif\0\0"u8, .. exif]),
            .. xmp is null ? [] : Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. xmp]),
            .. Segment(0xC0, [8, 0, 16, 0, 32, 1, 1, 0x11, 0]),
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
            0x55,
            0xFF,
            0xD9,
        ];

    /// <param name="isPacked">True where the XMP block is compressed.</param>
    public static byte[] Png(byte[]? exif = null, byte[]? xmp = null, bool isPacked = false) =>
        [
            0x89,
            .. "PNG\r\n\x1A\n"u8,
            .. Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]),
            .. exif is null ? [] : Chunk("eXIf", exif),
            .. xmp is null
                ? []
                : Chunk(
                    "iTXt",
                    [.. "XML:com.adobe.xmp\0"u8, (byte)(isPacked ? 1 : 0), 0, 0, 0, .. isPacked ? Deflated(xmp) : xmp]
                ),
            .. Chunk("IDAT", Deflated([0, 0])),
            .. Chunk("IEND", []),
        ];

    public static byte[] WebP(byte[]? exif = null, byte[]? xmp = null)
    {
        byte[] parts =
        [
            .. "WEBP"u8,
            .. Part("VP8X", [0x0C, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
            .. Part("VP8L", [0x2F, 0, 0, 0, 0]),
            .. exif is null ? [] : Part("EXIF", exif),
            .. xmp is null ? [] : Part("XMP ", xmp),
        ];
        return [.. "RIFF"u8, .. Little32(parts.Length), .. parts];
    }

    /// <summary>As the format defines it: of the chunk's name and its data.</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            for (var bit = 0; bit < 8; bit++)
                sum = (sum >> 1) ^ ((sum ^ (uint)(value >> bit)) & 1) * 0xEDB88320;
        }
        return ~sum;
    }

    static void WritePlace(byte[] block, uint[] latitude, uint[] longitude, bool isBig)
    {
        Write16(block, 100, 3, isBig);
        Entry(block, 102, 0x00, 1, 4, 0x02030000, isBig);
        Entry(block, 114, 0x02, 5, 3, 160, isBig);
        Entry(block, 126, 0x04, 5, 3, 184, isBig);
        for (var i = 0; i < 6; i++)
        {
            Write32(block, 160 + 4 * i, latitude[i], isBig);
            Write32(block, 184 + 4 * i, longitude[i], isBig);
        }
    }

    static byte[] Segment(byte marker, byte[] data) =>
        [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    static byte[] Chunk(string name, byte[] data)
    {
        byte[] summed = [.. Encoding.ASCII.GetBytes(name), .. data];
        return [.. Big32((uint)data.Length), .. summed, .. Big32(Checksum(summed))];
    }

    static byte[] Part(string name, byte[] data) =>
        [.. Encoding.ASCII.GetBytes(name), .. Little32(data.Length), .. data, .. new byte[data.Length % 2]];

    static byte[] Deflated(byte[] data)
    {
        var stream = new MemoryStream();
        using (var zlib = new ZLibStream(stream, CompressionLevel.Fastest))
            zlib.Write(data);
        return stream.ToArray();
    }

    static byte[] Big32(uint number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    static byte[] Little32(int number) => [.. Big32((uint)number).Reverse()];

    static void Entry(byte[] block, int at, int tag, int type, uint count, uint value, bool isBig)
    {
        Write16(block, at, tag, isBig);
        Write16(block, at + 2, type, isBig);
        Write32(block, at + 4, count, isBig);
        Write32(block, at + 8, value, isBig);
    }

    static void Write16(byte[] block, int at, int number, bool isBig)
    {
        if (isBig)
            BinaryPrimitives.WriteUInt16BigEndian(block.AsSpan(at), (ushort)number);
        else
            BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(at), (ushort)number);
    }

    static void Write32(byte[] block, int at, uint number, bool isBig)
    {
        if (isBig)
            BinaryPrimitives.WriteUInt32BigEndian(block.AsSpan(at), number);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(at), number);
    }
}
