namespace WorkReports.Index.Search.Query;

/// <summary>The address of a search: its words and what was chosen beside them.</summary>
public sealed record SearchAddress(string Text, Refinements Choices)
{
    /// <summary>With other choices.</summary>
    public string With(Func<Refinements, Refinements> choose) => (this with { Choices = choose(Choices) }).ToString();

    /// <summary>The same search at the same moment: its other pages follow this one.</summary>
    public string At(DateTimeOffset moment) => $"{this}&at={moment.ToUnixTimeSeconds()}";

    /// <summary>A report that was found, at the place that was found, with the words marked.</summary>
    public string Of(ReportSummary report, Section? section = null) =>
        $"{Address.Report(report.Slug)}?q={Uri.EscapeDataString(Text)}{(section is null ? "" : "#" + Uri.EscapeDataString(section.Anchor))}";

    public override string ToString() =>
        $"/search?q={Uri.EscapeDataString(Text)}{string.Concat(Choices.Parts().Select(part => $"&{part.Name}={Uri.EscapeDataString(part.Value)}"))}";
}
