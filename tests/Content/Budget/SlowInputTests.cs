using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Budget;

/// <summary>Whatever construct a file is full of, reading it takes work and memory that grow with its length, or it is refused by a count.</summary>
[Needs(NeedsAttribute.Time)]
public sealed class SlowInputTests
{
    const int LargestSize = 512 * 1024;

    /// <summary>Somewhat less than a second on the project's own machine.</summary>
    const long StepLimit = 400_000_000;

    const long ByteLimit = 512L << 20;

    [Fact]
    public void Markdown_is_read_in_time_and_memory_that_grow_with_it() =>
        Judge(MarkdownInputs.All, sample: 20, head: "---\n标题: 甲\n---\n", LargestSize);

    [Fact]
    public void Heads_are_read_in_time_and_memory_that_grow_with_them() =>
        Judge(YamlInputs.All, sample: 20, head: "", 48 * 1024);

    [Fact]
    public void There_are_enough_of_them() =>
        Assert.InRange(MarkdownInputs.All.Count + YamlInputs.All.Count, 180, int.MaxValue);

    static void Judge(IReadOnlyList<SlowInput> inputs, int sample, string head, int largest)
    {
        using var reading = new CountedReading();
        var growth = new Growth(text => reading.Measure(head + text), largest, StepLimit, ByteLimit);
        var faults = Lane.Some(inputs, sample)
            .Select(input => growth.FaultOf(input) is { } fault ? $"{input}: {fault}" : null)
            .OfType<string>()
            .ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
