using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Endpoints;

public sealed class ReaderChoicesTests(ReaderChoicesTests.Running running) : IClassFixture<ReaderChoicesTests.Running>
{
    public sealed class Running() : SharedSite(ContentOf.Pillars());

    [Theory]
    [InlineData("elder", "", "elder")]
    [InlineData("elder-off", "elder.contrast", "contrast")]
    [InlineData("contrast", "elder", "elder.contrast")]
    [InlineData("text-large", "small", "large")]
    [InlineData("text-normal", "elder.large", "elder")]
    [InlineData("reset", "elder.contrast.large", "")]
    [InlineData("elder", "nonsense; other=1", "elder")]
    public async Task A_choice_is_added_to_those_before(string choice, string before, string after)
    {
        var answer = await running.Site.Get($"/reader/{choice}", ("Cookie", "reader=" + before));
        Assert.Equal((302, "/", "no-store"), (answer.Status, answer["Location"], answer["Cache-Control"]));
        Assert.Equal($"reader={after}; max-age=31536000; path=/; samesite=lax; httponly", answer["Set-Cookie"]);
    }

    [Theory]
    [InlineData("/archive")]
    [InlineData("/archive?p=2")]
    [InlineData("/search?q=%E7%94%B2&p=2")]
    public async Task A_choice_leads_back_to_where_it_was_made(string back) =>
        Assert.Equal(back, (await Choose(back))["Location"]);

    [Theory]
    [InlineData("")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil.example")]
    [InlineData(" /archive")]
    [InlineData("~/archive")]
    [InlineData("/archive\r\nSet-Cookie: evil=1")]
    [InlineData("/甲")]
    public async Task A_choice_leads_nowhere_else(string back)
    {
        var answer = await Choose(back);
        Assert.Equal((302, "/"), (answer.Status, answer["Location"]));
        Assert.StartsWith("reader=elder;", answer["Set-Cookie"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/reader/older")]
    [InlineData("/reader/ELDER")]
    [InlineData("/reader/")]
    [InlineData("/reader/elder/x")]
    public async Task There_are_no_other_choices(string address)
    {
        var answer = await running.Site.Get(address);
        Assert.Equal((404, ""), (answer.Status, answer["Set-Cookie"]));
    }

    [Fact]
    public async Task Pages_look_as_it_was_chosen()
    {
        Assert.Contains(
            "class=\"reader-elder reader-large\"",
            (await running.Site.Get("/", ("Cookie", "reader=elder.large.<b>"))).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("reader-elder", (await running.Site.Get("/")).Text, StringComparison.Ordinal);
    }

    Task<Answer> Choose(string back) => running.Site.Get("/reader/elder?back=" + Uri.EscapeDataString(back));
}
