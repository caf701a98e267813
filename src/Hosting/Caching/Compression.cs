using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace WorkReports.Hosting.Caching;

/// <summary>
/// Searches and errors, which are not cached, are compressed while they are sent: quickly rather than well.
/// </summary>
static class Compression
{
    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(compression =>
        {
            // No page holds a secret that its length could betray.
            compression.EnableForHttps = true;
            // Files have tags of their own, which stand for their plain bytes.
            compression.MimeTypes = ["text/html", "application/json"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
    }
}
