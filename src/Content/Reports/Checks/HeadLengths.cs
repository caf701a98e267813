using WorkReports.Content.FrontMatter;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Reports.Checks;

/// <summary>How long a title and what else a head says may be. Longer ones flood every page and list that shows them.</summary>
static class HeadLengths
{
    const int TitleLimit = 200;
    const int UsualTitle = 60;
    const int SectionLimit = 1000;
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
        CheckSections(report.Sections, problems);
        var lengths = new FieldLengths(fields, problems);
        lengths.CheckText(ReportKeys.Summary, report.Summary, NoteLimit);
        lengths.CheckText(ReportKeys.Author, report.Author, NameLimit);
        lengths.CheckText(ReportKeys.Source, report.Source, NameLimit);
        lengths.CheckText(ReportKeys.Change, report.Change, NoteLimit);
        lengths.CheckText(ReportKeys.Withdrawn, report.Withdrawn, NoteLimit);
        lengths.CheckList(ReportKeys.Keywords, report.Keywords, FewItems, KeywordLimit);
        lengths.CheckList(ReportKeys.Aliases, report.Aliases, ManyItems, AddressLimit);
        lengths.CheckList(
            ReportKeys.Attachments,
            [.. report.Attachments.Select(file => file.Path)],
            ManyItems,
            AddressLimit
        );
    }

    static void CheckTitle(string title, Place at, ProblemList problems)
    {
        var count = FieldLengths.CharactersOf(title);
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

    /// <summary>A section's heading stands in the outline, in the search's answers, and as its own address.</summary>
    static void CheckSections(IReadOnlyList<Section> sections, ProblemList problems)
    {
        if (sections.FirstOrDefault(section => FieldLengths.CharactersOf(section.Title) > SectionLimit) is { } longer)
            problems.Error(
                1,
                "title-long",
                $"“{string.Concat(longer.Title.EnumerateRunes().Take(20))}……”这个小标题有 {FieldLengths.CharactersOf(longer.Title)} 个字，最多 {SectionLimit} 个。是不是把正文写成了标题？请写短些。"
            );
    }
}
