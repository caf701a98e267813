using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace WorkReports.Content.Inspection;

/// <summary>
/// The size of a picture in CSS pixels as a browser will show it, from the first bytes of its file: a page that knows it
/// keeps the room free, and no line jumps when the picture arrives. Null for what is no picture that we serve.
/// </summary>
readonly partial record struct ImageSize(int Width, int Height)
{
    /// <summary>In bytes: the head of any kind, a camera's preview included.</summary>
    public const int HeadLength = 256 * 1024;

    public static ImageSize? Of(ReadOnlySpan<byte> head) =>
        head switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] when head.Length >= 24 => new(Big32(head, 16), Big32(head, 20)),
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] when head.Length >= 10 => new(
                Little16(head, 6),
                Little16(head, 8)
            ),
            [0xFF, 0xD8, ..] => OfJpeg(head),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..]
                when head.Length >= 30 => OfWebP(head),
            _ => OfSvg(head),
        };

    static ImageSize? OfJpeg(ReadOnlySpan<byte> head)
    {
        var isTurned = false;
        for (var at = 2; at + 9 < head.Length && head[at] == 0xFF; at += 2 + Big16(head, at + 2))
        {
            var marker = head[at + 1];
            if (Big16(head, at + 2) < 2)
                return null;
            if (marker == 0xE1)
                isTurned |= IsRotated(head[(at + 4)..Math.Min(head.Length, at + 2 + Big16(head, at + 2))]);
            if (marker is < 0xC0 or > 0xCF or 0xC4 or 0xC8 or 0xCC)
                continue;
            int height = Big16(head, at + 5),
                width = Big16(head, at + 7);
            return isTurned ? new(height, width) : new(width, height);
        }
        return null;
    }

    /// <summary>True when Exif says that the camera was held upright: browsers turn such a picture by a quarter.</summary>
    static bool IsRotated(ReadOnlySpan<byte> exif)
    {
        if (exif.Length < 14 || !exif.StartsWith("Exif\0\0"u8))
            return false;
        var tiff = exif[6..];
        var isBig = tiff[0] == 'M';
        int Read16(ReadOnlySpan<byte> bytes, int at) => isBig ? Big16(bytes, at) : Little16(bytes, at);
        var directory = isBig ? Big32(tiff, 4) : BinaryPrimitives.ReadInt32LittleEndian(tiff[4..]);
        if (directory < 8 || directory > tiff.Length - 2)
            return false;
        for (
            int at = directory + 2, end = at + 12 * Read16(tiff, directory);
            at < end && at + 12 <= tiff.Length;
            at += 12
        )
        {
            if (Read16(tiff, at) == 0x0112)
                return Read16(tiff, at + 8) is >= 5 and <= 8;
        }
        return false;
    }

    static ImageSize? OfWebP(ReadOnlySpan<byte> head) =>
        head[12..16] switch
        {
            [.., (byte)'X'] => new(1 + Little24(head, 24), 1 + Little24(head, 27)),
            [.., (byte)'L'] => new(1 + (Little16(head, 21) & 0x3FFF), 1 + ((Little24(head, 22) >> 6) & 0x3FFF)),
            [.., (byte)' '] => new(Little16(head, 26) & 0x3FFF, Little16(head, 28) & 0x3FFF),
            _ => null,
        };

    static ImageSize? OfSvg(ReadOnlySpan<byte> head)
    {
        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(head.ToArray()),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null }
            );
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "svg")
                return null;
            if (Pixels(reader["width"]) is { } width && Pixels(reader["height"]) is { } height)
                return new(width, height);
            var box = (reader["viewBox"] ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
            return box.Length == 4 && Pixels(box[2]) is { } wide && Pixels(box[3]) is { } high ? new(wide, high) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    static int? Pixels(string? length) =>
        LengthForm().Match(length ?? "") is { Success: true } match
        && double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) is >= 1 and < 100_000 and var pixels
            ? (int)Math.Round(pixels)
            : null;

    static int Big16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    static int Big32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);

    static int Little16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    static int Little24(ReadOnlySpan<byte> bytes, int at) => bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16;

    [GeneratedRegex(@"^\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*$")]
    private static partial Regex LengthForm();
}
