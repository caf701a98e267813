using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using WorkReports.Content.Problems;

namespace WorkReports.Content.FrontMatter;

/// <summary>What a report's file name says: its date, its title, its address. The folder says nothing, so moving a file keeps all three.</summary>
sealed partial record ReportName(DateTimeOffset? Date, string Title, string Slug)
{
    public static ReportName Of(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path).ReplaceLineEndings(" ").Normalize(NormalizationForm.FormC);
        var (date, rest) = ContentDate.FromFileName(name);
        return new ReportName(date, BidiText.Isolated(rest.Length > 0 ? rest : name), SlugOf(name, rest));
    }

    /// <summary>True for what may stand in an address: small Latin letters, digits, and hyphens between them; at most 100.</summary>
    public static bool IsSlug(string text) => text.Length <= 100 && SlugForm().IsMatch(text);

    /// <summary>The Latin part of the name, its date included; a name without a Latin word gets ten characters of its hash.</summary>
    static string SlugOf(string name, string rest)
    {
        var latin = string.Join('-', LatinParts().Matches(name).Select(part => part.Value)).ToLowerInvariant();
        return LatinWord().IsMatch(rest) && IsSlug(latin) ? latin : Hash(name);
    }

    static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..10];

    [GeneratedRegex("^[a-z0-9]+(-+[a-z0-9]+)*$")]
    private static partial Regex SlugForm();

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex LatinParts();

    // "5G" or "A" in a Chinese name would give many reports of a day the same address.
    [GeneratedRegex("[A-Za-z]{3}")]
    private static partial Regex LatinWord();
}
