namespace WorkReports.Index.Editions;

/// <summary>Whose pages a change may alter: what was cached of these must be made anew.</summary>
sealed class Invalidation
{
    Invalidation(IReadOnlyCollection<string> slugs) => Slugs = slugs;

    /// <summary>Any page.</summary>
    public static Invalidation Everything { get; } = new([]);

    public bool IsEverything => this == Everything;

    /// <summary>The addresses of the reports whose own pages alone are altered, lists apart.</summary>
    public IReadOnlyCollection<string> Slugs { get; }

    /// <summary>The own pages of these reports, and lists; nothing that another report's page shows of them.</summary>
    public static Invalidation Of(IReadOnlyCollection<string> slugs) => new(slugs);
}
