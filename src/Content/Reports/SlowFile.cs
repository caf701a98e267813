namespace WorkReports.Content.Reports;

/// <summary>A file that takes long: what its editor is told while it is being read.</summary>
static class SlowFile
{
    public static Problem Of(string path) =>
        new(
            path,
            1,
            Severity.Warning,
            "file-slow",
            "这个文件要处理很久，或者排在许多这样的文件后面，还没有完。别的文件先发布，它处理完了就发布，在这以前读者看到的是上一个版本。如果总是这样，请把它分成几篇。"
        );
}
