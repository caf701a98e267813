using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace WorkReports.Tests.Support;

/// <summary>
/// Debian's nginx with the example's own file, of which ports and paths alone are others. Where the tests run as an
/// administrator it is an ordinary user all the same: the example says that it needs no privilege.
/// </summary>
public sealed partial class NginxProcess : IDisposable
{
    public const string Name = "www.example.cn";
    const string OrdinaryUser = "65534";

    readonly ContentOf folder = ContentOf.Nothing();
    readonly Process process;
    readonly Dictionary<string, int> ports = [];
    readonly ConcurrentQueue<string> errors = [];

    /// <param name="servers">Where the site answers: for each of the example's servers one.</param>
    public NginxProcess(params Uri[] servers)
        : this(patience: null, servers) { }

    /// <param name="patience">How long nginx waits for an answer; without it as long as the example says.</param>
    public NginxProcess(TimeSpan? patience, params Uri[] servers)
    {
        NeedsAttribute.Expect(NeedsAttribute.Program);
        using var certificate = Certificates.Named(Name);
        folder
            .With("fullchain.pem", Certificates.Pem(certificate))
            .With("privkey.pem", Certificates.KeyOf(certificate))
            .With("nginx.conf", Rewritten(servers, patience));
        string[] command = ["nginx", "-c", $"{folder.Folder}/nginx.conf", "-g", "daemon off;"];
        if (Environment.IsPrivilegedProcess)
        {
            using var handedOver = Process.Start("chown", ["-R", $"{OrdinaryUser}:{OrdinaryUser}", folder.Folder]);
            handedOver.WaitForExit();
            command = ["setpriv", "--reuid", OrdinaryUser, "--regid", OrdinaryUser, "--clear-groups", .. command];
        }
        process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, told) => errors.Enqueue(told.Data ?? "");
        process.BeginErrorReadLine();
        Http = new HttpClient(
            new SocketsHttpHandler
            {
                ConnectCallback = Connect,
                AllowAutoRedirect = false,
                SslOptions =
                {
                    RemoteCertificateValidationCallback = (_, shown, _, _) =>
                        shown is X509Certificate2 { Subject: "CN=" + Name },
                },
            }
        );
    }

    /// <summary>Asks nginx, whatever the name in the address.</summary>
    public HttpClient Http { get; }

    /// <summary>The lines that it has written about requests so far.</summary>
    public string[] AccessLog => File.ReadAllLines(Path.Combine(folder.Folder, "access.log"));

    /// <summary>Waits until it listens; where it never does, its own words say why.</summary>
    public async Task<NginxProcess> Listening()
    {
        try
        {
            await Wait.Until<string?>(
                async () =>
                {
                    using var client = new TcpClient();
                    try
                    {
                        await client.ConnectAsync(IPAddress.Loopback, ports["8443"]);
                        return null;
                    }
                    catch (SocketException)
                    {
                        Assert.False(process.HasExited, string.Join('\n', errors));
                        return string.Join('\n', errors);
                    }
                },
                told => told is null,
                "nginx listens"
            );
            return this;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public async Task<Answer> Get(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri($"https://{Name}"), address));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await Http.SendAsync(request);
        return await Answer.Of(answer);
    }

    /// <summary>All that it says to these bytes, by plain HTTP, until it ends the conversation.</summary>
    public async Task<string> Talk(string bytes)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, ports["8080"]);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(bytes));
        using var answer = new StreamReader(stream, Encoding.UTF8);
        return await answer.ReadToEndAsync();
    }

    public void Dispose()
    {
        Http.Dispose();
        if (!process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            kill.WaitForExit();
        }
        process.WaitForExit();
        process.Dispose();
        folder.Dispose();
    }

    async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var isSecure = context.InitialRequestMessage.RequestUri!.Scheme == Uri.UriSchemeHttps;
        await socket.ConnectAsync(IPAddress.Loopback, ports[isSecure ? "8443" : "8080"], cancel);
        return new NetworkStream(socket, ownsSocket: true);
    }

    string Rewritten(Uri[] servers, TimeSpan? patience)
    {
        var example = Repository.Read("src", "Hosting", "Examples", "nginx.conf");
        var at = 0;
        example = Listen()
            .Replace(example, found => found.Groups["listen"].Value + PortFor(found.Groups["port"].Value));
        example = Server().Replace(example, _ => $"server {servers[at++].Authority};");
        Assert.Equal(servers.Length, at);
        if (patience is { } longest)
            example = example.Replace(
                "proxy_connect_timeout",
                $"proxy_read_timeout {longest.TotalSeconds}s; proxy_connect_timeout",
                StringComparison.Ordinal
            );
        // Its own paths first: the folder of the test lies below /tmp, too.
        return example
            .Replace(" /tmp/", $" {folder.Folder}/", StringComparison.Ordinal)
            .Replace("/dev/stdout", $"{folder.Folder}/access.log", StringComparison.Ordinal)
            .Replace("/dev/stderr", $"{folder.Folder}/error.log", StringComparison.Ordinal)
            .Replace("/etc/nginx/certificates/", $"{folder.Folder}/", StringComparison.Ordinal);
    }

    int PortFor(string port)
    {
        if (ports.TryGetValue(port, out var known))
            return known;

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ports[port] = ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"(?<listen>listen (\[::\]:)?)(?<port>\d+)")]
    private static partial Regex Listen();

    [GeneratedRegex(@"server [\w-]+:8080;")]
    private static partial Regex Server();
}
