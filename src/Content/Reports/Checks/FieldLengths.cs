using WorkReports.Content.FrontMatter;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Reports.Checks;

/// <summary>How long the texts and lists of a head, of a pillar's file or of <c>site.yml</c> may be: they stand on many pages.</summary>
sealed class FieldLengths(YamlFields fields, ProblemList problems)
{
    /// <param name="limit">In characters, as a reader counts them.</param>
    public void CheckText(YamlKey key, string? text, int limit)
    {
        if (CharactersOf(text) is var count && count > limit)
            problems.Error(
                fields.At(key),
                "field-long",
                $"{key} 有 {count} 个字，最多 {limit} 个。请写短些，详细的写在正文里。"
            );
    }

    /// <param name="items">How many there may be.</param>
    /// <param name="length">Of each, in characters.</param>
    public void CheckList(YamlKey key, IReadOnlyList<string> texts, int items, int length)
    {
        if (texts.Count > items)
            problems.Error(fields.At(key), "list-long", $"{key} 超过了 {items} 项。请只留最要紧的。");
        if (texts.FirstOrDefault(text => CharactersOf(text) > length) is { } longer)
            problems.Error(
                fields.At(key, longer),
                "field-long",
                $"{key} 里有一项有 {CharactersOf(longer)} 个字，最多 {length} 个。请写短些，或者分成几项。"
            );
    }

    public static int CharactersOf(string? text) => text?.EnumerateRunes().Count() ?? 0;
}
