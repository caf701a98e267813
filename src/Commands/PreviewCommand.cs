using WorkReports.Commands.Options;

namespace WorkReports.Commands;

/// <summary><c>preview</c>: the site as its editors see it: drafts, scheduled reports and mistakes, on this machine alone.</summary>
static class PreviewCommand
{
    /// <summary>Other machines cannot see drafts, unless the command line says where else to listen.</summary>
    public static Settings Defaults => new() { Preview = true, Urls = "http://127.0.0.1:8081" };

    public static Task<int> Run(Invocation call)
    {
        var address = call.Settings.ListenAddresses[0].TrimEnd('/');
        call.Output.WriteLine($"预览：{address}/");
        call.Output.WriteLine($"每个文件的情况：{address}/status");
        call.Output.WriteLine("保存文件以后，打开的页面会自己更新。按 Ctrl+C 结束。");
        return ServeCommand.Run(call);
    }
}
