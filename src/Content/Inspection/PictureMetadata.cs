using System.Buffers.Binary;

namespace WorkReports.Content.Inspection;

enum MetadataKind
{
    Exif,
    Xmp,
    PackedXmp,
}

/// <summary>A run of bytes in a picture's file that tells how, when and where it was made.</summary>
/// <param name="Checksum">Where the checksum over the run and what is before it in its chunk stands; null where the format has none.</param>
readonly record struct MetadataBlock(MetadataKind Kind, long At, int Length, PngChecksum? Checksum = null);

/// <param name="From">Where what is summed begins.</param>
/// <param name="At">Where the sum stands.</param>
readonly record struct PngChecksum(long From, long At);

/// <summary>Finds the metadata of a JPEG, PNG or WebP picture by the headers of its parts, without reading the picture.</summary>
static class PictureMetadata
{
    /// <summary>No file that people make has more parts; a hostile one has millions of empty ones.</summary>
    const int PartLimit = 200_000;

    /// <summary>In bytes. What lies beyond it in one block is not looked at.</summary>
    const int BlockLimit = 4 << 20;

    /// <summary>A picture has one of these blocks; unfolding thousands would take minutes.</summary>
    const int PackedLimit = 4;

    static ReadOnlySpan<byte> ExifMark => "Exif\0\0"u8;
    static ReadOnlySpan<byte> XmpMark => "http://ns.adobe.com/xap/1.0/\0"u8;
    static ReadOnlySpan<byte> MoreXmpMark => "http://ns.adobe.com/xmp/extension/\0"u8;
    static ReadOnlySpan<byte> PngXmpMark => "XML:com.adobe.xmp\0"u8;

    public static IReadOnlyList<MetadataBlock> BlocksOf(Stream picture)
    {
        var blocks = new List<MetadataBlock>();
        switch (Bytes(picture, 0, 12))
        {
            case [0xFF, 0xD8, ..]:
                AddJpeg(picture, blocks);
                break;
            case [0x89, (byte)'P', (byte)'N', (byte)'G', ..]:
                AddPng(picture, blocks);
                break;
            case [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P']:
                AddWebP(picture, blocks);
                break;
        }
        return blocks;
    }

    /// <summary>Fewer where the file ends.</summary>
    public static byte[] Bytes(Stream picture, long at, int length)
    {
        // A length may lead far beyond the end, where some streams cannot be set.
        if (at >= picture.Length)
            return [];
        var bytes = new byte[Math.Min(length, picture.Length - at)];
        picture.Position = at;
        return bytes[..picture.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    /// <summary>Up to the picture itself: what follows it belongs to no reader's eyes, nor to any program's list of places.</summary>
    static void AddJpeg(Stream picture, List<MetadataBlock> blocks)
    {
        const int StartOfScan = 0xDA;
        const int Application1 = 0xE1;
        var at = 2L;
        for (var parts = 0; parts < PartLimit; parts++)
        {
            var head = Bytes(picture, at, 4 + MoreXmpMark.Length);
            if (head.Length < 4 || head[0] != 0xFF || head[1] == StartOfScan)
                return;
            if (head[1] == 0xFF)
            {
                at++;
                continue;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(2));
            if (head[1] == Application1)
                AddMarked(head.AsSpan(4), at + 4, length - 2, blocks);
            at += 2 + length;
        }
    }

    static void AddMarked(ReadOnlySpan<byte> begin, long at, int length, List<MetadataBlock> blocks)
    {
        if (begin.StartsWith(ExifMark))
            Add(MetadataKind.Exif, at + ExifMark.Length, length - ExifMark.Length, blocks);
        else if (begin.StartsWith(XmpMark))
            Add(MetadataKind.Xmp, at + XmpMark.Length, length - XmpMark.Length, blocks);
        else if (begin.StartsWith(MoreXmpMark))
            Add(MetadataKind.Xmp, at + MoreXmpMark.Length, length - MoreXmpMark.Length, blocks);
    }

    static void AddPng(Stream picture, List<MetadataBlock> blocks)
    {
        var at = 8L;
        for (var parts = 0; parts < PartLimit; parts++)
        {
            var head = Bytes(picture, at, 8 + PngXmpMark.Length + 1);
            if (head.Length < 8)
                return;
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            var checksum = new PngChecksum(at + 4, at + 8 + length);
            if (head.AsSpan(4, 4).SequenceEqual("eXIf"u8))
                Add(MetadataKind.Exif, at + 8, length, blocks, checksum);
            else if (head.AsSpan(4, 4).SequenceEqual("iTXt"u8) && head.AsSpan(8).StartsWith(PngXmpMark))
                AddPngXmp(head[^1] == 1, at + 8 + PngXmpMark.Length, length - PngXmpMark.Length, blocks, checksum);
            at += 12L + length;
        }
    }

    static void AddPngXmp(bool isPacked, long at, long length, List<MetadataBlock> blocks, PngChecksum checksum)
    {
        if (!isPacked)
            Add(MetadataKind.Xmp, at, length, blocks, checksum);
        else if (blocks.Count(block => block.Kind == MetadataKind.PackedXmp) < PackedLimit)
            Add(MetadataKind.PackedXmp, at, length, blocks, checksum);
    }

    static void AddWebP(Stream picture, List<MetadataBlock> blocks)
    {
        var at = 12L;
        for (var parts = 0; parts < PartLimit; parts++)
        {
            var head = Bytes(picture, at, 8 + ExifMark.Length);
            if (head.Length < 8)
                return;
            var length = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
            // Some programs begin the block as JPEG begins it.
            var mark = head.AsSpan(8).StartsWith(ExifMark) ? ExifMark.Length : 0;
            if (head.AsSpan(0, 4).SequenceEqual("EXIF"u8))
                Add(MetadataKind.Exif, at + 8 + mark, length - mark, blocks);
            else if (head.AsSpan(0, 4).SequenceEqual("XMP "u8))
                Add(MetadataKind.Xmp, at + 8, length, blocks);
            at += 8L + length + length % 2;
        }
    }

    static void Add(MetadataKind kind, long at, long length, List<MetadataBlock> blocks, PngChecksum? checksum = null)
    {
        if (length > 0)
            blocks.Add(new MetadataBlock(kind, at, (int)Math.Min(length, BlockLimit), checksum));
    }
}
