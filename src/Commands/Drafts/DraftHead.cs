using System.Text;
using System.Text.RegularExpressions;
using WorkReports.Content.FrontMatter;

namespace WorkReports.Commands.Drafts;

/// <summary>The head of a draft, with the keys that editors read: Chinese ones.</summary>
static partial class DraftHead
{
    /// <param name="slug">Written down, so that the address stays when the file is renamed.</param>
    public static string Of(Draft draft, string day, string slug)
    {
        var head = new StringBuilder("---\n");
        void Say(Key key, string? value) => head.Append(value is null ? "" : $"{key.Chinese}: {value}\n");
        Say(ReportKeys.Title, Quoted(draft.Title));
        Say(ReportKeys.Date, day);
        Say(ReportKeys.Unit, draft.Unit is { } unit ? Quoted(unit.Name) : null);
        Say(ReportKeys.Slug, slug);
        Say(ReportKeys.Draft, "是");
        return head.Append("---\n").ToString();
    }

    static string Quoted(string text) =>
        Plain().IsMatch(text) ? text : $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    /// <summary>What YAML reads as it is written.</summary>
    [GeneratedRegex(@"^(?!(null|Null|NULL)$)[\p{L}\p{N}“‘《（【][^:#\p{Cc}]*$")]
    private static partial Regex Plain();
}
