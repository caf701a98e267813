using System.Buffers.Binary;
using System.Text;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Budget;

/// <summary>Drawings, photographs, PDF and Office files that are full of one thing, by the names of such files.</summary>
public static class AttachmentInputs
{
    const string Open = "<svg xmlns='http://www.w3.org/2000/svg'>";

    public static readonly IReadOnlyDictionary<string, IReadOnlyList<SlowInput>> All = new Dictionary<
        string,
        IReadOnlyList<SlowInput>
    >
    {
        ["a.svg"] =
        [
            SlowInput.Repeated("<g/>", Open, "</svg>"),
            SlowInput.Repeated("<g>", Open),
            SlowInput.Repeated("<!-- a -->", Open, "</svg>"),
            SlowInput.Repeated("<!-- a -->", "", Open + "</svg>"),
            SlowInput.Repeated("<?a b?>", Open, "</svg>"),
            SlowInput.Repeated("a{fill:url(#b)}", Open + "<style>", "</style></svg>"),
            SlowInput.Repeated("u\\72 l(", Open + "<style>", "</style></svg>"),
            SlowInput.Repeated("/*", Open + "<style>", "</style></svg>"),
            SlowInput.Repeated("@a", Open + "<style>", "</style></svg>"),
            SlowInput.Repeated("\\", Open + "<style>", "</style></svg>"),
            SlowInput.Repeated("url(", Open + "<rect fill='", "'/></svg>"),
            SlowInput.Repeated("<![CDATA[a]]>", Open + "<style>", "</style></svg>"),
            SlowInput.Repeated("<style>a</style>", Open, "</svg>"),
            SlowInput.Repeated("a", Open + "<image href='data:image/png;base64,", "'/></svg>"),
            SlowInput.Repeated(" ", Open + "<a href='", "#a'/></svg>"),
            SlowInput.Repeated("0;", Open + "<animate values='", "'/></svg>"),
            SlowInput.Repeated("<!ELEMENT a (b)>", "<!DOCTYPE svg [", "]><svg/>"),
            SlowInput.Repeated("b,", "<!DOCTYPE svg [<!ELEMENT a (", "b)>]><svg/>"),
            SlowInput.Repeated("a", "<!DOCTYPE svg [<!ENTITY b '", "'>]><svg/>"),
            new("attributes", length =>
                $"{Open}<g{string.Concat(Enumerable.Range(0, length / 10).Select(number => $" a{number}='b'"))}/></svg>"
            ),
            new("namespaces", length =>
                $"{Open}<g{string.Concat(Enumerable.Range(0, length / 16).Select(number => $" xmlns:a{number}='b'"))}/></svg>"
            ),
            new("different elements declared", length =>
                $"<!DOCTYPE svg [<!ELEMENT a ({string.Join(',', Enumerable.Range(0, length / 6).Select(number => $"b{number}"))})>]><svg/>"
            ),
        ],
        ["a.pdf"] =
        [
            SlowInput.Repeated("/JavaScript ", "%PDF-1.7\n"),
            SlowInput.Repeated("<<", "%PDF-1.7\n"),
            SlowInput.Repeated("/#4a", "%PDF-1.7\n"),
            SlowInput.Repeated("/", "%PDF-1.7\n"),
            SlowInput.Repeated("(", "%PDF-1.7\n"),
            SlowInput.Repeated("stream\n", "%PDF-1.7\n"),
            SlowInput.Repeated("\0", "%PDF-1.7\n"),
        ],
        ["a.docx"] =
        [
            SlowInput.Repeated("PK\u0001\u0002", "PK\u0003\u0004"),
            SlowInput.Repeated("vbaProject.bin", "PK\u0003\u0004"),
            SlowInput.Repeated("_\0V\0B\0A\0", "\u00D0\u00CF\u0011\u00E0"),
            SlowInput.Repeated("\0", "PK\u0003\u0004"),
        ],
        ["a.jpg"] =
        [
            SlowInput.Repeated("\u00FF", "\u00FF\u00D8"),
            SlowInput.Repeated("\u00FF\u00E1\0\u0008Exif\0\0", "\u00FF\u00D8"),
            SlowInput.Repeated("\u00FF\u00E0\0\u0002", "\u00FF\u00D8"),
        ],
        ["a.png"] =
        [
            new("pointers to places that are long and empty", EmptyPlaces),
            SlowInput.Repeated("\0\0\0\0eXIf\0\0\0\0", "\u0089PNG\r\n\u001A\n"),
            SlowInput.Repeated("\0\0\0\u0001eXIfM\0\0\0\0", "\u0089PNG\r\n\u001A\n"),
            SlowInput.Repeated("\0\0\0\0IDAT\0\0\0\0", "\u0089PNG\r\n\u001A\n"),
        ],
        ["a.webp"] =
        [
            SlowInput.Repeated("EXIF\0\0\0\0", "RIFF\0\0\0\0WEBP"),
            SlowInput.Repeated("XMP \u0002\0\0\0ab", "RIFF\0\0\0\0WEBP"),
        ],
    };

    /// <summary>
    /// An Exif block whose first directory has as many pointers to itself as there may be; each of its other entries is a latitude
    /// that takes half of the block, all zero.
    /// </summary>
    static string EmptyPlaces(int length)
    {
        var block = new byte[Math.Max(64, length)];
        "II*\0"u8.CopyTo(block);
        BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(4), 8);
        var entries = Math.Min(ushort.MaxValue, (block.Length / 2 - 14) / 12);
        BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(8), (ushort)entries);
        for (var entry = 0; entry < entries; entry++)
        {
            var at = block.AsSpan(10 + 12 * entry);
            var isPointer = entry < 64;
            BinaryPrimitives.WriteUInt16LittleEndian(at, (ushort)(isPointer ? 0x8825 : 0x02));
            BinaryPrimitives.WriteUInt16LittleEndian(at[2..], (ushort)(isPointer ? 4 : 1));
            BinaryPrimitives.WriteInt32LittleEndian(at[4..], isPointer ? 1 : block.Length / 2);
            BinaryPrimitives.WriteInt32LittleEndian(at[8..], isPointer ? 8 : block.Length / 2);
        }
        var head = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(head, block.Length);
        "eXIf"u8.CopyTo(head.AsSpan(4));
        return "\u0089PNG\r\n\u001A\n"
            + Encoding.Latin1.GetString(head)
            + Encoding.Latin1.GetString(block)
            + "\0\0\0\0";
    }
}
