using System.Buffers.Binary;

namespace WorkReports.Content.Inspection;

/// <summary>The place where a photograph was taken, as cameras and telephones write it into the file, and readers can read it.</summary>
static class PhotoPlace
{
    public static bool IsIn(Stream picture) =>
        PictureMetadata
            .BlocksOf(picture)
            .Any(block => IsIn(block.Kind, PictureMetadata.Bytes(picture, block.At, block.Length)));

    /// <summary>The same picture without its place, dot for dot, with all that is said of it otherwise; null where it has none.</summary>
    public static byte[]? Removed(byte[] picture)
    {
        var copy = (byte[])picture.Clone();
        var isChanged = false;
        foreach (var block in PictureMetadata.BlocksOf(new MemoryStream(picture)))
        {
            var bytes = copy.AsSpan((int)block.At, (int)Math.Min(block.Length, copy.Length - block.At));
            if (!IsIn(block.Kind, bytes))
                continue;
            Remove(block.Kind, bytes);
            if (block.Checksum is { } checksum && checksum.At + 4 <= copy.Length)
                BinaryPrimitives.WriteUInt32BigEndian(
                    copy.AsSpan((int)checksum.At),
                    Checksum(copy.AsSpan((int)checksum.From, (int)(checksum.At - checksum.From)))
                );
            isChanged = true;
        }
        return isChanged ? copy : null;
    }

    static bool IsIn(MetadataKind kind, Span<byte> block) =>
        kind switch
        {
            MetadataKind.Exif => new ExifPlace(block).IsThere,
            MetadataKind.PackedXmp => PackedXmp.HasPlace(block),
            _ => XmpPlace.IsThere(block),
        };

    static void Remove(MetadataKind kind, Span<byte> block)
    {
        switch (kind)
        {
            case MetadataKind.Exif:
                new ExifPlace(block).Remove();
                break;
            case MetadataKind.PackedXmp:
                PackedXmp.Remove(block);
                break;
            default:
                XmpPlace.Remove(block);
                break;
        }
    }

    /// <summary>CRC-32 as PNG writes it (ISO 3309).</summary>
    static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        const uint Polynomial = 0xEDB88320;
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ Polynomial;
        }
        return ~sum;
    }
}
