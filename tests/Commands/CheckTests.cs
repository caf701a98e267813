using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands;

public sealed class CheckTests
{
    const string Path = "政治机关/2021-08-31-试验.md";

    [Fact]
    public async Task A_sound_folder_is_fine() =>
        Assert.Equal(new Typed(0, "检查了 3 个文件，没有发现问题。\n", ""), await Check("# 甲\n\n正文。"));

    [Fact]
    public async Task Every_error_has_its_file_and_line()
    {
        var typed = await Check("---\ntitle: 甲\ndate: 2021-02-30\n天气: 晴\n---\n正文。");
        Assert.Equal((1, ""), (typed.Code, typed.Errors));
        Assert.Collection(
            typed.Output.TrimEnd().Split('\n'),
            line => Assert.StartsWith($"{Path}:3: 错误：", line, StringComparison.Ordinal),
            line => Assert.StartsWith($"{Path}:4: 错误：", line, StringComparison.Ordinal),
            line => Assert.Equal("检查了 3 个文件：2 个错误，0 个提醒。", line));
    }

    [Fact]
    public async Task A_warning_is_told_and_fails_nothing()
    {
        var typed = await Check("---\ntitle: 甲\n---\n[链接](没有.md)");
        Assert.Equal(0, typed.Code);
        Assert.StartsWith($"{Path}:4: 提醒：", typed.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n检查了 3 个文件：0 个错误，1 个提醒。\n", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checking_writes_nothing()
    {
        using var content = ContentOf.Report("# 甲\n\n正文。");
        var data = System.IO.Path.Combine(content.Folder, "data");
        await Typed.Run("check", "--content", content.Folder, "--data", data);
        Assert.False(Directory.Exists(data));
    }

    static async Task<Typed> Check(string report)
    {
        using var content = ContentOf.Report(report, Path);
        return await Typed.Run("check", "--content", content.Folder);
    }
}
