using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using WorkReports.Import.Model;

namespace WorkReports.Import.Word;

/// <summary>Extracts the pictures that a browser can show. They get names of our own: the name of a part could lead out of the folder.</summary>
sealed partial class Pictures(ImportNotes importNotes)
{
    const int PictureSizeLimit = 20 << 20;

    readonly Dictionary<Uri, string?> fileNames = [];
    readonly List<(string Name, byte[] Bytes)> extracted = [];

    public IReadOnlyList<(string Name, byte[] Bytes)> Extracted => extracted;

    /// <summary>Null, and noted as a loss, when it cannot be shown.</summary>
    /// <param name="holder">The part of the package that refers to it.</param>
    public Picture? Extract(OpenXmlPart holder, string? embedded, string? linked, string? altText)
    {
        if (embedded is null || !holder.TryGetPartById(embedded, out var part))
        {
            importNotes.AddLoss(
                linked is null && embedded is null
                    ? "图形里没有图片，没有导入"
                    : "图片不在文件里（链接到别处），没有下载"
            );
            return null;
        }
        if (!fileNames.TryGetValue(part.Uri, out var file))
            fileNames[part.Uri] = file = ExtractPart(part);
        return file is null ? null : new Picture(file, MeaningfulAltText(altText));
    }

    string? ExtractPart(OpenXmlPart part)
    {
        if (Read(part) is not { } bytes)
        {
            importNotes.AddLoss($"图片超过 {PictureSizeLimit >> 20} MB，没有导入，请压缩后自己放进图片文件夹");
            return null;
        }
        if (ExtensionOf(bytes) is not { } extension)
        {
            importNotes.AddLoss(
                $"图片是 {Path.GetExtension(part.Uri.OriginalString).TrimStart('.').ToUpperInvariant()} 格式，浏览器不能显示，请另存为 png 后自己放进图片文件夹"
            );
            return null;
        }
        extracted.Add(($"图{extracted.Count + 1}{extension}", bytes));
        return extracted[^1].Name;
    }

    static byte[]? Read(OpenXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0; )
        {
            copy.Write(buffer, 0, read);
            if (copy.Length > PictureSizeLimit)
                return null;
        }
        return copy.ToArray();
    }

    /// <summary>By the first bytes: the content type that a part declares may be wrong or forged.</summary>
    static string? ExtensionOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) ? ".png"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? ".jpg"
        : bytes.StartsWith("GIF8"u8) ? ".gif"
        : bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8) ? ".webp"
        : null;

    /// <summary>Null for what Word and phones generate: it says nothing about the picture.</summary>
    static string? MeaningfulAltText(string? altText) =>
        string.IsNullOrWhiteSpace(altText) || GeneratedAltText().IsMatch(altText.Trim())
            ? null
            : altText.ReplaceLineEndings(" ").Trim();

    [GeneratedRegex(
        @"^(图片|图像|图|照片|Picture|Image|Graphic)?\s*\d*$|\.(png|jpe?g|gif|bmp|tiff?|emf|wmf)$|描述已自动生成|automatically generated",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex GeneratedAltText();
}
