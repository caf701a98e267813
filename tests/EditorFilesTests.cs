using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WorkReports.Content.Files;
using WorkReports.Content.FrontMatter;
using WorkReports.Content.Problems;
using WorkReports.Content.Reports;
using WorkReports.Tests.Support;

namespace WorkReports.Tests;

/// <summary>What helps editors in VS Code says the same as the program: schemas of the heads and of site.yml, snippets, settings.</summary>
public sealed partial class EditorFilesTests
{
    static readonly JsonNode Report = Json("report.schema.json");
    static readonly JsonNode Site = Json("site.schema.json");
    static readonly JsonNode Pillar = Json("pillar.schema.json");
    static readonly JsonNode Snippets = Json("report.code-snippets");

    [Fact]
    public void The_schema_of_the_head_has_our_keys_and_no_other() => Assert.Equal(Names(ReportKeys.All), Keys(Report));

    [Fact]
    public void Keys_of_other_programs_are_crossed_out_with_our_words()
    {
        var crossed = Properties(Report).Where(property => property.Value!["deprecationMessage"] is not null);
        Assert.Equal(
            ReportKeys.ForeignKeys.Select(key => (key.Key, "本站不用这一项。" + key.Value)),
            crossed.Select(property => (property.Key, (string)property.Value!["deprecationMessage"]!))
        );
    }

    [Fact]
    public void The_schema_of_site_yml_has_its_keys_and_no_other()
    {
        Assert.Equal(Names(KeysOf("SiteKeys")), Keys(Site));
        Assert.Equal(Names(KeysOf("Keys", typeof(UnitEntries))), Keys(Site["properties"]!["units"]!["items"]!));
    }

    [Fact]
    public void The_schema_of_a_pillar_has_its_keys_and_no_other()
    {
        Assert.Equal(Names(KeysOfPillars), Keys(Pillar));
        Assert.All(KeysOfPillars, key =>
            Assert.Contains(
                $"| {key.Chinese} | {key.English} |",
                Repository.Read("content", "README.md").Split("## 三、")[0]
            )
        );
    }

