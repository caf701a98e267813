using System.Text;
using WorkReports.Content.Inspection;

namespace WorkReports.Tests.Content.Inspection;

/// <summary>What is more than a drawing is found with its line; what drawing programs write is not.</summary>
public sealed class SvgInspectionTests
{
    const string Open = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>\n";

    static (int Line, string What)? Fault(string svg, Encoding? encoding = null) =>
        SvgInspection.FirstFault(new MemoryStream((encoding ?? Encoding.UTF8).GetBytes(svg)));

    [Theory]
    [InlineData("<script>alert(1)</script>", "script")]
    [InlineData("<g><SCRIPT href='#a'/></g>", "SCRIPT")]
    [InlineData("<s:script xmlns:s='http://www.w3.org/2000/svg'/>", "script")]
    [InlineData("<script xmlns='http://www.w3.org/1999/xhtml'>1</script>", "script")]
    [InlineData("<foreignObject/>", "foreignObject")]
    [InlineData("<h:iframe xmlns:h='http://www.w3.org/1999/xhtml' src='#'/>", "iframe")]
    [InlineData("<h:p xmlns:h='http://www.w3.org/1999/xhtml'>字</h:p>", "p 元素")]
    [InlineData("<math xmlns='http://www.w3.org/1998/Math/MathML'/>", "math")]
    [InlineData("<handler type='application/ecmascript'/>", "handler")]
    [InlineData("<ev:listener xmlns:ev='http://www.w3.org/2001/xml-events'/>", "listener")]
    [InlineData("<rect ev:event='click' xmlns:ev='http://www.w3.org/2001/xml-events'/>", "ev:event")]
    [InlineData("<rect onload='alert(1)'/>", "onload")]
    [InlineData("<rect ONCLICK='alert(1)'/>", "ONCLICK")]
    [InlineData("<animate onbegin='alert(1)' attributeName='x'/>", "onbegin")]
    [InlineData("<a href='https://evil.example/'><text>字</text></a>", "href 指向别处")]
    [InlineData("<a xlink:href='javascript:alert(1)'/>", "xlink:href 指向别处")]
    [InlineData("<a xlink:href=' java&#10;script:alert(1)'/>", "xlink:href 指向别处")]
    [InlineData("<image href='https://evil.example/a.png'/>", "href 指向别处")]
    [InlineData("<image href='//evil.example/a.png'/>", "href 指向别处")]
    [InlineData("<image href='旁边.png'/>", "href 指向别处")]
    [InlineData("<image href='data:image/svg+xml;base64,PHN2Zy8+'/>", "href 指向别处")]
    [InlineData("<image href='data:text/html,x'/>", "href 指向别处")]
    [InlineData("<use href='data:image/png;base64,AAAA'/>", "href 指向别处")]
    [InlineData("<use href='other.svg#a'/>", "href 指向别处")]
    [InlineData("<feImage xlink:href='http://evil.example/'/>", "xlink:href 指向别处")]
    [InlineData("<g xml:base='https://evil.example/'><use href='#a'/></g>", "xml:base")]
    [InlineData("<rect fill='url(https://evil.example/#a)'/>", "url")]
    [InlineData("<rect fill='URL( \"//evil.example/#a\" )'/>", "url")]
    [InlineData("<rect style='fill:u\\72l(https://evil.example/)'/>", "url")]
    [InlineData("<rect style='fill:u\\000072 l(https://evil.example/)'/>", "url")]
    [InlineData("<rect style='background:image-set(\"https://evil.example/\" 1x)'/>", "image-set")]
    [InlineData("<rect filter='url(data:image/svg+xml,x#a)'/>", "url")]
    [InlineData("<style>@import 'https://evil.example/a.css';</style>", "@import")]
    [InlineData("<style>@\\69mport 'https://evil.example/a.css';</style>", "@import")]
    [InlineData("<style><![CDATA[a{fill:red}]]>b{fill:u<![CDATA[rl(//evil.example/)}]]></style>", "url")]
    [InlineData("<style>a{fill:url(/**/https://evil.example/)}</style>", "url")]
    [InlineData("<style>@font-face{src:url(data:font/woff;base64,AA)}</style>", "url")]
    [InlineData("<set attributeName='href' to='https://evil.example/'/>", "动画改变 href")]
    [InlineData("<animate attributeName=' xlink:href ' values='#a;#b'/>", "动画改变 xlink:href")]
    [InlineData("<set attributeName='onclick' to='alert(1)'/>", "动画改变 onclick")]
    [InlineData("<animate attributeName='x' values='0;JavaScript:alert(1)'/>", "values 属性里有脚本")]
    [InlineData("<?xml-stylesheet href='https://evil.example/a.xsl' type='text/xsl'?>", "xml-stylesheet")]
    public void What_runs_or_leads_elsewhere_is_named_with_its_line(string part, string what)
    {
        var fault = Fault(Open + "<g>\n" + part + "\n</g></svg>");
        Assert.NotNull(fault);
        Assert.Equal(3, fault.Value.Line);
        Assert.Contains(what, fault.Value.What);
    }

