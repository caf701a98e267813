namespace WorkReports.Content.Inspection;

/// <summary>Files that hold nothing, break off in the middle, or are larger than anybody waits for.</summary>
static class FileWholeness
{
    const long HugeFile = 200L << 20;
    const int HugeSide = 20_000;
    const long HugeArea = 100_000_000;

    /// <summary>The end of a PDF is looked for in so many last bytes: some programs write more behind it.</summary>
    const int TailLength = 2048;

    public static FileFault? FaultOf(string path, Stream bytes, ImageSize? picture)
    {
        var name = Path.GetFileName(path);
        if (bytes.Length == 0)
            return new FileFault(
                "file-empty",
                Severity.Warning,
                $"“{name}”是空的（0 字节），读者打不开。多半是复制没有完成，请重新放一份。"
            );
        if (IsTruncated(path, bytes))
            return new FileFault(
                "file-truncated",
                Severity.Warning,
                $"“{name}”不完整，后面缺了一段，读者打不开或者只看到一半。多半是复制没有完成，请重新放一份。"
            );
        if (bytes.Length > HugeFile)
            return new FileFault(
                "file-huge",
                Severity.Warning,
                $"“{name}”有 {bytes.Length >> 20} MB，读者很难下载。请压缩，或者分成几个。"
            );
        if (
            picture is var (width, height)
            && (width > HugeSide || height > HugeSide || (long)width * height > HugeArea)
        )
            return new FileFault(
                "file-huge",
                Severity.Warning,
                $"图片“{name}”有 {width}×{height} 个点，手机打不开。请用画图软件缩小到宽 1600 以内。"
            );
        return null;
    }

    static bool IsTruncated(string path, Stream bytes)
    {
        var head = Part(bytes, 0, 16);
        var tail = Part(bytes, Math.Max(0, bytes.Length - TailLength), TailLength);
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".png" => head is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] && tail.AsSpan().IndexOf("IEND"u8) < 0,
            ".jpg" or ".jpeg" => head is [0xFF, 0xD8, ..] && tail.AsSpan().LastIndexOf([(byte)0xFF, (byte)0xD9]) < 0,
            ".gif" => head.AsSpan().StartsWith("GIF8"u8) && tail.AsSpan().TrimEnd((byte)0) is not [.., (byte)';'],
            ".webp" => head.AsSpan().StartsWith("RIFF"u8) && BitConverter.ToUInt32(head, 4) + 8L > bytes.Length,
            ".pdf" => head.AsSpan().StartsWith("%PDF"u8) && tail.AsSpan().IndexOf("%%EOF"u8) < 0,
            ".docx" or ".xlsx" or ".pptx" or ".zip" or ".ofd" => head.AsSpan().StartsWith("PK"u8)
                && tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8) < 0
                && bytes.Length > TailLength,
            _ => false,
        };
    }

    static byte[] Part(Stream bytes, long at, int length)
    {
        bytes.Position = at;
        var part = new byte[(int)Math.Min(length, bytes.Length - at)];
        var read = bytes.ReadAtLeast(part, part.Length, throwOnEndOfStream: false);
        return part[..read];
    }
}