    [Fact]
    public void Both_names_of_a_key_mean_the_same_and_are_explained_in_Chinese()
    {
        (JsonNode Schema, IReadOnlyList<YamlKey> Keys)[] all =
        [
            (Report, ReportKeys.All),
            (Site, KeysOf("SiteKeys")),
            (Site["properties"]!["units"]!["items"]!, KeysOf("Keys", typeof(UnitEntries))),
            (Pillar, KeysOfPillars),
        ];
        Assert.All(all.SelectMany(one => one.Keys.Select(key => (one.Schema, Key: key))), one =>
        {
            var (english, chinese) = (
                one.Schema["properties"]![one.Key.English],
                one.Schema["properties"]![one.Key.Chinese]
            );
            Assert.True(JsonNode.DeepEquals(english, chinese), one.Key.ToString());
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}{2}", (string)english!["description"]!);
        });
    }

    [Theory]
    [InlineData("2021-08-31")]
    [InlineData("2021/8/31 9:30")]
    [InlineData("2021年8月31日 09:30")]
    [InlineData("2021.8.31")]
    [InlineData("2021-08-31T09:30:15+08:00")]
    [InlineData("2021-08-31 09:30:15.5Z")]
    [InlineData("2021年8月31日9时30分")]
    [InlineData("二〇二一年八月三十一日")]
    [InlineData("二○二一年十一月廿一日 9:30")]
    [InlineData("二一年八月三十一日")]
    [InlineData("昨天")]
    [InlineData("2021-08")]
    [InlineData("21-08-31")]
    [InlineData("2021-08-31 晚上")]
    public void A_date_is_one_for_the_schema_when_it_is_one_for_us(string text)
    {
        ContentDate.Read(text, out var fault);
        foreach (var key in new[] { ReportKeys.Date, ReportKeys.Updated, ReportKeys.Expires })
            Assert.Equal(fault is null, Regex.IsMatch(text, Pattern(key)));
    }

    [Theory]
    [InlineData("xinbei-2021-h1")]
    [InlineData("Xinbei")]
    [InlineData("-a")]
    [InlineData("某报告")]
    public void An_address_is_one_for_the_schema_when_it_is_one_for_us(string text) =>
        Assert.Equal(ReportName.IsSlug(text), Regex.IsMatch(text, Pattern(ReportKeys.Slug)));

    [Fact]
    public void Yes_and_no_are_written_as_we_read_them() =>
        Assert.All(Report["properties"]!["草稿"]!["enum"]!.AsArray(), word =>
            Assert.NotNull(YamlFields.ParseYesOrNo(word!.ToString()))
        );

    [Fact]
    public void The_sample_reports_keep_to_the_schema()
    {
        foreach (
            var file in new ContentFolder(Repository.Path("content"))
                .MarkdownFiles()
                .Where(file => !ContentFolder.IsPillarFile(file.Path))
        )
        {
            var head = FrontMatterBlock
                .Read(Repository.Read("content", file.Path).ReplaceLineEndings("\n"), new ProblemList(file.Path))
                .Mapping!;
            Assert.All(head.Children.Keys, key => Assert.Contains(key.ToString(), Keys(Report)));
        }
    }

    [Fact]
    public void Every_key_has_a_snippet_that_is_found_by_both_names()
    {
        Assert.Equal(
            ReportKeys.All.Select(key => key.Chinese).Prepend("文件头"),
            Snippets.AsObject().Select(snippet => snippet.Key)
        );
        Assert.All(ReportKeys.All, key =>
        {
            var snippet = Snippets[key.Chinese]!;
            Assert.Equal([key.Chinese, key.English], snippet["prefix"]!.AsArray().Select(prefix => (string)prefix!));
            Assert.Equal((string)Report["properties"]![key.Chinese]!["description"]!, (string)snippet["description"]!);
        });
    }

    const string Today = "政治机关/2026-11-24-试验.md";

    [Fact]
    public void What_a_snippet_writes_is_understood()
    {
        var head = string.Join('\n', ReportKeys.All.Select(key => Expanded(key.Chinese)));
        Assert.Equal(
            ["file-missing", "file-missing", "unit-unknown"],
            Reading.ProblemsOf($"---\n{head}\n---\n正文。", Today).Select(problem => problem.Code).Order()
        );
        Assert.Equal(
            ["unit-unknown"],
            Reading.ProblemsOf(Expanded("文件头") + "正文。", Today).Select(problem => problem.Code)
        );
    }

    [Fact]
    public void The_settings_name_schemas_that_are_there() =>
        Assert.All(Json("settings.json")["yaml.schemas"]!.AsObject(), schema =>
            Assert.True(File.Exists(Repository.Path("content", schema.Key)))
        );

    static JsonNode Json(string file) => JsonNode.Parse(Repository.Read("content", ".vscode", file))!;

    static JsonObject Properties(JsonNode schema) => schema["properties"]!.AsObject();

    static IEnumerable<string> Keys(JsonNode schema) =>
        Properties(schema)
            .Where(property => property.Value!["deprecationMessage"] is null)
            .Select(property => property.Key);

    static IEnumerable<string> Names(IReadOnlyList<YamlKey> keys) =>
        keys.Select(key => key.Chinese).Concat(keys.Select(key => key.English));

    static IReadOnlyList<YamlKey> KeysOfPillars => KeysOf("Keys", typeof(PillarFile));

    static IReadOnlyList<YamlKey> KeysOf(string field, Type? file = null) =>
        (YamlKey[])
            (file ?? typeof(SiteFile)).GetField(field, BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;

    static string Pattern(YamlKey key) => (string)Report["properties"]![key.English]!["pattern"]!;

    /// <summary>What VS Code writes for a snippet when its reader changes nothing.</summary>
    static string Expanded(string snippet)
    {
        var body = string.Join('\n', Snippets[snippet]!["body"]!.AsArray().Select(line => (string)line!));
        var today = body.Replace("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE", "2026-11-24").Replace("$0", "");
        return Place().Replace(today, match => match.Groups["text"].Value);
    }

    [GeneratedRegex(@"\$\{\d+(:(?<text>[^}]*)|\|(?<text>[^,|]*)[^}]*)\}")]
    private static partial Regex Place();
}
