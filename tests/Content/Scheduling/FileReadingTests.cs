using System.Collections.Concurrent;
using WorkReports.Content.Files;
using WorkReports.Content.Reports;
using WorkReports.Content.Scheduling;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Scheduling;

public sealed class FileReadingTests
{
    [Fact]
    public async Task Files_are_begun_in_the_order_in_which_they_are_waited_for()
    {
        using var content = ContentOf.Pillars();
        var begun = new ConcurrentQueue<string>();
        var reader = new ReportReader(
            new ContentFolder(content.Folder),
            new SiteContextReader(new ContentFolder(content.Folder)).Read(),
            new Dictionary<string, string>(),
            beforeReading: begun.Enqueue
        );
        using var places = new SemaphoreSlim(0);
        var paths = Enumerable.Range(0, 500).Select(number => $"{number}.md").ToList();
        var readings = paths
            .Select(path => new FileReading(new ContentFile(path, 0, 0), reader, places, CancellationToken.None))
            .ToList();
        places.Release();
        await Wait.Until(() => readings, all => all.All(reading => reading.IsDone));
        Assert.Equal(paths, begun);
    }
}
