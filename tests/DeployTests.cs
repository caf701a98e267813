using System.Text.RegularExpressions;
using WorkReports.Commands.Options;
using WorkReports.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace WorkReports.Tests;

/// <summary>The examples of how the site is run: sound YAML, and no setting, port or folder that the program does not know.</summary>
public sealed partial class DeployTests
{
    const string Kubernetes = "src/Hosting/Examples/kubernetes.yaml";

    static readonly string[] Top = ["content", "src", "tests", "wwwroot"];

    public static TheoryData<string> Yaml => ["compose.yaml", "compose.nginx.yaml", Kubernetes];

    [Fact]
    public void The_top_level_has_no_other_folder()
    {
        string[] unkept = ["artifacts", "data", "bin", "obj", "certificates"];
        var folders = Directory
            .GetDirectories(Repository.Path())
            .Select(folder => Path.GetFileName(folder)!)
            .Where(name => !name.StartsWith('.'));
        Assert.Equal(Top, folders.Except(unkept).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Yaml))]
    public void It_is_YAML_without_unknown_settings(string file)
    {
        Assert.NotEmpty(Documents(file));
        var settings = SettingTable.All.Select(setting => setting.Variable).ToList();
        Assert.All(Variable().Matches(Repository.Read(file.Split('/'))).Select(match => match.Value), name =>
            Assert.Contains(name, settings)
        );
    }

    [Fact]
    public void What_settings_the_examples_give_the_program_accepts()
    {
        foreach (var environment in new[] { OfCompose(), OfKubernetes() })
        {
            var faults = new List<string>();
            var settings = SettingsReader.Read([], environment.GetValueOrDefault, faults);
            Assert.Empty(
                faults.Concat(
                    SettingsCheck
                        .Faults(settings, VerbNeeds.Server)
                        .Where(fault => !fault.StartsWith("--content", StringComparison.Ordinal))
                )
            );
        }
    }

    [Fact]
    public void A_pod_is_probed_restrained_and_served_on_its_own_ports()
    {
        var pod = At(
            Documents(Kubernetes).Single(document => Text(document, "kind") == "StatefulSet"),
            "spec",
            "template",
            "spec"
        );
        var container = ((YamlSequenceNode)At(pod, "containers")).Single();
        Assert.Equal(
            ("/healthz", "/readyz"),
            (Text(container, "livenessProbe", "httpGet", "path"), Text(container, "readinessProbe", "httpGet", "path"))
        );
        Assert.Equal(
            ("true", "1654"),
            (Text(pod, "securityContext", "runAsNonRoot"), Text(pod, "securityContext", "runAsUser"))
        );
        Assert.Equal("true", Text(container, "securityContext", "readOnlyRootFilesystem"));
        Assert.Equal(
            [
                new Uri(new Settings().Urls.Replace("[::]", "any")).Port.ToString(
                    System.Globalization.CultureInfo.InvariantCulture
                ),
                OfKubernetes()["WORKREPORTS_METRICS"].Split(':')[^1],
            ],
            ((YamlSequenceNode)At(container, "ports")).Select(port => Text(port, "containerPort"))
        );
        Assert.Equal(
            ["/app/content", "/app/data", "/tmp"],
            ((YamlSequenceNode)At(container, "volumeMounts")).Select(mount => Text(mount, "mountPath"))
        );
        Assert.True(
            int.Parse(Text(pod, "terminationGracePeriodSeconds"), System.Globalization.CultureInfo.InvariantCulture)
                > 30
                    + int.Parse(
                        OfKubernetes()["WORKREPORTS_STOP_DELAY"],
                        System.Globalization.CultureInfo.InvariantCulture
                    )
        );
    }

    [Fact]
    public void The_image_says_which_build_it_holds()
    {
        var image = Repository.Read("Dockerfile");
        Assert.Contains($"image.version=\"{BuildInfo.Current.Version}\"", image, StringComparison.Ordinal);
        Assert.Contains("image.revision=\"${COMMIT:-unknown}\"", image, StringComparison.Ordinal);
        Assert.Contains("--property:SourceRevisionId=$COMMIT", image, StringComparison.Ordinal);
        foreach (var file in new[] { "compose.yaml", "compose.nginx.yaml" })
            Assert.Equal(
                "${COMMIT:-}",
                Text(Documents(file).Single(), "services", "workreports", "build", "args", "COMMIT")
            );
    }

    [Fact]
    public void The_image_is_built_with_the_licences_of_what_it_holds()
    {
        var image = Repository.Read("Dockerfile");
        Assert.Contains("COPY src/Licenses src/Licenses\n", image, StringComparison.Ordinal);
        Assert.Matches(@"\nCOPY .*\bLICENSE\b.* \./\n", image);
        Assert.Contains("COPY --from=build /app ./\n", image, StringComparison.Ordinal);
    }

    [Fact]
    public void Nginx_asks_the_server_that_stands_beside_it_and_says_who_asked()
    {
        var nginx = Repository.Read("src", "Hosting", "Examples", "nginx.conf");
        Assert.Contains("server workreports:8080;", nginx, StringComparison.Ordinal);
        Assert.NotNull(At(Documents("compose.nginx.yaml").Single(), "services", "workreports"));
        Assert.Contains("proxy_set_header X-Forwarded-For $remote_addr;", nginx, StringComparison.Ordinal);
        Assert.Contains("proxy_set_header X-Forwarded-Proto $scheme;", nginx, StringComparison.Ordinal);
    }

    static Dictionary<string, string> OfCompose() =>
        (
            (YamlMappingNode)At(Documents("compose.nginx.yaml").Single(), "services", "workreports", "environment")
        ).ToDictionary(pair => pair.Key.ToString(), pair => pair.Value.ToString());

    static Dictionary<string, string> OfKubernetes() =>
        Documents(Kubernetes)
            .Where(document => Text(document, "kind") == "StatefulSet")
            .SelectMany(document =>
                (YamlSequenceNode)At(
                    ((YamlSequenceNode)At(document, "spec", "template", "spec", "containers")).Single(),
                    "env"
                )
            )
            .ToDictionary(one => Text(one, "name"), one => Text(one, "value"));

    static List<YamlNode> Documents(string file)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Repository.Read(file.Split('/'))));
        return [.. yaml.Documents.Select(document => document.RootNode)];
    }

    static YamlNode At(YamlNode node, params string[] keys) => keys.Aggregate(node, (inner, key) => inner[key]);

    static string Text(YamlNode node, params string[] keys) => At(node, keys).ToString();

    [GeneratedRegex("WORKREPORTS_[A-Z_]+")]
    private static partial Regex Variable();
}
