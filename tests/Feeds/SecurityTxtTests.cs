using WorkReports.Tests.Support;

namespace WorkReports.Tests.Feeds;

/// <summary>Whom to tell of a hole in the website, as RFC 9116 writes it.</summary>
public sealed class SecurityTxtTests
{
    const string Address = "/.well-known/security.txt";

    [Theory]
    [InlineData("security-contact: anquan@example.cn", "mailto:anquan@example.cn")]
    [InlineData("安全联系: https://www.example.cn/安全", "https://www.example.cn/%E5%AE%89%E5%85%A8")]
    public async Task It_names_who_is_named_in_site_yml(string line, string contact)
    {
        await using var site = await TestSite.Of(
            ContentOf.Pillars().With("site.yml", $"{ContentOf.SiteYml}\n{line}\n")
        );
        var answer = await site.Get(Address);
        Assert.Equal((200, "text/plain; charset=utf-8"), (answer.Status, answer["Content-Type"]));
        Assert.Equal(
            $"Contact: {contact}\nExpires: 2027-05-23T00:00:00+08:00\nPreferred-Languages: zh\nCanonical: https://www.example.cn{Address}\n",
            answer.Text
        );
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("Expires: 2027-05-24T", (await site.Get(Address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_is_named_there_is_none()
    {
        await using var site = await TestSite.Of(ContentOf.Pillars());
        Assert.Equal(404, (await site.Get(Address)).Status);
    }
}
