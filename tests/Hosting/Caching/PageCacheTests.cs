using WorkReports.Hosting.Caching;
using WorkReports.Index;
using WorkReports.Index.Editions;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Caching;

public sealed class PageCacheTests : IDisposable
{
    static readonly CacheKey Key = new("/archive", 1, new ReaderPreferences());

    readonly TestIndex index = TestIndex.Of(ContentOf.Report("# 甲\n\n正文。"));
    readonly CacheValidity periods;
    readonly PageCache store;

    public PageCacheTests()
    {
        periods = new CacheValidity(index.Database, new EditionState(index.Database), index.Clock);
        store = new PageCache(new Settings(), periods);
    }

    [Fact]
    public async Task A_page_that_an_edition_overtook_goes_to_those_who_wait_and_to_nobody_else()
    {
        var period = periods.CurrentPeriod()!;
        var going = new TaskCompletionSource();
        var first = store.GetOrRender(Key, period, async () =>
        {
            await going.Task;
            return Page("旧的", period);
        });
        var second = store.GetOrRender(Key, period, () => throw new InvalidOperationException("It is being rendered."));
        index.Content.With("政治机关/2021-08-31-试验.md", "# 甲\n\n改过。");
        index.Publish();
        going.SetResult();
        Assert.Same(await first, await second);
        Assert.Null(store.Find(Key, period));
        Assert.Null(store.Find(Key, periods.CurrentPeriod()!));
        Assert.Equal(0, store.Size);
    }

    [Fact]
    public async Task A_page_that_was_rendered_since_it_was_looked_for_is_not_rendered_again()
    {
        var period = periods.CurrentPeriod()!;
        var page = await store.GetOrRender(Key, period, () => Task.FromResult<CachedPage?>(Page("一次", period)));
        Assert.Same(
            page,
            await store.GetOrRender(Key, period, () => throw new InvalidOperationException("It has been rendered."))
        );
    }

    [Fact]
    public async Task A_page_that_a_scheduled_minute_overtook_is_not_kept()
    {
        var period = periods.CurrentPeriod()!;
        await store.GetOrRender(Key, period, () =>
        {
            index.Clock.SetUtcNow(period.Until);
            return Task.FromResult<CachedPage?>(Page("旧的", period));
        });
        Assert.Null(store.FindStale(Key));
    }

    [Fact]
    public async Task A_rendering_that_fails_leaves_nothing_behind()
    {
        var period = periods.CurrentPeriod()!;
        await Assert.ThrowsAsync<IOException>(() => store.GetOrRender(Key, period, () => throw new IOException()));
        Assert.NotNull(await store.GetOrRender(Key, period, () => Task.FromResult<CachedPage?>(Page("新的", period))));
        Assert.NotNull(store.Find(Key, period));
    }

    [Fact]
    public void No_page_is_served_from_memory_while_an_edition_gives_way_to_the_next()
    {
        var before = periods.CurrentPeriod();
        index.Database.ApplyVisibleChange(() => Assert.Null(periods.CurrentPeriod()), Invalidation.Everything);
        Assert.NotEqual(before, periods.CurrentPeriod());
    }

    [Fact]
    public void While_the_index_is_made_anew_memory_serves_what_it_holds()
    {
        var before = periods.CurrentPeriod();
        index.Database.Rebuild();
        Assert.Same(before, periods.CurrentPeriod());
        index.Publish();
        Assert.NotEqual(before, periods.CurrentPeriod());
    }

    [Fact]
    public void A_period_ends_at_midnight_in_Beijing_and_when_the_clock_is_set_back()
    {
        var period = periods.CurrentPeriod()!;
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 0, 0, 0, BeijingTime.Offset), period.Until);
        index.Clock.Advance(TimeSpan.FromHours(11));
        Assert.Same(period, periods.CurrentPeriod());
        index.Clock.Advance(TimeSpan.FromHours(1));
        Assert.NotSame(period, periods.CurrentPeriod());
        using var other = TestIndex.Of(ContentOf.Pillars());
        var earlier = new TimeMachine(period.From);
        var back = new CacheValidity(other.Database, new EditionState(other.Database), earlier);
        var first = back.CurrentPeriod();
        earlier.Now -= TimeSpan.FromMinutes(1);
        Assert.NotSame(first, back.CurrentPeriod());
    }

    public void Dispose()
    {
        store.Dispose();
        index.Dispose();
    }

    static CachedPage Page(string text, ValidityPeriod period) =>
        CachedPage.Of(System.Text.Encoding.UTF8.GetBytes(text), "text/html", true, period, null);

    /// <summary>A clock that can be set back.</summary>
    sealed class TimeMachine(DateTimeOffset start) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = start;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
