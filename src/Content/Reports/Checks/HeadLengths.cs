using WorkReports.Content.FrontMatter;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Reports.Checks;

/// <summary>How long a title and what else a head says may be. Longer ones flood every page and list that shows them.</summary>
static class HeadLengths
{
    const int TitleLimit = 200;
    const int UsualTitle = 60;
    const int NameLimit = 200;
    const int NoteLimit = 1000;
    const int KeywordLimit = 50;
    const int AddressLimit = 500;
    const int FewItems = 50;

    /// <summary>Of a list; what comes after is not looked at.</summary>
    public const int ManyItems = 200;

    public static void Check(Report report, YamlFields fields, ProblemList problems)
    {
        CheckTitle(report.Title, fields.At(ReportKeys.Title), problems);
        CheckText(ReportKeys.Summary, report.Summary, NoteLimit);
        CheckText(ReportKeys.Author, report.Author, NameLimit);
        CheckText(ReportKeys.Source, report.Source, NameLimit);
        CheckText(ReportKeys.Change, report.Change, NoteLimit);
        CheckText(ReportKeys.Withdrawn, report.Withdrawn, NoteLimit);
        CheckList(ReportKeys.Keywords, report.Keywords, FewItems, KeywordLimit);
        CheckList(ReportKeys.Aliases, report.Aliases, ManyItems, AddressLimit);
        CheckList(ReportKeys.Attachments, [.. report.Attachments.Select(file => file.Path)], ManyItems, AddressLimit);

        void CheckText(YamlKey key, string? text, int limit)
        {
            if (CharactersOf(text) is var count && count > limit)
                problems.Error(
                    fields.At(key),
                    "field-long",
                    $"{key} 有 {count} 个字，最多 {limit} 个。请写短些，详细的写在正文里。"
                );
        }

        void CheckList(YamlKey key, IReadOnlyList<string> texts, int items, int length)
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
    }

    static void CheckTitle(string title, Place at, ProblemList problems)
    {
        var count = CharactersOf(title);
        if (count > TitleLimit)
            problems.Error(
                at,
                "title-long",
                $"标题有 {count} 个字，最多 {TitleLimit} 个。是不是把正文写成了标题？请写短些。"
            );
        else if (count > UsualTitle)
            problems.Warn(
                at,
                "title-long",
                $"标题有 {count} 个字，超过 {UsualTitle} 个，在首页和列表里要占好几行。请尽量写短些。"
            );
    }

    static int CharactersOf(string? text) => text?.EnumerateRunes().Count() ?? 0;
}
