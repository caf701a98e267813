using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Budget;

/// <summary>Whatever construct a file is full of, reading it takes work and memory that grow with its length, or it is refused by a count.</summary>
[Needs(NeedsAttribute.Time)]
[Collection(nameof(StepCounter))]
public sealed class SlowInputTests
{
    const int LargestSize = 512 * 1024;

    /// <summary>Above what a pillar's file may have, and a head.</summary>
    const int LargestPillar = 256 * 1024;
    const int LargestHead = 64 * 1024;

    /// <summary>Somewhat less than a second on the project's own machine.</summary>
    const long StepLimit = 400_000_000;

    const long ByteLimit = 512L << 20;

    const long WorthSteps = 10_000_000;

    /// <summary>What the bounds of a paragraph let pass may look back from each mark to all others: the square of a small number.</summary>
    const long WorthStepsOfMarkdown = 100_000_000;

    [Fact]
    public void Markdown_is_read_in_time_and_memory_that_grow_with_it()
    {
        using var reading = new CountedReading();
        Judge(
            MarkdownInputs.All,
            sample: 20,
            LargestSize,
            text => reading.Measure("---\n标题: 甲\n---\n" + text),
            WorthStepsOfMarkdown
        );
    }

    [Fact]
    public void Heads_are_read_in_time_and_memory_that_grow_with_them()
    {
        using var reading = new CountedReading();
        Judge(YamlInputs.All, sample: 20, LargestHead, reading.Measure, WorthStepsOfMarkdown);
    }

    /// <summary>These are read before any report, and nothing is published meanwhile.</summary>
    [Fact]
    public void So_are_the_site_and_the_word_list_and_a_pillars_introduction()
    {
        using var site = new CountedSite();
        Judge(SiteInputs.Words, sample: 8, LargestSize, text => site.Measure(CountedSite.Words, text));
        site.Measure(CountedSite.Words, "登陆 → 登录\n");
        Judge(
            MarkdownInputs.All,
            sample: 8,
            LargestPillar,
            text => site.Measure(CountedSite.Pillar, "---\n标题: 书香机关\n---\n" + text),
            WorthStepsOfMarkdown
        );
        site.Measure(CountedSite.Pillar, ContentOf.Introduction);
        Judge(
            SiteInputs.Sites,
            sample: 8,
            LargestHead,
            text => site.Measure(CountedSite.Site, text),
            WorthStepsOfMarkdown
        );
    }

    [Fact]
    public void So_are_pictures_and_attachments()
    {
        var inspection = new CountedInspection();
        foreach (var (name, inputs) in AttachmentInputs.All)
            Judge(inputs, sample: 4, 4 * LargestSize, text => inspection.Measure(name, text));
    }

    [Fact]
    public void There_are_enough_of_them() =>
        Assert.InRange(
            MarkdownInputs.All.Count + YamlInputs.All.Count + AttachmentInputs.All.Values.Sum(inputs => inputs.Count),
            350,
            int.MaxValue
        );

    static void Judge(
        IReadOnlyList<SlowInput> inputs,
        int sample,
        int largest,
        Func<string, Work> measure,
        long worthSteps = WorthSteps
    )
    {
        var growth = new Growth(measure, largest, StepLimit, ByteLimit, worthSteps);
        var faults = Lane.Some(inputs, sample)
            .Select(input => growth.FaultOf(input) is { } fault ? $"{input}: {fault}" : null)
            .OfType<string>()
            .ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
