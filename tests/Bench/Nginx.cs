using System.Diagnostics;
using System.Globalization;

namespace WorkReports.Bench;

/// <summary>
/// Debian's nginx over files that the site sent: the same bytes, compressed ahead, with the same headers. It writes a line for each
/// request, as the site does.
/// </summary>
sealed class Nginx : IDisposable
{
    /// <summary>What nginx says of its own, or gets from the file.</summary>
    static readonly string[] Own =
    [
        "Date",
        "Server",
        "ETag",
        "Vary",
        "Content-Type",
        "Content-Length",
        "Content-Encoding",
        "Transfer-Encoding",
        "Connection",
        "Accept-Ranges",
    ];

    readonly string folder;
    readonly string certificate;
    readonly List<(string Name, string Value)> headers = [];
    Process? process;

    /// <param name="certificate">A file with a certificate and its key.</param>
    public Nginx(string folder, string certificate)
    {
        (this.folder, this.certificate) = (Path.GetFullPath(folder), Path.GetFullPath(certificate));
        if (Directory.Exists(this.folder))
            Directory.Delete(this.folder, recursive: true);
        Directory.CreateDirectory(Path.Combine(this.folder, "www"));
        Url = $"http://127.0.0.1:{ServerProcess.FreePort()}";
        SecureUrl = $"https://127.0.0.1:{ServerProcess.FreePort()}";
    }

    public string Url { get; }

    public string SecureUrl { get; }

    /// <summary>Of its workers.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            var children = File.ReadAllText($"/proc/{process!.Id}/task/{process.Id}/children")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return TimeSpan.FromTicks(
                children.Sum(child =>
                    Process.GetProcessById(int.Parse(child, CultureInfo.InvariantCulture)).TotalProcessorTime.Ticks
                )
            );
        }
    }

    /// <summary>Takes over a page of the site, in each of its codings.</summary>
    public async Task Copy(string site, string address, string name)
    {
        using var client = new HttpClient();
        foreach (var (coding, ending) in new[] { ("identity", ""), ("gzip", ".gz"), ("br", ".br") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, site + address);
            request.Headers.Add("Accept-Encoding", coding);
            using var answer = await client.SendAsync(request);
            if (coding != "identity" && !answer.Content.Headers.ContentEncoding.Contains(coding))
                throw new BenchException($"{address} was not sent as {coding}.");
            await File.WriteAllBytesAsync(
                Path.Combine(folder, "www", name + ".html" + ending),
                await answer.Content.ReadAsByteArrayAsync()
            );
            if (headers.Count > 0)
                continue;
            headers.AddRange(
                answer
                    .Headers.NonValidated.Where(header => !Own.Contains(header.Key))
                    .Select(header => (header.Key, string.Join(", ", header.Value)))
            );
        }
    }

    public async Task Start()
    {
        var configuration = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(configuration, Configuration());
        process = Process.Start("nginx", ["-c", configuration, "-p", folder]);
        using var client = new HttpClient();
        for (var patience = 100; ; patience--)
        {
            try
            {
                await client.GetAsync(new Uri(Url));
                return;
            }
            catch (HttpRequestException) when (patience > 0 && !process.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    public void Dispose()
    {
        if (process is null)
            return;
        if (!process.HasExited)
            Process.Start("kill", [process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
        process.WaitForExit();
        process.Dispose();
    }

    string Configuration() =>
        $$"""
            daemon off;
            load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
            worker_processes auto;
            pid {{folder}}/pid;
            error_log {{folder}}/error.log;
            events { worker_connections 1024; }
            http {
              include /etc/nginx/mime.types;
              access_log {{folder}}/access.log combined buffer=32k flush=1s;
              client_body_temp_path {{folder}}; proxy_temp_path {{folder}}; fastcgi_temp_path {{folder}}; uwsgi_temp_path {{folder}}; scgi_temp_path {{folder}};
              sendfile on;
              tcp_nopush on;
              keepalive_requests 1000000000;
              gzip_static on;
              gzip_vary on;
              brotli_static on;
              open_file_cache max=100;
              {{string.Concat(headers.Select(header => $"add_header {header.Name} \"{header.Value}\";\n"))}}
              ssl_certificate {{certificate}};
              ssl_certificate_key {{certificate}};
              server { listen {{Url["http://".Length..]}}; listen {{SecureUrl[
                "https://".Length..
            ]}} ssl; root {{folder}}/www; }
            }
            """;
}
