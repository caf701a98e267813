using System.Text;
using System.Text.RegularExpressions;

namespace WorkReports.Import.Coverage.Shown;

/// <summary>The open fields at a reader's position: Word shows their results, not their codes.</summary>
sealed partial class FieldStack
{
    readonly Stack<Field> open = new();

    public bool ShowsText => !open.TryPeek(out var inner) || inner.ShowsText;

    public bool IsTableOfContents => open.TryPeek(out var inner) && inner.IsTableOfContents;

    public bool IsPageNumber => open.TryPeek(out var inner) && inner.IsPageNumber;

    /// <param name="entry">What a field of a form shows: its entry, or its box.</param>
    public void Begin(string entry = "") =>
        open.Push(new Field(ShowsText, entry) { IsTableOfContents = IsTableOfContents, IsPageNumber = IsPageNumber });

    public void AddCode(string code)
    {
        if (open.TryPeek(out var field) && !field.HasResult)
            field.Code.Append(code);
    }

    public void Separate()
    {
        if (!open.TryPeek(out var field) || field.HasResult)
            return;
        var code = field.Code.ToString();
        field.HasResult = true;
        field.ShowsText = field.IsAround;
        field.IsTableOfContents |= TableOfContents().IsMatch(code);
        field.IsPageNumber |= IsPageNumberField(code);
    }

    /// <summary>What a field shows that has no result of its own: its code says it.</summary>
    public string End()
    {
        if (!open.TryPop(out var field) || field.HasResult || !field.IsAround)
            return "";
        var code = field.Code.ToString();
        if (Button().Match(code) is { Success: true } button)
            return button.Groups["text"].Value;
        return Equation().IsMatch(code) ? EquationText(code) : field.Entry;
    }

    public static bool IsPageNumberField(string code) => PageNumber().IsMatch(code);

    /// <summary>The arguments of an equation: 特 of <c>EQ \o\ac(○,特)</c>, which Word draws with a circle around it.</summary>
    static string EquationText(string code) =>
        string.Concat(
            Switch().Replace(code[(code.IndexOf('(') + 1)..], "").Where(letter => !"(),;\"○□△◇ ".Contains(letter))
        );

    sealed class Field(bool isAround, string entry)
    {
        public string Entry { get; } = entry;
        public StringBuilder Code { get; } = new();
        public bool IsAround { get; } = isAround;
        public bool HasResult { get; set; }
        public bool ShowsText { get; set; }
        public bool IsTableOfContents { get; set; }
        public bool IsPageNumber { get; set; }
    }

    [GeneratedRegex(@"^\s*(TOC|INDEX|TOA)\b", RegexOptions.IgnoreCase)]
    private static partial Regex TableOfContents();

    [GeneratedRegex(@"^\s*(PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^\s*MACROBUTTON\s+\S+\s(?<text>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Button();

    [GeneratedRegex(@"^\s*EQ\s[^(]*\(", RegexOptions.IgnoreCase)]
    private static partial Regex Equation();

    /// <summary>\o, \ac, \s\up 8: how an argument is set.</summary>
    [GeneratedRegex(@"\\[A-Za-z]+\s?\d*|\\(?=[(),;\\])")]
    private static partial Regex Switch();
}
