using System.Collections.Concurrent;
using WorkReports.Content.Files;

namespace WorkReports.Content.Inspection;

/// <summary>
/// What is in the pictures and attachments of reports, by their bytes alone. A file is looked into once, and again when its size or
/// date has changed: a scan must not read every picture.
/// </summary>
sealed class FileInspections(ContentFolder folder)
{
    /// <summary>In bytes. Reading a larger one would keep everything else waiting, and no reader could load it.</summary>
    const long SizeLimit = 1L << 30;

    readonly ConcurrentDictionary<string, (string Stamp, InspectedFile File)> known = new();

    public InspectedFile Of(string path)
    {
        var stamp = folder.StampOf(path);
        if (known.TryGetValue(path, out var last) && last.Stamp == stamp)
            return last.File;
        if (Inspect(path) is not { } inspected)
            return InspectedFile.Unknown;
        known[path] = (stamp, inspected);
        return inspected;
    }

    /// <summary>Null where it cannot be read: then nothing is known of it.</summary>
    InspectedFile? Inspect(string path)
    {
        try
        {
            using var file = folder.Open(path, out _);
            return file is null ? null : Inspect(path, file);
        }
        catch (IOException)
        {
            return null;
        }
    }

    static InspectedFile Inspect(string path, OpenedFile file)
    {
        if (file.Size > SizeLimit)
            return new InspectedFile(file.Size, "", null, [TooLarge(path, file.Size)]);
        var (hash, size) = file.Hashed();
        var picture = PublicFile.IsPicture(path) ? ImageSize.Of(HeadOf(file.Bytes)) : null;
        List<FileFault> faults = [.. FaultsOf(path, file.Bytes)];
        if (faults.Count == 0 && FileWholeness.FaultOf(path, file.Bytes, picture) is { } fault)
            faults.Add(fault);
        return new InspectedFile(size, Convert.ToHexStringLower(hash), picture, faults);
    }

    static FileFault TooLarge(string path, long size) =>
        new(
            "file-huge",
            Severity.Error,
            $"“{Path.GetFileName(path)}”有 {size >> 20} MB，最多 {SizeLimit >> 20} MB，读者没法下载。请压缩，或者分成几个。"
        );

    static byte[] HeadOf(Stream bytes)
    {
        var head = new byte[(int)Math.Min(bytes.Length, ImageSize.HeadLength)];
        return head[..bytes.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }

    /// <summary>What is in the bytes of a file, whatever its report says.</summary>
    public static IEnumerable<FileFault> FaultsOf(string path, Stream bytes)
    {
        var name = Path.GetFileName(path);
        if (PublicFile.IsPicture(path))
        {
            if (SvgInspection.IsSvg(path, bytes) && SvgInspection.FirstFault(bytes) is { } fault)
                yield return new FileFault(
                    "svg-active",
                    Severity.Error,
                    $"图形“{name}”第 {fault.Line} 行：{fault.What}。这样的图形打开时可能会运行程序，或者连到别的网站。请用画图软件重新导出，只留图形，或者另存为 png。"
                );
            else if (PhotoPlace.IsIn(bytes))
                yield return new FileFault(
                    "photo-place",
                    Severity.Error,
                    $"照片“{name}”里记着拍摄地点（GPS），会随照片公开。请先去掉：在 Windows 里右键点照片，选“属性”“详细信息”“删除属性和个人信息”；或者用画图软件另存一份。"
                );
        }
        else if (ActiveMarks.InPdf(path, bytes) is { Count: > 0 } marks)
            yield return new FileFault(
                "pdf-active",
                Severity.Warning,
                $"“{name}”里有{string.Join("、", marks)}，读者打开时可能会运行。请确认需要；不需要的，请用“打印到 PDF”另存一份。"
            );
        else if (ActiveMarks.InOffice(path, bytes))
            yield return new FileFault(
                "office-macro",
                Severity.Warning,
                $"“{name}”里有宏（程序），读者打开时可能会运行。请另存为不带宏的 docx、xlsx、pptx，或者转成 PDF。"
            );
    }
}
