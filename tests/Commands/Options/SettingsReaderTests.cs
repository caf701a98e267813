using WorkReports.Commands;
using WorkReports.Commands.Options;

namespace WorkReports.Tests.Commands.Options;

public sealed class SettingsReaderTests
{
    [Theory]
    [InlineData(null, "http://127.0.0.1:8081")]
    [InlineData("--urls=http://[::]:9000", "http://[::]:9000")]
    public void A_preview_listens_to_this_machine_unless_the_command_line_says_otherwise(string? option, string urls)
    {
        var settings = SettingsReader.Read(
            option is null ? [] : [option],
            variable => variable == "WORKREPORTS_URLS" ? "http://[::]:8080" : null,
            [],
            PreviewCommand.Defaults
        );
        Assert.Equal((urls, true), (settings.Urls, settings.Preview));
    }

    static readonly Dictionary<string, string> Environment = new()
    {
        ["WORKREPORTS_CONTENT"] = "from-environment",
        ["WORKREPORTS_DATA"] = "",
    };

    [Fact]
    public void Without_a_word_the_defaults_hold()
    {
        var (settings, faults) = Read(_ => null);
        Assert.Equal(
            new Settings
            {
                Content = "content",
                Data = "data",
                Urls = "http://[::]:8080",
            },
            settings
        );
        Assert.Empty(faults);
    }

    [Fact]
    public void The_environment_overrides_the_defaults_and_an_empty_variable_does_not() =>
        Assert.Equal(new Settings { Content = "from-environment" }, Read(Environment.GetValueOrDefault).Settings);

    [Theory]
    [InlineData("--content", "typed")]
    [InlineData("--content=typed")]
    [InlineData("--content=other", "--content", "typed")]
    public void The_command_line_overrides_the_environment(params string[] options) =>
        Assert.Equal("typed", Read(Environment.GetValueOrDefault, options).Settings.Content);

    [Fact]
    public void Space_around_a_value_is_none_of_it() =>
        Assert.Equal("typed", Read(_ => " typed ", "--data", " typed ").Settings.Data);

    [Fact]
    public void A_value_may_hold_an_equals_sign() =>
        Assert.Equal("a=b", Read(_ => null, "--content=a=b").Settings.Content);

    [Fact]
    public void A_fault_hides_no_other_option()
    {
        var (settings, faults) = Read(_ => null, "--conten", "--content", "--data", "typed", "--urls");
        Assert.Equal("typed", settings.Data);
        Assert.Equal(
            [
                "There is no option '--conten'; did you mean --content?",
                "--content needs a value.",
                "--urls needs a value.",
            ],
            faults
        );
    }

    [Fact]
    public void A_shell_knows_every_variable() =>
        Assert.All(SettingTable.All, setting => Assert.Matches("^[A-Z_]+$", setting.Variable));

    [Fact]
    public void A_row_reads_what_it_sets() =>
        Assert.All(SettingTable.All, setting => Assert.Equal("7", setting.Get(setting.Set(new Settings(), "7"))));

    [Theory]
    [InlineData("none", true)]
    [InlineData("http://127.0.0.1:4318", true)]
    [InlineData("https://collector.example.cn", true)]
    [InlineData("127.0.0.1:4318", false)]
    [InlineData("http://127.0.0.1:4318/v1/metrics", false)]
    [InlineData("grpc://127.0.0.1:4317", false)]
    public void A_collector_has_an_address_or_none(string value, bool isFine)
    {
        var faults = SettingsCheck
            .Faults(Read(_ => null, $"--otlp={value}").Settings, VerbNeeds.Server)
            .Where(fault => fault.StartsWith("--otlp: ", StringComparison.Ordinal));
        Assert.Equal(isFine ? 0 : 1, faults.Count());
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("200", true)]
    [InlineData("-1", false)]
    [InlineData("99999", false)]
    [InlineData("half a year", false)]
    public void Log_files_are_kept_for_a_number_of_days(string value, bool isFine)
    {
        var faults = SettingsCheck
            .Faults(Read(_ => null, $"--log-days={value}").Settings, VerbNeeds.Server)
            .Where(fault => fault.StartsWith("--log-days: ", StringComparison.Ordinal));
        Assert.Equal(isFine ? 0 : 1, faults.Count());
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("2147483647", true)]
    [InlineData("-1", false)]
    [InlineData("20/s", false)]
    public void The_rate_of_searches_is_a_number(string value, bool isFine)
    {
        var faults = SettingsCheck
            .Faults(Read(_ => null, $"--search-rate={value}").Settings, VerbNeeds.Server)
            .Where(fault => fault.StartsWith("--search-rate: ", StringComparison.Ordinal));
        Assert.Equal(isFine ? 0 : 1, faults.Count());
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("512", true)]
    [InlineData("-1", false)]
    [InlineData("128MB", false)]
    [InlineData("99999999999", false)]
    public void The_cache_is_a_number_of_megabytes(string value, bool isFine)
    {
        var faults = SettingsCheck
            .Faults(Read(_ => null, $"--cache={value}").Settings, VerbNeeds.Server)
            .Where(fault => fault.StartsWith("--cache: ", StringComparison.Ordinal));
        Assert.Equal(isFine ? 0 : 1, faults.Count());
    }

    static (Settings Settings, List<string> Faults) Read(Func<string, string?> environment, params string[] options)
    {
        var faults = new List<string>();
        return (SettingsReader.Read(options, environment, faults), faults);
    }
}
