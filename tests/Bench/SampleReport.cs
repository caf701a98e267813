using System.Globalization;
using System.Text;

namespace WorkReports.Bench;

/// <summary>A made-up report as its file: where it lies and what it says.</summary>
sealed record SampleReport(string Path, string Text)
{
    const string Numerals = "一二三四五六七八九十";

    /// <param name="folder">A pillar's folder, or the one for reports of several pillars.</param>
    /// <param name="unit">The publishing unit's short name.</param>
    public static SampleReport Make(Random random, string folder, string unit)
    {
        var pillars = Vocabulary.Topics.Keys.ToArray();
        var topics = Vocabulary.Topics.TryGetValue(folder, out var own)
            ? own
            : [.. Vocabulary.Topics.Values.SelectMany(words => words)];
        var prose = new Prose(random, topics);
        var date = new DateOnly(2012, 1, 1)
            .AddDays(prose.Between(0, 5112))
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var title = prose.Fill(
            prose.Pick([
                "关于{span}{topic}和{topic}的{kind}",
                "{topic}{span}{kind}",
                "{place}{topic}{kind}",
                "以{topic}带动{work}的{kind}",
            ])
        );
        var text = new StringBuilder(
            $"""
            ---
            title: {title}
            date: {date}
            unit: {unit}
            summary: {prose.Paragraph(2)}
            keywords: [{prose.Fill("{topic}, {work}, {measure}")}]
            ---

            {prose.Paragraph(3)}

            """
        );
        // A report of several pillars has a section for each; the others grow to their length.
        var headings = own is null ? pillars : prose.Shuffled(Vocabulary.Slots["section"])[..Numerals.Length];
        var length = own is null ? int.MaxValue : prose.Between(1700, 2800);
        for (var number = 0; number < headings.Length && text.Length < length; number++)
            AddSection(text, prose, number, headings[number]);
        return new SampleReport($"{folder}/{date[..4]}/{date}-{title}.md", text.ToString());
    }

    static void AddSection(StringBuilder text, Prose prose, int number, string heading)
    {
        text.Append($"\n## {Numerals[number]}、{heading}\n\n{prose.Paragraph(prose.Between(2, 4))}\n");
        if (prose.Chance(0.5))
            AddSubsections(text, prose);
        else
            text.Append($"\n{prose.Paragraph(prose.Between(2, 4))}\n");
        if (prose.Chance(0.3))
            AddList(text, prose, ordered: prose.Chance(0.5));
        if (prose.Chance(0.06))
            AddTable(text, prose);
        if (prose.Chance(0.1))
            text.Append($"\n> {prose.Sentence()}\n");
    }

    static void AddSubsections(StringBuilder text, Prose prose)
    {
        for (var number = 0; number < 2; number++)
            text.Append(
                $"\n### （{Numerals[number]}）{prose.Fill("{act}")}\n\n**{prose.Fill("{principle}，{act}。")}**{prose.Paragraph(prose.Between(1, 2))}\n"
            );
    }

    static void AddList(StringBuilder text, Prose prose, bool ordered)
    {
        text.Append('\n');
        var items = prose.Between(3, 5);
        for (var item = 1; item <= items; item++)
            text.Append(
                $"{(ordered ? $"{item}." : "-")} {prose.Fill("{when}{act}，{counted}")}{(item < items ? "；" : "。")}\n"
            );
    }

    static void AddTable(StringBuilder text, Prose prose)
    {
        text.Append("\n| 项目 | 数量 | 完成率 | 责任部门 |\n|---|---:|---:|---|\n");
        var rows = prose.Between(4, 7);
        for (var row = 0; row < rows; row++)
            text.Append(prose.Fill("| {work} | {n:12-980} | {percent} | {who} |\n"));
    }
}
