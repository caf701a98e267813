using System.Text;
using System.Text.RegularExpressions;

namespace WorkReports.Import.Word;

/// <summary>The open fields at the reader's position: page numbers and tables of contents are omitted, the results of others stay.</summary>
sealed partial class WordFields
{
    readonly Stack<Field> openFields = new();

    /// <summary>True where text is to be read. Each field knows this of those around it: thousands may be open.</summary>
    public bool IsVisible => !openFields.TryPeek(out var inner) || inner.IsVisible;

    /// <summary>The address of a link that is a field.</summary>
    public string? HyperlinkUrl => openFields.TryPeek(out var inner) ? inner.Url : null;

    public bool HasOpenField => openFields.Count > 0;

    public void Begin() => openFields.Push(new Field(IsVisible, HyperlinkUrl));

    public void AddCode(string code)
    {
        if (openFields.TryPeek(out var field) && !field.IsInResult)
            field.Code.Append(code);
    }

    /// <summary>The field's code ends here, its result begins.</summary>
    public void Separate()
    {
        if (!openFields.TryPeek(out var field) || field.IsInResult)
            return;
        field.IsInResult = true;
        field.IsVisible = field.IsVisibleAround && !IsPageField(field.Code.ToString());
        if (HyperlinkField().Match(field.Code.ToString()) is { Success: true } link)
            field.Url = link.Groups["url"].Value;
    }

    public void End() => openFields.TryPop(out _);

    public static bool IsPageField(string code) => PageField().IsMatch(code);

    sealed class Field(bool isVisibleAround, string? urlAround)
    {
        public StringBuilder Code { get; } = new();
        public bool IsVisibleAround { get; } = isVisibleAround;
        public bool IsInResult { get; set; }
        public bool IsVisible { get; set; }
        public string? Url { get; set; } = urlAround;
    }

    [GeneratedRegex(@"^\s*(TOC|PAGE|NUMPAGES|SECTIONPAGES|PAGEREF|INDEX|TC|XE)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PageField();

    [GeneratedRegex("""^\s*HYPERLINK\s+"(?<url>[^"]+)"(?!\s*\\l)""", RegexOptions.IgnoreCase)]
    private static partial Regex HyperlinkField();
}
