using System.Text.RegularExpressions;
using WorkReports.Content.FrontMatter;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Reports;

/// <summary>Where whoever finds a hole in the website may tell of it: an address of mail, or of a page.</summary>
static partial class SecurityContact
{
    public static readonly YamlKey Key = new("security-contact", "安全联系");

    /// <summary>As a URI; null where none is given, or what is given is none.</summary>
    public static string? Read(YamlFields fields, ProblemList problems)
    {
        if (fields.Text(Key) is not { } text)
            return null;
        if (Mail().IsMatch(text))
            return "mailto:" + text;
        if (Uri.TryCreate(text, UriKind.Absolute, out var page) && page is { Scheme: "https", UserInfo: "" })
            return page.AbsoluteUri;
        problems.Error(
            fields.At(Key),
            "security-contact",
            $"“{text}”不是邮箱，也不是 https:// 开头的网址。请写成 anquan@example.cn 或 https://www.example.cn/anquan；没有就删去这一行。"
        );
        return null;
    }

    [GeneratedRegex(@"^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,8}\z")]
    private static partial Regex Mail();
}
