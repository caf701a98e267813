using WorkReports.Tests.Support;

namespace WorkReports.Tests;

public sealed class WaitTests
{
    [Fact]
    public async Task Who_waits_in_vain_is_told_for_what_and_what_was_there_last()
    {
        var looks = 0;
        var exception = await Assert.ThrowsAsync<TimeoutException>(() =>
            Wait.Until(() => Task.FromResult($"第{++looks}眼"), text => text == "没有", patience: TimeSpan.Zero)
        );
        Assert.Contains("text => text == \"没有\"", exception.Message, StringComparison.Ordinal);
        Assert.Contains($"第{looks}眼", exception.Message, StringComparison.Ordinal);
    }
}
