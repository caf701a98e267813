using AngleSharp.Html.Parser;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Syntax;

/// <summary>An address without brackets becomes a link that ends where the address ends.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("见 https://www.example.cn/zhengce，详见附件。", "https://www.example.cn/zhengce")]
    [InlineData("查看：https://www.example.cn/a。", "https://www.example.cn/a")]
    [InlineData("（https://www.example.cn）", "https://www.example.cn")]
    [InlineData("(https://www.example.cn/a)", "https://www.example.cn/a")]
    [InlineData("访问https://www.example.cn，谢谢", "https://www.example.cn")]
    [InlineData("网址https://www.example.cn/a?b=1&c=2#d。", "https://www.example.cn/a?b=1&c=2#d")]
    [InlineData("网址http://www.example.cn:8080/index.html；", "http://www.example.cn:8080/index.html")]
    [InlineData("见“https://www.example.cn/x_y_z”。", "https://www.example.cn/x_y_z")]
    [InlineData("**https://www.example.cn**乙", "https://www.example.cn")]
    [InlineData("https://www.example.cn/a_(b)的", "https://www.example.cn/a_(b)")]
    [InlineData("https://www.example.cn/a.和", "https://www.example.cn/a")]
    [InlineData("HTTPS://WWW.EXAMPLE.CN/A、", "HTTPS://WWW.EXAMPLE.CN/A")]
    [InlineData("官网www.example.cn、微信", "www.example.cn")]
    [InlineData("邮箱 jggw@example.cn", "jggw@example.cn")]
    [InlineData("邮箱：jggw@example.cn。", "jggw@example.cn")]
    [InlineData("发到jg_gw.1@mail.example.cn即可", "jg_gw.1@mail.example.cn")]
    [InlineData("| 邮箱 |\n|---|\n| jggw@example.cn |", "jggw@example.cn")]
    [InlineData(@"见https://zh.example.org/a\_(b\_c)。", "https://zh.example.org/a_(b_c)")]
    [InlineData(@"见https://a.example.cn/b\_，乙", "https://a.example.cn/b")]
    [InlineData("- 甲：https://www.example.cn/a，乙", "https://www.example.cn/a")]
    public void An_address_is_a_link_up_to_its_end(string body, string address)
    {
        var html = Reading.Report(body).Html;
        using var page = new HtmlParser().ParseDocument(html);
        var link = Assert.Single(page.QuerySelectorAll("a"));
        Assert.Equal(address, link.TextContent);
        Assert.EndsWith(address, link.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("甲@乙、a@b、@example.cn、x@y.")]
    [InlineData("https://、http://中国、www.、awww.example.cn")]
    [InlineData("`https://www.example.cn`和`a@example.cn`")]
    public void What_is_no_address_is_no_link(string body) => Assert.DoesNotContain("<a", Reading.Report(body).Html);

    [Theory]
    [InlineData(
        "[见https://a.example.cn和b@example.cn](https://c.example.cn/x)",
        "见https://a.example.cn和b@example.cn"
    )]
    [InlineData("<a href=\"https://c.example.cn/x\">https://a.example.cn</a>", "https://a.example.cn")]
    public void Among_the_words_of_a_link_it_is_a_word(string body, string words)
    {
        using var page = new HtmlParser().ParseDocument(Reading.Report(body).Html);
        var link = Assert.Single(page.QuerySelectorAll("a"));
        Assert.Equal((words, "https://c.example.cn/x"), (link.TextContent, link.GetAttribute("href")));
    }
}
