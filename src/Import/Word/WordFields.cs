using System.Text;
using System.Text.RegularExpressions;

namespace WorkReports.Import.Word;

/// <summary>The fields that are open where the reader stands: page numbers and tables of contents go, the results of others stay.</summary>
sealed partial class WordFields
{
    readonly Stack<Field> open = new();

    /// <summary>True where text is to be read.</summary>
    public bool IsVisible => open.All(one => one is { IsInResult: true, IsDropped: false });

    /// <summary>The address of a link that is a field.</summary>
    public string? Url => open.Select(one => one.Url).FirstOrDefault(url => url is not null);

    public bool IsOpen => open.Count > 0;

    public void Begin() => open.Push(new Field());

    public void Say(string code)
    {
        if (open.TryPeek(out var field) && !field.IsInResult)
            field.Code.Append(code);
    }

    /// <summary>The code is whole.</summary>
    public void Separate()
    {
        if (!open.TryPeek(out var field))
            return;
        field.IsInResult = true;
        field.IsDropped = IsPageField(field.Code.ToString());
        field.Url = Link().Match(field.Code.ToString()) is { Success: true } link ? link.Groups["url"].Value : null;
    }

    public void End() => open.TryPop(out _);

    public static bool IsPageField(string code) => OfPages().IsMatch(code);

    sealed class Field
    {
        public StringBuilder Code { get; } = new();
        public bool IsInResult { get; set; }
        public bool IsDropped { get; set; }
        public string? Url { get; set; }
    }

    [GeneratedRegex(@"^\s*(TOC|PAGE|NUMPAGES|SECTIONPAGES|PAGEREF|INDEX|TC|XE)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfPages();

    [GeneratedRegex("""^\s*HYPERLINK\s+"(?<url>[^"]+)"(?!\s*\\l)""", RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
