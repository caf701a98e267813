using WorkReports.Commands.Options;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands.Options;

/// <summary>A variable that looks like a setting and is none is told: nobody would find out why it does nothing.</summary>
public sealed class EnvironmentNamesTests
{
    static string? Warning(params string[] variables) =>
        EnvironmentNames.Warning(
            variables.ToDictionary(variable => variable.Split('=')[0], variable => variable.Split('=')[^1]),
            UsageText.English
        );

    [Fact]
    public void All_of_them_are_one_sentence_with_what_was_probably_meant() =>
        Assert.Equal(
            "The environment names no settings by WORKREPORTS_COLOUR, WORKREPORTS_CONTNET (did you mean WORKREPORTS_CONTENT?), "
                + "WORKREPORTS_HOST (did you mean WORKREPORTS_HOSTS?), workreports_data (did you mean WORKREPORTS_DATA?)",
            Warning(
                "WORKREPORTS_HOST=x",
                "WORKREPORTS_CONTNET=x",
                "workreports_data=x",
                "WORKREPORTS_COLOUR=x",
                "PATH=x"
            )
        );

    [Fact]
    public void A_setting_is_none_of_them() =>
        Assert.Null(Warning([.. SettingTable.All.Select(setting => setting.Variable + "=x")]));

    [Theory]
    [InlineData("WORKREPORTS_SERVICE_HOST=10.0.0.1")]
    [InlineData("WORKREPORTS_SERVICE_PORT=80")]
    [InlineData("WORKREPORTS_SERVICE_PORT_HTTP=80")]
    [InlineData("WORKREPORTS_PORT=tcp://10.0.0.1:80")]
    [InlineData("WORKREPORTS_PORT_80_TCP=tcp://10.0.0.1:80")]
    [InlineData("WORKREPORTS_PORT_80_TCP_PROTO=tcp")]
    [InlineData("WORKREPORTS_PORT_80_TCP_PORT=80")]
    [InlineData("WORKREPORTS_PORT_80_TCP_ADDR=10.0.0.1")]
    [InlineData("WORKREPORTS_NGINX_SERVICE_HOST=10.0.0.1")]
    [InlineData("WORKREPORTS_NGINX_PORT=tcp://10.0.0.1:80")]
    public void What_Kubernetes_makes_of_a_Service_is_not_even_that(string variable) => Assert.Null(Warning(variable));

    [Fact]
    public void A_port_that_somebody_wrote_is() =>
        Assert.Equal("The environment names no settings by WORKREPORTS_PORT", Warning("WORKREPORTS_PORT=8080"));

    [Fact]
    [Needs(NeedsAttribute.Program)]
    public async Task A_verb_says_so_and_goes_on()
    {
        using var content = ContentOf.Report("# 甲\n\n正文。");
        var typed = await Typed.RunAlone(["check", "--content", content.Folder], ("WORKREPORTS_LOGLEVEL", "debug"));
        Assert.Equal(
            (
                0,
                "这些环境变量不是设置，没有用上，请告诉管理员：WORKREPORTS_LOGLEVEL（是不是 WORKREPORTS_LOG_LEVEL？）。\n"
            ),
            (typed.Code, typed.Errors)
        );
    }

    [Fact]
    [Needs(NeedsAttribute.Program)]
    public async Task A_server_says_so_in_its_log()
    {
        using var content = ContentOf.Pillars();
        using var data = ContentOf.Nothing();
        using var program = new ProgramProcess(
            ["--content", content.Folder, "--data", data.Folder, "--urls", "http://127.0.0.1:0"],
            ("WORKREPORTS_HOST", "www.example.cn"),
            ("WORKREPORTS_SERVICE_HOST", "10.0.0.1")
        );
        Assert.Equal(
            "WORKREPORTS_HOST (did you mean WORKREPORTS_HOSTS?)",
            await program.Says(" WRN The environment names no settings by ")
        );
        await program.Says("Now listening on:");
        program.Terminate();
        var typed = await program.End();
        Assert.Equal((0, ""), (typed.Code, typed.Errors));
    }
}
