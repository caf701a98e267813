using System.Xml;

namespace WorkReports.Import.Package;

/// <summary>
/// What a Word file may hold, counted while its XML streams by: the SDK would make objects of all of it. The same file gets the same
/// answer on every machine, since nothing is timed.
/// </summary>
sealed class PackageBudget
{
    public const int PartCountLimit = 2000;
    const long TotalSizeLimit = 256L << 20;
    const long XmlSizeLimit = 32L << 20;

    /// <summary>With their attributes.</summary>
    const int ElementLimit = 1_000_000;

    /// <summary>The SDK reads XML by recursion: deeper nesting would overflow the stack, which ends the process.</summary>
    const int DepthLimit = 200;

    const int TableDepthLimit = 20;

    /// <summary>Longer than Word's own; a number is written before each of its paragraphs.</summary>
    const int NumberTextLimit = 255;

    /// <summary>By the local name, whatever the namespace: what is counted too much harms nobody.</summary>
    static readonly Dictionary<string, (string What, int Limit)> Bounds = new()
    {
        ["tbl"] = ("表格", 5_000),
        ["tr"] = ("表格的行", 50_000),
        ["tc"] = ("表格的格子", 200_000),
        ["p"] = ("段落", 200_000),
        ["r"] = ("文字片段", 300_000),
        ["lvl"] = ("编号的级别", 20_000),
        ["num"] = ("编号", 20_000),
        ["style"] = ("样式", 10_000),
        ["blip"] = ("图片", 2_000),
        ["imagedata"] = ("图片", 2_000),
        ["footnote"] = ("脚注", 20_000),
        ["endnote"] = ("尾注", 20_000),
        ["fldChar"] = ("域", 100_000),
        ["smartTag"] = ("智能标记", 20_000),
        ["Relationship"] = ("链接和内部文件", 20_000),
    };

    readonly Dictionary<string, int> counts = [];
    long totalSize;
    long xmlSize;
    int elements;

    /// <summary>The bound that was passed, in Chinese; null while none was.</summary>
    public string? Exceeded { get; private set; }

    /// <summary>The bytes that a part may still have.</summary>
    public long Left(bool isXml) => isXml ? Math.Min(XmlSizeLimit - xmlSize, LeftInAll) : LeftInAll;

    long LeftInAll => TotalSizeLimit - totalSize;

    public void AddParts(int count)
    {
        if (count > PartCountLimit)
            Exceed($"内部文件超过 {PartCountLimit} 个");
    }

    public void AddBytes(long count, bool isXml)
    {
        totalSize += count;
        xmlSize += isXml ? count : 0;
        if (totalSize >= TotalSizeLimit)
            Exceed($"解压后超过 {TotalSizeLimit >> 20} MB");
        if (xmlSize >= XmlSizeLimit)
            Exceed($"文字和格式超过 {XmlSizeLimit >> 20} MB");
    }

    /// <summary>Reads a part to its end, or to the first bound.</summary>
    public void AddXml(XmlReader xml)
    {
        var tableDepth = 0;
        while (Exceeded is null && xml.Read())
        {
            if (xml.Depth > DepthLimit)
                Exceed($"一层套一层超过 {DepthLimit} 层");
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "tbl")
                tableDepth--;
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml is { LocalName: "tbl", IsEmptyElement: false } && ++tableDepth > TableDepthLimit)
                Exceed($"表格套表格超过 {TableDepthLimit} 层");
            AddElement(xml);
        }
    }

    void AddElement(XmlReader xml)
    {
        elements += 1 + xml.AttributeCount;
        if (elements > ElementLimit)
            Exceed($"内部的标记超过 {ElementLimit} 个");
        if (Bounds.TryGetValue(xml.LocalName, out var bound))
        {
            var count = counts[bound.What] = counts.GetValueOrDefault(bound.What) + 1;
            if (count > bound.Limit)
                Exceed($"{bound.What}超过 {bound.Limit} 个");
        }
        if (xml is { LocalName: "lvlText", HasAttributes: true } && LongestAttribute(xml) > NumberTextLimit)
            Exceed($"编号的格式超过 {NumberTextLimit} 个字");
    }

    static int LongestAttribute(XmlReader xml)
    {
        var longest = 0;
        while (xml.MoveToNextAttribute())
            longest = Math.Max(longest, xml.Value.Length);
        xml.MoveToElement();
        return longest;
    }

    void Exceed(string bound) => Exceeded ??= bound;
}
