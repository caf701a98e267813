namespace WorkReports.Content.FrontMatter;

/// <summary>A key that editors may write, in English or in Chinese.</summary>
sealed record YamlKey(string English, string Chinese)
{
    public bool Matches(string text) => text.Equals(English, StringComparison.OrdinalIgnoreCase) || text == Chinese;

    public override string ToString() => $"{English}（{Chinese}）";
}
