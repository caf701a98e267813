namespace WorkReports.Index;

/// <summary>What a reader typed, as FTS5 is asked for it: every word must occur, a run of characters as a phrase.</summary>
public sealed class SearchQuery
{
    public const int LongestText = 200;

    SearchQuery(string text, IReadOnlyList<string> runs) => (Text, Runs) = (text, runs);

    /// <summary>As the reader typed it.</summary>
    public string Text { get; }

    /// <summary>The runs asked for, folded, tokens apart by a space.</summary>
    internal IReadOnlyList<string> Runs { get; }

    public bool IsEmpty => Runs.Count == 0;

    public static SearchQuery Parse(string? text)
    {
        var shown = (text ?? "").Trim();
        if (shown.Length > LongestText) shown = shown[..LongestText];
        return new SearchQuery(shown, [.. SearchText.Words(shown).Distinct()]);
    }

    /// <summary>An FTS5 expression. Each run is quoted, so that no operator of FTS5 is ever read from it.</summary>
    internal string Match => string.Join(" AND ", Runs.Select(Phrase));

    internal string MatchInTitle => $"title : ({Match})";

    string Phrase(string run) =>
        // A reader still typing a Latin word means every word that begins so.
        run == Runs[^1] && char.IsAscii(run[^1]) ? $"\"{run}\" *" : $"\"{run}\"";
}
