using System.Security.Cryptography;
using WorkReports.Index;

namespace WorkReports.Content;

/// <summary>A file that was opened.</summary>
/// <param name="Hash">Of its bytes; empty when it could not be read.</param>
/// <param name="Parsed">Null when the bytes are those that the index knows.</param>
sealed record ReadFile(ContentFile File, string Hash, ParsedReport? Parsed);

/// <summary>Opens and parses files on all cores.</summary>
sealed class ReportReader(ContentFolder folder, Register register, IReadOnlyDictionary<string, IndexedFile> known)
{
    readonly ReportParser parser = new(register, new Links(folder), folder);

    /// <summary>Handed over in the order of the files, so that the outcome does not hang on the cores' speed.</summary>
    public IEnumerable<ReadFile> Read(IEnumerable<ContentFile> files, CancellationToken stop) =>
        files
            .AsParallel()
            .AsOrdered()
            .WithCancellation(stop)
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(Read);

    ReadFile Read(ContentFile file)
    {
        if (file.Size > ContentFolder.LargestFile)
            return Refused(file, "file-large", $"文件有 {file.Size >> 20} MB，超过了 {ContentFolder.LargestFile >> 20} MB。正文里是不是粘贴了图片？请把图片存成单独的文件。");
        if (folder.Read(file.Path) is not { } bytes)
            return Refused(file, "file-unreadable", "文件打不开（被占用、没有权限，或者已被移走）。请关闭正在编辑它的程序，或联系管理员检查权限。");

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return known.TryGetValue(file.Path, out var last) && last.Hash == hash
            ? new ReadFile(file, hash, null)
            : new ReadFile(file, hash, parser.Parse(file.Path, bytes));
    }

    static ReadFile Refused(ContentFile file, string code, string message) =>
        new(file, "", new ParsedReport(null, [new Problem(file.Path, 1, Severity.Error, code, message)]));
}
