using System.ComponentModel;
using System.Diagnostics;

namespace WorkReports.Bench;

/// <summary>Debian's Hugo with the smallest layout that shows a report and a paged list: a yardstick, not a rival.</summary>
sealed class Hugo(string folder)
{
    const string Page = """
        <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>
        <h1>{{ .Title }}</h1><p>{{ .Date.Format "2006-01-02" }} {{ .Params.unit }}</p>{{ .TableOfContents }}{{ .Content }}</body></html>
        """;

    const string List = """
        <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>
        <h1>{{ .Title }}</h1>{{ $page := .Paginate .RegularPagesRecursive 20 }}
        <ul>{{ range $page.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Date.Format "2006-01-02" }}</li>{{ end }}</ul>
        {{ with $page.Prev }}<a href="{{ .URL }}">上一页</a>{{ end }} {{ with $page.Next }}<a href="{{ .URL }}">下一页</a>{{ end }}</body></html>
        """;

    /// <summary>Builds the whole site into an empty folder.</summary>
    public async Task<(TimeSpan Time, double Peak)> Build(string content)
    {
        Prepare();
        var watch = Stopwatch.StartNew();
        using var hugo = Start(content);
        var peak = 0.0;
        while (!hugo.HasExited)
        {
            peak = Math.Max(peak, PeakMemory.Of(hugo.Id));
            await Task.WhenAny(hugo.WaitForExitAsync(), Task.Delay(10));
        }
        if (hugo.ExitCode != 0)
            throw new BenchException("Hugo could not build the folder.");
        return (watch.Elapsed, peak);
    }

    void Prepare()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        var layouts = Directory.CreateDirectory(Path.Combine(folder, "layouts", "_default")).FullName;
        File.WriteAllText(
            Path.Combine(folder, "config.toml"),
            "title = \"Reports\"\nbaseURL = \"http://localhost/\"\ndisableKinds = [\"RSS\", \"taxonomy\", \"term\"]\n"
        );
        File.WriteAllText(Path.Combine(layouts, "single.html"), Page);
        File.WriteAllText(Path.Combine(layouts, "list.html"), List);
    }

    Process Start(string content)
    {
        try
        {
            return Process.Start("hugo", ["--quiet", "--source", folder, "--contentDir", Path.GetFullPath(content)]);
        }
        catch (Win32Exception)
        {
            throw new BenchException("There is no hugo on this machine: apt-get install hugo, or leave out --hugo.");
        }
    }
}
