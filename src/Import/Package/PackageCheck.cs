using System.IO.Compression;
using System.Text;
using System.Xml;

namespace WorkReports.Import.Package;

/// <summary>Checks a file before the SDK opens it: that it is a Word document, and within its budget.</summary>
static class PackageCheck
{
    const int ContentTypesSizeLimit = 4 << 20;

    /// <summary>What may stand before the first bracket: blanks, marks of the encoding, and the zeros of UTF-16.</summary>
    static readonly byte[] BlanksAndMarks = [.. " \t\r\n"u8, 0, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF];

    static readonly byte[] OleSignature = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Why the file cannot be imported, as a Chinese sentence that says what to do; null when it can.</summary>
    public static string? Refusal(byte[] file)
    {
        if (!file.AsSpan().StartsWith("PK"u8))
            return NotZip(file);
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false));
            return OtherFormat(zip) ?? BeyondBudget(zip);
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
        zip.GetEntry(ContentTypes.PartName) is not null
            ? zip.Entries.Any(part => part.FullName.StartsWith("xl/", StringComparison.Ordinal))
                ? "这是 Excel 表格，不是 Word 文档。表格可以作为附件提供。"
                : zip.Entries.Any(part => part.FullName.StartsWith("ppt/", StringComparison.Ordinal))
                    ? "这是演示文稿，不是 Word 文档。演示文稿可以作为附件提供。"
                    : null
            : zip.GetEntry("mimetype") is not null
                ? "这是 OpenDocument（.odt）文件，不是 .docx。请打开它，另存为 .docx，再导入。"
                : "这是压缩包，不是 Word 文档。请先解压，再导入里面的 .docx。";

    static string? BeyondBudget(ZipArchive zip)
    {
        var budget = new PackageBudget();
        budget.AddParts(zip.Entries.Count);
        if (zip.Entries.Any(part => part.FullName.EndsWith(".piece", StringComparison.OrdinalIgnoreCase)))
            return "文件的内部结构不合常规（一个部分拆成了几块），没有打开。请用 Word 或 WPS 打开，另存为新的 .docx，再导入。";
        var types = budget.Exceeded is null ? ContentTypes.Read(zip, ContentTypesSizeLimit) : null;
        foreach (var part in zip.Entries)
        {
            if (budget.Exceeded is not null)
                break;
            Count(part, types!.IsXml(part), budget);
        }
        return budget.Exceeded is { } bound
            ? $"文件大得不正常：{bound}，没有打开。请确认文件来源；确是自己的文件，请分成几份，或者把图片压缩后另存为新的 .docx。"
            : null;
    }

    /// <summary>A part that begins as XML does is counted as such, whatever the package calls it.</summary>
    static void Count(ZipArchiveEntry part, bool isCalledXml, PackageBudget budget)
    {
        var isXml = isCalledXml || BeginsAsXml(part);
        using var stream = new BoundedStream(part.Open(), budget.Left(isXml));
        try
        {
            if (isXml)
                ReadXml(stream, budget);
        }
        catch (XmlException) when (!isCalledXml || IsAboutFile(part) || stream.Count > budget.Left(isXml))
        {
            // A picture that happens to begin with a bracket; what nothing of the text hangs on; or the end of what may be read.
        }
        if (budget.Exceeded is null)
            stream.ReadToEnd();
        budget.AddBytes(stream.Count, isXml);
    }

    /// <summary>Title, author and times: where they are damaged, the document is read without them.</summary>
    static bool IsAboutFile(ZipArchiveEntry part) =>
        part.FullName.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase);

    static void ReadXml(BoundedStream stream, PackageBudget budget)
    {
        using var xml = ContentTypes.Reader(stream);
        budget.AddXml(xml);
    }

    static bool BeginsAsXml(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        Span<byte> start = stackalloc byte[256];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start[..read].TrimStart(BlanksAndMarks) is [(byte)'<', ..];
    }
}
