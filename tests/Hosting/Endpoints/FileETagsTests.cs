using System.Runtime.CompilerServices;
using WorkReports.Content.Files;
using WorkReports.Hosting.Endpoints;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Endpoints;

public sealed class FileETagsTests
{
    const int Readers = 16;

    [Fact]
    public async Task A_file_is_hashed_once_for_all_who_ask_at_the_same_time()
    {
        using var content = ContentOf.Nothing().With("附.zip", new byte[4 << 20]);
        var folder = new ContentFolder(content.Folder);
        var tags = new FileETags();
        using var all = new Barrier(Readers);
        var found = await Task.WhenAll(
            Enumerable
                .Range(0, Readers)
                .Select(_ =>
                    Task.Factory.StartNew(
                        () =>
                        {
                            using var file = folder.Open("附.zip", out var _)!;
                            all.SignalAndWait();
                            var tag = tags.Of(file);
                            Assert.Equal(0, file.Bytes.Position);
                            return tag;
                        },
                        TestContext.Current.CancellationToken,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    )
                )
        );
        Assert.Single(found.Select(RuntimeHelpers.GetHashCode).Distinct());
    }
}
