using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace WorkReports.Pages.Parts;

/// <summary>
/// The addresses behind a report's links, in reading order: what a reader of the printed page cannot click.
/// </summary>
static partial class LinkNotes
{
    public static IReadOnlyList<string> Of(Report report, SiteProfile site) =>
        [
            .. Links()
                .Matches(report.Html)
                .Select(link => WebUtility.HtmlDecode(link.Groups["address"].Value))
                .Concat(report.Attachments.Select(file => Address.File(file.Path)))
                .Select(address => Readable(address.StartsWith('/') ? site.Absolute(address) : address)),
        ];

    /// <summary>
    /// Chinese as Chinese: who types an address from paper types no percent signs. What would not lead back to the same
    /// address stays as it is.
    /// </summary>
    static string Readable(string address)
    {
        var readable = Uri.UnescapeDataString(address);
        return readable.Any(IsUnreadable) ? address : readable;
    }

    /// <summary>Nobody can type it; format characters would turn the address round, too.</summary>
    static bool IsUnreadable(char letter) =>
        letter is <= ' ' or '\ufffd'
        || char.IsWhiteSpace(letter)
        || char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format;

    /// <summary>
    /// The links that print.css numbers: to elsewhere and to other pages, but not the seals of headings.
    /// </summary>
    [GeneratedRegex("""<a (?![^>]*class="seal")[^>]*?href="(?<address>(?:/|http)[^"]*)""")]
    private static partial Regex Links();
}
