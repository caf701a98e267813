using System.Text;
using System.Xml;

namespace WorkReports.Content.Inspection;

/// <summary>
/// Whether a drawing is only a drawing. Browsers run scripts in an SVG that is opened by itself, and let it load what it names: what
/// may do either is found here, by an XML reader that resolves nothing, whatever else the file says.
/// </summary>
static class SvgInspection
{
    /// <summary>In bytes: drawings with photographs in them stay below.</summary>
    const int SizeLimit = 16 << 20;
    const int DepthLimit = 256;
    const int ElementLimit = 200_000;

    /// <summary>Where the first element stands, behind whatever declarations and comments.</summary>
    const int HeadLength = 4096;

    static readonly char[] ByteOrderMarksAndSpace = [.. "\u00EF\u00BB\u00BF\u00FF\u00FE \t\r\n"];

    static XmlReaderSettings Settings(DtdProcessing declarations) =>
        new()
        {
            DtdProcessing = declarations,
            XmlResolver = null,
            MaxCharactersFromEntities = 1,
            MaxCharactersInDocument = SizeLimit,
            CloseInput = false,
        };

    /// <summary>By its name, or by its first bytes.</summary>
    public static bool IsSvg(string path, Stream bytes)
    {
        if (path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
            return true;
        var text = Encoding.Latin1.GetString(HeadOf(bytes)).Replace("\0", "");
        return text.TrimStart(ByteOrderMarksAndSpace).StartsWith('<')
            && text.Contains("<svg", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Null for a drawing that does nothing. What cannot be read as XML to its end is none: nobody knows what a browser makes of it.</summary>
    public static (int Line, string What)? FirstFault(Stream bytes)
    {
        if (bytes.Length > SizeLimit)
            return (1, $"文件超过 {SizeLimit >> 20} MB，太大，没有检查");
        var elements = 0;
        try
        {
            // The whole is read without its declaration: of one that lists elements a reader makes a table as large as the square
            // of their number, gigabytes of a small file.
            var (isKnown, fault) = DeclarationIn(HeadOf(bytes));
            bytes.Position = 0;
            using var reader = XmlReader.Create(
                bytes,
                Settings(isKnown ? DtdProcessing.Ignore : DtdProcessing.Prohibit)
            );
            return fault ?? FirstFault(reader, ref elements);
        }
        catch (XmlException exception)
        {
            return (
                Math.Max(1, exception.LineNumber),
                elements == 0
                    ? "不合 XML 的写法，或者开头有很长的 DOCTYPE 声明，看不出里面有什么"
                    : "不合 XML 的写法，看不出里面有什么"
            );
        }
        catch (DecoderFallbackException)
        {
            return (1, "有乱码，看不出里面有什么");
        }
    }

    static byte[] HeadOf(Stream bytes)
    {
        var head = new byte[HeadLength];
        bytes.Position = 0;
        return head[..bytes.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }

    /// <summary>
    /// Whether a declaration stands whole in the first bytes, and what is wrong with it. Visio and Illustrator write that of SVG 1.1;
    /// one that says more than its name is refused.
    /// </summary>
    static (bool IsKnown, (int Line, string What)? Fault) DeclarationIn(byte[] head)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(head), Settings(DtdProcessing.Parse));
            while (reader.Read() && reader.NodeType != XmlNodeType.Element)
            {
                if (reader.NodeType == XmlNodeType.DocumentType)
                    return FaultOfDeclaration(reader) is { } what
                        ? (true, (((IXmlLineInfo)reader).LineNumber, what))
                        : (true, null);
            }
        }
        // The head may end anywhere. What is wrong is found when all is read.
        catch (Exception exception) when (exception is XmlException or DecoderFallbackException) { }
        return (false, null);
    }

    static (int Line, string What)? FirstFault(XmlReader reader, ref int elements)
    {
        var lines = (IXmlLineInfo)reader;
        var style = new StringBuilder();
        var (styleLine, isInStyle) = (0, false);
        while (reader.Read())
        {
            var line = lines.LineNumber;
            var what = reader.NodeType switch
            {
                XmlNodeType.ProcessingInstruction when IsStylesheet(reader.Name) => $"有 {reader.Name} 指令",
                XmlNodeType.Element when ++elements > ElementLimit => $"元素超过 {ElementLimit} 个，太多，没有检查",
                XmlNodeType.Element when reader.Depth > DepthLimit => $"元素嵌套超过 {DepthLimit} 层，没有检查",
                XmlNodeType.Element when elements == 1 && reader.LocalName != "svg" => "不是 svg 图形",
                XmlNodeType.Element => SvgElement.FaultOf(reader),
                _ => null,
            };
            if (what is not null)
                return (line, what);
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "style", IsEmptyElement: false })
                (styleLine, isInStyle) = (line, true);
            else if (isInStyle && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace)
                style.Append(reader.Value);
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "style" })
            {
                if (CssReferences.FirstFault(style.ToString()) is { } fault)
                    return (styleLine, $"style 里有 {fault}");
                style.Clear();
                isInStyle = false;
            }
        }
        return null;
    }

    /// <summary>The name of SVG alone is harmless; entities and default attributes declared in the file are read by browsers.</summary>
    static string? FaultOfDeclaration(XmlReader reader) =>
        reader.Value.Length == 0
        && (
            reader.GetAttribute("PUBLIC")?.StartsWith("-//W3C//DTD SVG ", StringComparison.Ordinal)
            ?? reader.GetAttribute("SYSTEM") is null
        )
            ? null
            : "有 DOCTYPE 声明";

    static bool IsStylesheet(string instruction) => instruction.StartsWith("xml-", StringComparison.OrdinalIgnoreCase);
}