    [Theory]
    [InlineData(
        "<?xml version='1.0'?><?xml-stylesheet href='a.css'?><svg xmlns='http://www.w3.org/2000/svg'/>",
        "xml-stylesheet"
    )]
    [InlineData("<!DOCTYPE svg [<!ENTITY x 'y'>]><svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>", "DOCTYPE")]
    [InlineData(
        "<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'alert(1)'>]><svg xmlns='http://www.w3.org/2000/svg'/>",
        "DOCTYPE"
    )]
    [InlineData("<!DOCTYPE svg SYSTEM 'file:///etc/passwd'><svg xmlns='http://www.w3.org/2000/svg'/>", "DOCTYPE")]
    [InlineData(
        "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'x' [<!ENTITY % p SYSTEM 'file:///etc/passwd'>%p;]><svg/>",
        ""
    )]
    [InlineData("<html xmlns='http://www.w3.org/1999/xhtml'/>", "svg")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'>", "不合 XML")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><g></svg>", "不合 XML")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'>&nbsp;</svg>", "不合 XML")]
    [InlineData("\u0089PNG", "不合 XML")]
    [InlineData("", "不合 XML")]
    public void What_is_no_plain_drawing_from_its_first_byte_to_its_last_is_told(string svg, string what)
    {
        var fault = Fault(svg);
        Assert.NotNull(fault);
        Assert.Contains(what, fault.Value.What);
    }

    [Theory]
    [MemberData(nameof(Drawings))]
    public void What_drawing_programs_write_is_sound(string program, string svg)
    {
        Assert.NotEmpty(program);
        Assert.Null(Fault(svg));
    }

    public static TheoryData<string, string> Drawings =>
        new()
        {
            {
                "Inkscape",
                """
                    <?xml version="1.0" encoding="UTF-8" standalone="no"?>
                    <!-- Created with Inkscape (http://www.inkscape.org/) -->
                    <svg width="210mm" height="297mm" viewBox="0 0 210 297" version="1.1" id="svg1" inkscape:version="1.3"
                      sodipodi:docname="图.svg" inkscape:export-filename="C:\图\a.png" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
                      xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:xlink="http://www.w3.org/1999/xlink"
                      xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                      xmlns:cc="http://creativecommons.org/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
                      <sodipodi:namedview id="namedview1" pagecolor="#ffffff" inkscape:zoom="0.7" inkscape:current-layer="layer1"/>
                      <defs id="defs1"><linearGradient id="a"><stop offset="0" style="stop-color:#f00;stop-opacity:1"/></linearGradient>
                      <linearGradient id="b" xlink:href="#a" gradientTransform="matrix(1,0,0,1,2,3)" inkscape:collect="always"/></defs>
                      <metadata><rdf:RDF><cc:Work rdf:about=""><dc:format>image/svg+xml</dc:format>
                      <dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></cc:Work></rdf:RDF></metadata>
                      <g inkscape:label="图层 1" inkscape:groupmode="layer" id="layer1" transform="translate(1 2)">
                      <path style="fill:url(#b);marker-end:url(#Arrow1);-inkscape-font-specification:'sans-serif, Normal'" d="m 1,2 3,4" inkscape:path-effect="#p"/>
                      <image xlink:href="data:image/png;base64,iVBORw0KGgo
                      AAAA" preserveAspectRatio="none"/><use xlink:href="#layer1" x="0"/>
                      <text xml:space="preserve"><tspan sodipodi:role="line">单位</tspan></text><flowRoot><flowPara>字</flowPara></flowRoot></g></svg>
                    """
            },
            {
                "Visio",
                """
                    <?xml version="1.0" encoding="UTF-8" standalone="no"?>
                    <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
                    <!-- Generated by Microsoft Visio, SVG Export 图.svg Page-1 -->
                    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:ev="http://www.w3.org/2001/xml-events"
                      xmlns:v="http://schemas.microsoft.com/visio/2003/SVGExtensions/" width="8in" height="11in" xml:space="preserve" class="st2">
                      <v:documentProperties v:langID="2052" v:viewMarkup="false"><v:userDefs><v:ud v:nameU="msvSchemeName" v:val="VT4(http://x)"/></v:userDefs></v:documentProperties>
                      <style type="text/css"><![CDATA[ .st1 {fill:#5b9bd5;marker-end:url(#mrkr4-5)} .st2 {fill:none;fill-rule:evenodd;font-size:12px} ]]></style>
                      <defs id="Markers"><marker id="mrkr4-5" class="st1" v:arrowType="4" refX="-5"><use xlink:href="#lend4" transform="scale(-1,-1)"/></marker></defs>
                      <g v:mID="0" v:index="1" v:groupContext="foregroundPage"><title>页-1</title><v:pageProperties v:drawingScale="0.04"/>
                      <rect x="0" y="1" class="st1"/><text x="9" class="st2" v:langID="2052"><v:paragraph v:horizAlign="1"/><v:tabList/>字</text></g></svg>
                    """
            },
            {
                "ECharts",
                """
                    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" baseProfile="full" width="600" height="400" viewBox="0 0 600 400">
                    <rect width="600" height="400" x="0" y="0" id="0" fill="none"></rect><g clip-path="url(#zr0-c0)"><path d="M0 1L2 3" fill="none" pointer-events="visible" stroke="#E0E6F1" class="zr0-cls-1"></path>
                    <text dominant-baseline="central" text-anchor="end" style="font-size:12px;font-family:Microsoft YaHei;" transform="translate(52 300)" fill="#6E7079">2021年</text></g>
                    <defs><clipPath id="zr0-c0"><path d="M0 0l1 0Z" fill="#000"></path></clipPath></defs>
                    <style><![CDATA[.zr0-cls-1:hover { cursor:pointer; } .zr0-cls-1 { animation:zr0-ani-0 1s cubic-bezier(0.215,0.61,0.355,1) both; } @keyframes zr0-ani-0 { from { transform:scale(0) } }]]></style></svg>
                    """
            },
            {
                "WPS and Office",
                """
                    <svg width="960" height="540" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" overflow="hidden"><defs>
                    <clipPath id="clip0"><rect x="0" y="0" width="960" height="540"/></clipPath><image width="4" height="4" xlink:href="data:image/jpeg;base64,/9j/4AAQ" preserveAspectRatio="none" id="img1"></image>
                    <pattern id="p" patternUnits="userSpaceOnUse"><use xlink:href="#img1"/></pattern></defs><g clip-path="url(#clip0)"><rect fill="url(#p)" fill-opacity='1'/>
                    <text font-family="等线,等线_MSFontService,sans-serif" font-weight="400" font-size="18">工作&amp;报告&#65292;</text></g></svg>
                    """
            },
            {
                "Illustrator and matplotlib",
                """
                    <?xml version="1.0" encoding="utf-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1 Basic//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11-basic.dtd">
                    <svg version="1.1" id="图层_1" xmlns="http://www.w3.org/2000/svg" x="0px" enable-background="new 0 0 9 9" xml:space="preserve"><?xpacket begin=""?>
                    <style type="text/css">*{stroke-linejoin: round; stroke-linecap: butt} .st0{fill:url(#SVGID_1_);scroll-behavior:smooth}</style>
                    <animateTransform attributeName="transform" type="rotate" from="0" to="360" dur="3s"/><set attributeName="fill" to="red" begin="1s"/></svg>
                    """
            },
        };

    [Fact]
    public void Other_encodings_are_read_as_they_say() =>
        Assert.Contains(
            "onload",
            Fault(
                "<?xml version='1.0' encoding='utf-16'?><svg xmlns='http://www.w3.org/2000/svg' onload='x'/>",
                Encoding.Unicode
            )!.Value.What
        );

    /// <summary>A reader makes a table of them, as large as the square of their number.</summary>
    [Fact]
    public void A_declaration_that_lists_elements_is_refused_before_it_takes_memory()
    {
        var names = string.Join(',', Enumerable.Range(0, 20_000).Select(number => $"b{number}"));
        foreach (var before in new[] { "", "<!-- 图 -->", $"<!--{new string('x', 9_000)}-->" })
        {
            var svg = $"{before}<!DOCTYPE svg [<!ELEMENT a ({names})>]><svg xmlns='http://www.w3.org/2000/svg'/>";
            _ = Fault(svg);
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            Assert.Contains("DOCTYPE", Fault(svg)!.Value.What);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 20 << 20);
        }
    }

