using System.IO.Compression;
using System.Text;
using System.Xml;

namespace WorkReports.Import.Word;

/// <summary>Checks a file before the SDK opens it: that it is a Word document, no zip bomb, and no XML that would exhaust memory or stack.</summary>
static class PackageCheck
{
    const int PartCountLimit = 2000;
    const int XmlPartSizeLimit = 32 << 20;
    const long TotalSizeLimit = 512 << 20;

    /// <summary>The SDK reads XML by recursion: deeper nesting would overflow the stack, which ends the process.</summary>
    const int XmlDepthLimit = 200;

    static readonly byte[] OleSignature = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Why the file cannot be imported, as a Chinese sentence that says what to do; null when it can.</summary>
    public static string? Refusal(byte[] file)
    {
        if (!file.AsSpan().StartsWith("PK"u8))
            return NotZip(file);
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false));
            return OtherFormat(zip) ?? ZipBomb(zip);
        }
        catch (XmlException)
        {
            return "文件里的 XML 不合规（可能被改动过，或者没有保存完整）。请用 Word 或 WPS 打开，另存为新的 .docx，再导入。";
        }
        catch (InvalidDataException)
        {
            return "文件已损坏，打不开。请用 Word 或 WPS 打开修复，另存为新的 .docx，再导入。";
        }
    }

    static string NotZip(byte[] file)
    {
        var start = Encoding.Latin1.GetString(file, 0, Math.Min(file.Length, 512)).TrimStart();
        return file.AsSpan().StartsWith(OleSignature) ? LegacyOrEncrypted(file)
            : file.Length == 0 ? "文件是空的。"
            : start.StartsWith("{\\rtf", StringComparison.Ordinal)
                ? "这是 RTF 文件，不是 .docx。请用 Word 或 WPS 打开，另存为 .docx，再导入。"
            : start.StartsWith("%PDF", StringComparison.Ordinal)
                ? "这是 PDF 文件，不是 .docx。请找到 Word 原稿再导入；没有原稿的，可以作为附件提供。"
            : start.StartsWith('<') || start.StartsWith("MIME", StringComparison.OrdinalIgnoreCase)
                ? "这是网页或 XML 文件，不是 .docx。请用 Word 或 WPS 打开，另存为 .docx，再导入。"
            : "这不是 .docx 文件。请用 Word 或 WPS 打开原稿，“另存为”，类型选“Word 文档（*.docx）”，再导入。";
    }

    static string LegacyOrEncrypted(byte[] file) =>
        file.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
            ? "文件加了密码，读不了。请用 Word 或 WPS 打开，去掉打开密码，另存为 .docx，再导入。"
            : "这是旧格式的文件（.doc 或 .wps）。请用 Word 或 WPS 打开，“另存为”，类型选“Word 文档（*.docx）”，再导入。只改扩展名不行。";

    static string? OtherFormat(ZipArchive zip) =>
        zip.GetEntry("[Content_Types].xml") is not null
            ? zip.Entries.Any(part => part.FullName.StartsWith("xl/", StringComparison.Ordinal))
                ? "这是 Excel 表格，不是 Word 文档。表格可以作为附件提供。"
                : zip.Entries.Any(part => part.FullName.StartsWith("ppt/", StringComparison.Ordinal))
                    ? "这是演示文稿，不是 Word 文档。演示文稿可以作为附件提供。"
                    : null
            : zip.GetEntry("mimetype") is not null
                ? "这是 OpenDocument（.odt）文件，不是 .docx。请打开它，另存为 .docx，再导入。"
                : "这是压缩包，不是 Word 文档。请先解压，再导入里面的 .docx。";

    /// <summary>Counts the bytes that really come out: the sizes that a package declares may be forged.</summary>
    static string? ZipBomb(ZipArchive zip)
    {
        const string TooMuch =
            "文件解压后大得不正常，没有打开。请确认文件来源；确是自己的文件，请把图片压缩后另存为新的 .docx。";
        if (zip.Entries.Count > PartCountLimit)
            return TooMuch;
        var left = TotalSizeLimit;
        foreach (var part in zip.Entries)
        {
            using var stream = part.Open();
            var size = IsXml(part.FullName) ? XmlSize(stream) : ReadSize(stream, left);
            if (size is null || (left -= size.Value) <= 0)
                return TooMuch;
        }
        return null;
    }

    static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    /// <summary>The size of an XML part; null when it is too large or too deep. A DTD throws: its entities could expand without end.</summary>
    static long? XmlSize(Stream stream)
    {
        using var copy = new MemoryStream();
        if (ReadSize(stream, XmlPartSizeLimit, copy) is not { } size)
            return null;
        copy.Position = 0;
        using var xml = XmlReader.Create(
            copy,
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }
        );
        while (xml.Read())
        {
            if (xml.Depth > XmlDepthLimit)
                return null;
        }
        return size;
    }

    static long? ReadSize(Stream stream, long most, Stream? copy = null)
    {
        var buffer = new byte[81920];
        long size = 0;
        for (int read; (read = stream.Read(buffer)) > 0; size += read)
        {
            if (size + read > most)
                return null;
            copy?.Write(buffer, 0, read);
        }
        return size;
    }
}
