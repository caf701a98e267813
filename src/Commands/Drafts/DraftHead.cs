using System.Text;
using System.Text.RegularExpressions;
using WorkReports.Content.FrontMatter;

namespace WorkReports.Commands.Drafts;

/// <summary>The front matter of a draft, with the Chinese keys, which editors read.</summary>
static partial class DraftHead
{
    /// <param name="day">Null for a date that the editor must write.</param>
    /// <param name="slug">Written down, so that the address stays when the file is renamed.</param>
    public static string Of(Draft draft, string? day, string slug)
    {
        var head = new StringBuilder("---\n");
        void AppendKey(YamlKey key, string? value) =>
            head.Append(value is null ? "" : $"{key.Chinese}: {value}".TrimEnd() + "\n");
        AppendKey(ReportKeys.Title, Quoted(draft.Title));
        AppendKey(ReportKeys.Date, day ?? "");
        AppendKey(ReportKeys.Unit, draft.Unit is { } unit ? Quoted(unit.Name) : null);
        AppendKey(ReportKeys.Slug, slug);
        AppendKey(ReportKeys.SecretWords, draft.IsCleared ? "已核" : null);
        AppendKey(ReportKeys.Draft, "是");
        return head.Append("---\n").ToString();
    }

    static string Quoted(string text) =>
        PlainScalar().IsMatch(text) ? text : $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    /// <summary>A plain scalar of YAML: text that needs no quotes.</summary>
    [GeneratedRegex(@"^(?!(null|Null|NULL)$)[\p{L}\p{N}“‘《（【][^:#\p{Cc}]*$")]
    private static partial Regex PlainScalar();
}
