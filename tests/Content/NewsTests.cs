using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content;

/// <summary>When readers last got something new of a report: by the journal, not by the dates that editors write.</summary>
public sealed class NewsTests : IDisposable
{
    const string Old = "政治机关/2020-01-02-旧.md";

    readonly TestIndex index = TestIndex.Of(
        ContentOf
            .Report("---\n网址: newest\n---\n# 新的\n\n正文。", "政治机关/2026-11-20-新.md")
            .With(Old, "---\n网址: old\n---\n# 旧的\n\n正文。")
    );

    IReadOnlyList<(string Slug, JournalEvent Event, string Note)> News() =>
        index.Ask(library => library.News(20).Select(item => (item.Slug, item.Event, item.Note)).ToList());

    void Save(string path, string text)
    {
        index.Clock.Advance(TimeSpan.FromDays(2));
        index.Content.With(path, text);
        index.Publish();
    }

    [Fact]
    public void What_was_there_before_the_journal_is_in_the_order_of_its_dates() =>
        Assert.Equal(["newest", "old"], News().Select(item => item.Slug));

    [Fact]
    public void A_back_dated_report_that_is_new_comes_first()
    {
        Save("书香机关/2021-05-05-补.md", "---\n网址: late\n---\n# 补的\n\n正文。");
        Assert.Equal(["late", "newest", "old"], News().Select(item => item.Slug));
        Assert.Equal(index.Clock.GetUtcNow(), index.Ask(library => library.News(1))[0].Time.ToUniversalTime());
    }

    [Fact]
    public void A_correction_is_told_once_with_its_note()
    {
        const string noted = "---\n网址: old\n修订日期: 2026-11-25\n修订说明: 更正第二节的数字\n---\n# 旧的\n\n";
        Save(Old, noted + "改过。");
        Assert.Equal(("old", JournalEvent.Changed, "2026-11-25 修订：更正第二节的数字"), News()[0]);
        Save("政治机关/2026-11-28-后.md", "---\n网址: later\n---\n# 后来的\n\n正文。");
        Save(Old, noted + "又改了一个字。");
        Assert.Equal(["later", "old", "newest"], News().Select(item => item.Slug));
    }

    [Fact]
    public void A_slip_mended_without_a_word_is_no_news()
    {
        Save(Old, "---\n网址: old\n---\n# 旧的\n\n正文，改了一个字。");
        Assert.Equal(["newest", "old"], News().Select(item => item.Slug));
    }

    [Fact]
    public void A_withdrawal_is_told_once_however_often_its_file_is_saved()
    {
        const string withdrawn = "---\n网址: old\n撤稿: 数字有误\n---\n# 旧的\n\n正文。";
        Save(Old, withdrawn);
        Save("政治机关/2026-11-28-后.md", "---\n网址: later\n---\n# 后来的\n\n正文。");
        Save(Old, withdrawn + "改了一个字。");
        Assert.Equal(["later", "old", "newest"], News().Select(item => item.Slug));
        Save(Old, withdrawn.Replace("数字有误", "数字有误，重新核对", StringComparison.Ordinal));
        Assert.Equal(("old", JournalEvent.Withdrawn, "数字有误，重新核对"), News()[0]);
    }

    [Fact]
    public void A_withdrawal_is_told_with_its_note()
    {
        Save(Old, "---\n网址: old\n撤稿: 数字有误，重新核对\n---\n# 旧的\n\n正文。");
        Assert.Equal(("old", JournalEvent.Withdrawn, "数字有误，重新核对"), News()[0]);
    }

    [Fact]
    public void A_file_that_moved_is_no_news_and_keeps_its_history()
    {
        const string text = "---\n网址: {0}\n修订日期: 2026-11-25\n修订说明: {1}\n---\n# 旧的\n\n正文。";
        Save(Old, text.Replace("{0}", "old", StringComparison.Ordinal).Replace("{1}", "一", StringComparison.Ordinal));
        Save("政治机关/2026-11-28-后.md", "---\n网址: later\n---\n# 后来的\n\n正文。");
        index.Clock.Advance(TimeSpan.FromDays(2));
        index.Content.Without(Old);
        Save(
            "书香机关/2020-01-02-旧.md",
            text.Replace("{0}", "moved", StringComparison.Ordinal).Replace("{1}", "一", StringComparison.Ordinal)
        );
        Assert.Equal(["later", "moved", "newest"], News().Select(item => item.Slug));
        Save(
            "书香机关/2020-01-02-旧.md",
            text.Replace("{0}", "moved", StringComparison.Ordinal).Replace("{1}", "二", StringComparison.Ordinal)
        );
        Assert.Equal(
            ["2026-11-25 修订：二", "2026-11-25 修订：一"],
            index.Ask(library => library.RevisionsOf("moved"))
        );
    }

    [Fact]
    public void An_index_made_anew_tells_the_same_news()
    {
        Save("书香机关/2021-05-05-补.md", "---\n网址: late\n---\n# 补的\n\n正文。");
        Save(Old, "---\n网址: old\n修订日期: 2026-11-25\n---\n# 旧的\n\n改过。");
        Save("政治机关/2026-11-20-新.md", "---\n网址: newer\n---\n# 新的\n\n正文。");
        Save("书香机关/2021-05-05-补.md", "---\n网址: late\n撤稿: 重复\n---\n# 补的\n\n正文。");
        var before = IndexText.Of(index.Settings.IndexFile);
        index.Database.Rebuild();
        index.Record.Make(stop: TestContext.Current.CancellationToken);
        Assert.Equal(before, IndexText.Of(index.Settings.IndexFile));
    }

    public void Dispose() => index.Dispose();
}
