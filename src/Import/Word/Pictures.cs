using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using WorkReports.Import.Model;

namespace WorkReports.Import.Word;

/// <summary>Takes the pictures out of a document that a browser can show. Their names are ours: no name of a part is trusted.</summary>
sealed partial class Pictures(ImportNotes losses)
{
    const int Largest = 20 << 20;

    readonly Dictionary<Uri, string?> files = [];
    readonly List<(string Name, byte[] Bytes)> taken = [];

    public IReadOnlyList<(string Name, byte[] Bytes)> Taken => taken;

    /// <summary>Null, and told as lost, when it cannot be shown.</summary>
    /// <param name="holder">The part of the package that speaks of it.</param>
    public Picture? Take(OpenXmlPart holder, string? embedded, string? linked, string? alt)
    {
        if (embedded is null || !holder.TryGetPartById(embedded, out var part))
        {
            losses.Lose(
                linked is null && embedded is null
                    ? "图形里没有图片，没有导入"
                    : "图片不在文件里（链接到别处），没有下载"
            );
            return null;
        }
        if (!files.TryGetValue(part.Uri, out var file))
            files[part.Uri] = file = Extract(part);
        return file is null ? null : new Picture(file, Said(alt));
    }

    string? Extract(OpenXmlPart part)
    {
        if (Read(part) is not { } bytes)
        {
            losses.Lose($"图片超过 {Largest >> 20} MB，没有导入，请压缩后自己放进图片文件夹");
            return null;
        }
        if (Kind(bytes) is not { } kind)
        {
            losses.Lose(
                $"图片是 {Path.GetExtension(part.Uri.OriginalString).TrimStart('.').ToUpperInvariant()} 格式，浏览器不能显示，请另存为 png 后自己放进图片文件夹"
            );
            return null;
        }
        taken.Add(($"图{taken.Count + 1}{kind}", bytes));
        return taken[^1].Name;
    }

    static byte[]? Read(OpenXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0; )
        {
            copy.Write(buffer, 0, read);
            if (copy.Length > Largest)
                return null;
        }
        return copy.ToArray();
    }

    /// <summary>By the first bytes: what a part calls itself may be wrong, or meant to be.</summary>
    static string? Kind(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) ? ".png"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? ".jpg"
        : bytes.StartsWith("GIF8"u8) ? ".gif"
        : bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8) ? ".webp"
        : null;

    /// <summary>What Word and phones fill in by themselves says nothing.</summary>
    static string? Said(string? alt) =>
        string.IsNullOrWhiteSpace(alt) || Nothing().IsMatch(alt.Trim()) ? null : alt.ReplaceLineEndings(" ").Trim();

    [GeneratedRegex(
        @"^(图片|图像|图|照片|Picture|Image|Graphic)?\s*\d*$|\.(png|jpe?g|gif|bmp|tiff?|emf|wmf)$|描述已自动生成|automatically generated",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Nothing();
}
