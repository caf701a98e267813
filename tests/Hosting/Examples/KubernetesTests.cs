using System.Globalization;
using WorkReports.Commands.Options;
using WorkReports.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace WorkReports.Tests.Hosting.Examples;

/// <summary>The example for Kubernetes: probed, restrained, fenced, and in step with the program.</summary>
public sealed class KubernetesTests
{
    static readonly IReadOnlyList<YamlNode> Objects = YamlFile.Documents("src/Hosting/Examples/kubernetes.yaml");

    static readonly YamlNode Set = Of("StatefulSet");
    static readonly YamlNode Pod = Set.Find("spec", "template", "spec")!;
    static readonly YamlNode Container = Pod.Items("containers").Single();

    static readonly Dictionary<string, string> Environment = Container
        .Items("env")
        .ToDictionary(one => one.Text("name"), one => one.Text("value"));

    [Fact]
    public void The_program_accepts_its_settings()
    {
        var faults = new List<string>();
        var settings = SettingsReader.Read([], Environment.GetValueOrDefault, faults);
        Assert.Empty(faults.Concat(SettingsCheck.Faults(settings, VerbNeeds.ServerSettings | VerbNeeds.Urls)));
        Assert.Equal("@/app/secrets/journal", settings.Journal);
        var secret = Pod.Items("volumes").Single(volume => volume.Text("name") == "journal");
        Assert.NotEqual("", secret.Text("secret", "secretName"));
        // Else Kubernetes would write addresses of Services among them.
        Assert.Equal("false", Pod.Text("enableServiceLinks"));
    }

    [Fact]
    public void A_pod_is_probed_on_its_own_ports()
    {
        Assert.Equal("/healthz", Container.Text("livenessProbe", "httpGet", "path"));
        Assert.Equal("/readyz", Container.Text("readinessProbe", "httpGet", "path"));
        Assert.Equal(
            [
                new Uri(new Settings().Urls.Replace("[::]", "any")).Port.ToString(CultureInfo.InvariantCulture),
                Environment["WORKREPORTS_METRICS"].Split(':')[^1],
            ],
            Container.Items("ports").Select(port => port.Text("containerPort"))
        );
        Assert.Equal(
            Container.Items("ports")[1].Text("containerPort"),
            Set.Text("spec", "template", "metadata", "annotations", "prometheus.io/port")
        );
    }

    [Fact]
    public void A_pod_is_restrained()
    {
        Assert.Equal("true", Pod.Text("securityContext", "runAsNonRoot"));
        Assert.Equal("1654", Pod.Text("securityContext", "runAsUser"));
        Assert.Equal("0", Pod.Text("securityContext", "runAsGroup"));
        Assert.Equal("false", Pod.Text("automountServiceAccountToken"));
        Assert.Equal("true", Container.Text("securityContext", "readOnlyRootFilesystem"));
        Assert.Equal("false", Container.Text("securityContext", "allowPrivilegeEscalation"));
        Assert.Equal(["ALL"], Container.Texts("securityContext", "capabilities", "drop"));
        Assert.NotEqual("", Container.Text("resources", "limits", "memory"));
    }

    [Fact]
    public void Whatever_the_program_writes_to_is_a_volume()
    {
        Assert.Equal(
            ["/app/content", "/app/data", Environment["WORKREPORTS_LOG_FOLDER"], "/tmp"],
            Container
                .Items("volumeMounts")
                .Where(mount => mount.Text("name") != "journal")
                .Select(mount => mount.Text("mountPath"))
        );
        var claimed = Set.Items("spec", "volumeClaimTemplates").Select(claim => claim.Text("metadata", "name"));
        Assert.Equal(["data", "logs"], claimed);
        var tmp = Pod.Items("volumes").Single(volume => volume.Text("name") == "tmp");
        Assert.NotEqual("", tmp.Text("emptyDir", "sizeLimit"));
    }

    [Fact]
    public void The_old_goes_when_the_new_is_ready()
    {
        Assert.Equal("RollingUpdate", Set.Text("spec", "updateStrategy", "type"));
        Assert.NotEqual("", Set.Text("spec", "minReadySeconds"));
        Assert.Equal("1", Of("PodDisruptionBudget").Text("spec", "maxUnavailable"));
        Assert.True(
            int.Parse(Pod.Text("terminationGracePeriodSeconds"), CultureInfo.InvariantCulture)
                > 30 + int.Parse(Environment["WORKREPORTS_STOP_DELAY"], CultureInfo.InvariantCulture)
        );
    }

    [Fact]
    public void Only_the_Ingress_reaches_the_site_and_only_Prometheus_the_metrics()
    {
        var policy = Of("NetworkPolicy");
        Assert.Equal(Set.Map("spec", "selector", "matchLabels"), policy.Map("spec", "podSelector", "matchLabels"));
        Assert.Equal(["Ingress"], policy.Texts("spec", "policyTypes"));
        var rules = policy.Items("spec", "ingress");
        Assert.Equal(
            ["http", "metrics"],
            rules.SelectMany(rule => rule.Items("ports")).Select(port => port.Text("port"))
        );
        Assert.All(rules, rule => Assert.Single(rule.Items("from").Single().Map("namespaceSelector", "matchLabels")));
        Assert.Equal(["http"], Of("Service").Items("spec", "ports").Select(port => port.Text("targetPort")));
    }

    static YamlNode Of(string kind) => Objects.Single(document => document.Text("kind") == kind);
}
