using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.StaticAssets;

namespace WorkReports.Pages.Parts;

/// <summary>
/// Says by which names to fetch the modules that other scripts import: those with their prints, so that they are kept
/// for good and never meet a script of another version. A browser too old for it fetches the plain names.
/// </summary>
/// <remarks>A browser takes no import map but one that stands in the page: the Content-Security-Policy names it by its
/// <see cref="Hash"/>.</remarks>
public sealed class ImportMap
{
    const string Modules = "js/modules/";

    /// <param name="endpoints">The assets are among them.</param>
    public ImportMap(EndpointDataSource endpoints)
    {
        var imports = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var asset in endpoints
                .Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
                .OfType<StaticAssetDescriptor>()
        )
        {
            // An asset's label is its path without the fingerprint.
            if (
                asset.Properties.FirstOrDefault(property => property.Name == "label")?.Value is { } plain
                && plain.StartsWith(Modules, StringComparison.Ordinal)
                && plain.EndsWith(".js", StringComparison.Ordinal)
            )
            {
                imports["/" + plain] = "/" + asset.Route;
            }
        }
        Json = JsonSerializer.Serialize(new { imports });
        Hash = $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Json)))}";
    }

    public string Json { get; }

    public string Hash { get; }
}
