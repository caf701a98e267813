using System.Collections.Concurrent;
using System.Security.Cryptography;
using WorkReports.Content.Files;

namespace WorkReports.Content.Inspection;

/// <summary>
/// What is in the pictures and attachments of reports, by their bytes alone. A file is looked into once, and again when its size or
/// date has changed: a scan must not read every picture.
/// </summary>
sealed class FileInspections(ContentFolder folder)
{
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
        var hash = Convert.ToHexStringLower(SHA256.HashData(file.Bytes));
        var size = file.Bytes.Position;
        file.Bytes.Position = 0;
        var picture = PublicFile.IsPicture(path) ? ImageSize.Of(HeadOf(file.Bytes)) : null;
        List<FileFault> faults = [.. FaultsOf(path, file.Bytes)];
        if (faults.Count == 0 && FileWholeness.FaultOf(path, file.Bytes, picture) is { } fault)
            faults.Add(fault);
        return new InspectedFile(size, hash, picture, faults);
    }

    static byte[] HeadOf(Stream bytes)
    {
        var head = new byte[(int)Math.Min(bytes.Length, ImageSize.HeadLength)];
        return head[..bytes.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }

    static IEnumerable<FileFault> FaultsOf(string path, Stream bytes)
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