    [Fact]
    public void Too_deep_too_many_and_too_large_are_told_by_their_bounds()
    {
        Assert.Contains("256", Fault(Open + string.Concat(Enumerable.Repeat("<g>", 100_000)))!.Value.What);
        Assert.Contains(
            "200000",
            Fault(Open + string.Concat(Enumerable.Repeat("<g/>", 200_001)) + "</svg>")!.Value.What
        );
        Assert.Contains("16 MB", Fault(Open + new string(' ', 17 << 20) + "</svg>")!.Value.What);
        Assert.Null(Fault(Open + string.Concat(Enumerable.Repeat("<path d='M0 0'/>", 100_000)) + "</svg>"));
    }

    [Theory]
    [InlineData("图.svg", "x", true)]
    [InlineData("图.png", "\uFEFF<?xml version='1.0'?><svg/>", true)]
    [InlineData("图.png", "<!-- 图 --><SVG/>", true)]
    [InlineData("图.png", "\u0089PNG<svg", false)]
    [InlineData("图.png", "", false)]
    public void A_drawing_is_known_by_its_name_or_its_bytes(string path, string text, bool isSvg) =>
        Assert.Equal(isSvg, SvgInspection.IsSvg(path, new MemoryStream(Encoding.UTF8.GetBytes(text))));
}
