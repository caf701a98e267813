using System.Text.RegularExpressions;
using WorkReports.Commands;
using WorkReports.Commands.Options;
using WorkReports.Journal;
using WorkReports.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace WorkReports.Tests;

/// <summary>The examples for Compose: each container restrained, and all of them in step with each other and with nginx's example.</summary>
public sealed partial class ComposeTests
{
    const string Alone = "compose.yaml";
    const string BehindNginx = "compose.nginx.yaml";

    static readonly string Nginx = Repository.Read("src", "Hosting", "Examples", "nginx.conf");

    public static TheoryData<string, string> Services =>
        [.. new[] { Alone, BehindNginx }.SelectMany(file => ServicesOf(file).Select(service => (file, service.Name)))];

    public static TheoryData<string, string> Sites =>
        [
            .. new[] { Alone, BehindNginx }
                .SelectMany(file => ServicesOf(file).Select(service => (file, service.Name)))
                .Where(service => IsSite(service.Name)),
        ];

    static bool IsSite(string name) => name.StartsWith("workreports", StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Services))]
    public void A_container_may_do_nothing_but_its_work(string file, string name)
    {
        var service = Service(file, name);
        Assert.Equal("true", service.Text("read_only"));
        Assert.Equal(["ALL"], service.Texts("cap_drop"));
        Assert.Equal(["no-new-privileges:true"], service.Texts("security_opt"));
        Assert.Equal("/tmp", service.Texts("tmpfs").First());
        Assert.Matches(@"^\d+[mg]$", service.Text("mem_limit"));
        Assert.Matches(@"^\d+m$", service.Text("logging", "options", "max-size"));
        Assert.Matches(@"^\d+$", service.Text("logging", "options", "max-file"));
        // The site's image names its user itself.
        if (!IsSite(name))
            Assert.Matches("^[1-9][0-9]*:[1-9][0-9]*$", service.Text("user"));
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public void The_program_accepts_its_settings_and_may_write_where_they_say(string file, string name)
    {
        var service = Service(file, name);
        var faults = new List<string>();
        var environment = service.Map("environment");
        var settings = SettingsReader.Read([], environment.GetValueOrDefault, faults);
        Assert.Empty(faults.Concat(SettingsCheck.Faults(settings, VerbNeeds.ServerSettings | VerbNeeds.Urls)));
        if (settings.Journal != Settings.None)
            Assert.Equal(["@/run/secrets/" + service.Texts("secrets").Single()], [settings.Journal]);
        var folders = service.Texts("volumes").Select(volume => volume.Split(':')).ToList();
        Assert.Equal(["/app/content", "/app/data", settings.LogFolder], folders.Select(volume => volume[1]));
        Assert.Equal("ro", folders[0][^1]);
        Assert.Equal("${COMMIT:-}", service.Text("build", "args", "COMMIT"));
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public void A_server_is_healthy_when_readers_can_come(string file, string name)
    {
        var test = Service(file, name).Texts("healthcheck", "test");
        Assert.Equal(["CMD", "dotnet", "WorkReports.dll", "health", "--ready"], test);
        Assert.Contains(test[^1][2..], VerbTable.All.Find("health")!.Flags);
    }

    [Fact]
    public void No_two_servers_share_a_data_or_log_folder()
    {
        var volumes = ServicesOf(BehindNginx)
            .SelectMany(service => service.Node.Texts("volumes"))
            .Where(volume => !volume.StartsWith('.'))
            .Select(volume => volume.Split(':')[0])
            .ToList();
        Assert.Equal(5, volumes.Count);
        Assert.Equal(volumes.Order(), volumes.Distinct().Order());
        Assert.Equal(volumes.Order(), Root(BehindNginx).Map("volumes").Keys.Order());
    }

    [Fact]
    public void Nginx_asks_the_servers_that_stand_behind_it()
    {
        var sites = ServicesOf(BehindNginx).Where(service => IsSite(service.Name)).Select(service => service.Name);
        var port = new Uri(new Settings().Urls.Replace("[::]", "any")).Port;
        Assert.Equal(
            sites.Select(name => $"{name}:{port}"),
            Upstream().Matches(Nginx).Select(match => match.Groups["server"].Value)
        );
        Assert.Equal(sites, Service(BehindNginx, "nginx").Map("depends_on").Keys);
        Assert.Contains("./src/Hosting/Examples:/etc/nginx/site:ro", Service(BehindNginx, "nginx").Texts("volumes"));
        Assert.Contains("/etc/nginx/site/nginx.conf", Service(BehindNginx, "nginx").Texts("command"));
        Assert.Contains("proxy_set_header X-Forwarded-For $remote_addr;", Nginx, StringComparison.Ordinal);
        Assert.Contains("proxy_set_header X-Forwarded-Proto $scheme;", Nginx, StringComparison.Ordinal);
    }

    [Fact]
    public void Servers_behind_nginx_share_one_record_whose_password_stands_in_a_file_alone()
    {
        var postgres = Service(BehindNginx, "postgres");
        var secrets = ((YamlMappingNode)Root(BehindNginx).Find("secrets")!).Children.ToDictionary(
            secret => secret.Key.ToString(),
            secret => secret.Value.Text("file")
        );
        var ignored = Repository.Read(".gitignore") + Repository.Read(".dockerignore");
        Assert.All(secrets.Values, file => Assert.StartsWith("./secrets/", file, StringComparison.Ordinal));
        Assert.Contains("/secrets/\n", ignored, StringComparison.Ordinal);
        Assert.Contains("\nsecrets\n", ignored, StringComparison.Ordinal);
        Assert.Equal(
            "/run/secrets/" + postgres.Texts("secrets").Single(),
            postgres.Map("environment")["POSTGRES_PASSWORD_FILE"]
        );
        foreach (var (_, service) in ServicesOf(BehindNginx).Where(service => IsSite(service.Name)))
        {
            Assert.Contains("journal", service.Texts("secrets"));
            Assert.Contains("postgres", service.Map("depends_on").Keys);
        }
        // What the first lines of the example write into that file is what the program takes.
        var connection = Connection().Match(Repository.Read(BehindNginx)).Groups["text"].Value;
        Assert.Null(JournalFile.FaultOfShared(connection.Replace("$(cat secrets/journal-password)", "0123")));
        Assert.Contains($"Username={postgres.Map("environment")["POSTGRES_USER"]};", connection);
        Assert.Contains($"Database={postgres.Map("environment")["POSTGRES_DB"]};", connection);
    }

    [GeneratedRegex("""#   echo "(?<text>[^"]+)" > secrets/journal$""", RegexOptions.Multiline)]
    private static partial Regex Connection();

    [Fact]
    public void Nginx_alone_is_reached_from_outside_and_alone_believed()
    {
        var published = ServicesOf(BehindNginx).Where(service => service.Node.Find("ports") is not null);
        Assert.Equal("nginx", Assert.Single(published).Name);
        Assert.Equal(
            Port().Matches(Nginx).Select(match => match.Groups["port"].Value).Distinct(),
            Service(BehindNginx, "nginx").Texts("ports").Select(port => port.Split(':')[1])
        );
        var address = Service(BehindNginx, "nginx").Text("networks", "site", "ipv4_address");
        Assert.NotEqual("", address);
        foreach (var (_, service) in ServicesOf(BehindNginx).Where(service => IsSite(service.Name)))
        {
            Assert.Equal(address, service.Text("environment", "WORKREPORTS_PROXIES"));
            Assert.NotEqual("", service.Text("networks", "site", "ipv4_address"));
            Assert.Contains(
                $"server_name {service.Text("environment", "WORKREPORTS_HOSTS")};",
                Nginx,
                StringComparison.Ordinal
            );
        }
    }

    static YamlNode Root(string file) => Assert.Single(YamlFile.Documents(file));

    static List<(string Name, YamlNode Node)> ServicesOf(string file) =>
        [.. ((YamlMappingNode)Root(file).Find("services")!).Select(pair => (pair.Key.ToString(), pair.Value))];

    static YamlNode Service(string file, string name) => Root(file).Find("services", name)!;

    [GeneratedRegex(@"(?m)^\s+server (?<server>[\w-]+:\d+);")]
    private static partial Regex Upstream();

    [GeneratedRegex(@"listen (\[::\]:)?(?<port>\d+)")]
    private static partial Regex Port();
}
