using System.Text;
using System.Text.RegularExpressions;

namespace WorkReports.Import.Word;

/// <summary>The open fields at the reader's position: page numbers and tables of contents are omitted, the results of others stay.</summary>
sealed partial class WordFields
{
    readonly Stack<Field> openFields = new();

    /// <summary>True where text is to be read.</summary>
    public bool IsVisible => openFields.All(one => one is { IsInResult: true, IsOmitted: false });

    /// <summary>The address of a link that is a field.</summary>
    public string? HyperlinkUrl => openFields.Select(one => one.Url).FirstOrDefault(url => url is not null);

    public bool HasOpenField => openFields.Count > 0;

    public void Begin() => openFields.Push(new Field());

    public void AddCode(string code)
    {
        if (openFields.TryPeek(out var field) && !field.IsInResult)
            field.Code.Append(code);
    }

    /// <summary>The field's code ends here, its result begins.</summary>
    public void Separate()
    {
        if (!openFields.TryPeek(out var field))
            return;
        field.IsInResult = true;
        field.IsOmitted = IsPageField(field.Code.ToString());
        field.Url = HyperlinkField().Match(field.Code.ToString()) is { Success: true } link
            ? link.Groups["url"].Value
            : null;
    }

    public void End() => openFields.TryPop(out _);

    public static bool IsPageField(string code) => PageField().IsMatch(code);

    sealed class Field
    {
        public StringBuilder Code { get; } = new();
        public bool IsInResult { get; set; }
        public bool IsOmitted { get; set; }
        public string? Url { get; set; }
    }

    [GeneratedRegex(@"^\s*(TOC|PAGE|NUMPAGES|SECTIONPAGES|PAGEREF|INDEX|TC|XE)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PageField();

    [GeneratedRegex("""^\s*HYPERLINK\s+"(?<url>[^"]+)"(?!\s*\\l)""", RegexOptions.IgnoreCase)]
    private static partial Regex HyperlinkField();
}
