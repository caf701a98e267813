using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using WorkReports.Import.Model;

namespace WorkReports.Import.Word;

/// <summary>Takes the pictures out of a document that a browser can show. Their names are ours: no name of a part is trusted.</summary>
sealed partial class Pictures(ImportNotes losses)
{
    const int PictureSizeLimit = 20 << 20;

    readonly Dictionary<Uri, string?> fileNames = [];
    readonly List<(string Name, byte[] Bytes)> extracted = [];

    public IReadOnlyList<(string Name, byte[] Bytes)> Extracted => extracted;

    /// <summary>Null, and told as lost, when it cannot be shown.</summary>
    /// <param name="holder">The part of the package that speaks of it.</param>
    public Picture? Extract(OpenXmlPart holder, string? embedded, string? linked, string? alt)
    {
        if (embedded is null || !holder.TryGetPartById(embedded, out var part))
        {
            losses.AddLoss(
                linked is null && embedded is null
                    ? "图形里没有图片，没有导入"
                    : "图片不在文件里（链接到别处），没有下载"
            );
            return null;
        }
        if (!fileNames.TryGetValue(part.Uri, out var file))
            fileNames[part.Uri] = file = ExtractPart(part);
        return file is null ? null : new Picture(file, MeaningfulAltText(alt));
    }

    string? ExtractPart(OpenXmlPart part)
    {
        if (Read(part) is not { } bytes)
        {
            losses.AddLoss($"图片超过 {PictureSizeLimit >> 20} MB，没有导入，请压缩后自己放进图片文件夹");
            return null;
        }
        if (ExtensionOf(bytes) is not { } kind)
        {
            losses.AddLoss(
                $"图片是 {Path.GetExtension(part.Uri.OriginalString).TrimStart('.').ToUpperInvariant()} 格式，浏览器不能显示，请另存为 png 后自己放进图片文件夹"
            );
            return null;
        }
        extracted.Add(($"图{extracted.Count + 1}{kind}", bytes));
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

    /// <summary>By the first bytes: what a part calls itself may be wrong, or meant to be.</summary>
    static string? ExtensionOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) ? ".png"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? ".jpg"
        : bytes.StartsWith("GIF8"u8) ? ".gif"
        : bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8) ? ".webp"
        : null;

    /// <summary>What Word and phones fill in by themselves says nothing.</summary>
    static string? MeaningfulAltText(string? alt) =>
        string.IsNullOrWhiteSpace(alt) || GeneratedAltText().IsMatch(alt.Trim())
            ? null
            : alt.ReplaceLineEndings(" ").Trim();

    [GeneratedRegex(
        @"^(图片|图像|图|照片|Picture|Image|Graphic)?\s*\d*$|\.(png|jpe?g|gif|bmp|tiff?|emf|wmf)$|描述已自动生成|automatically generated",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex GeneratedAltText();
}
