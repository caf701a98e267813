using AngleSharp.Dom;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WorkReports.Content.Coverage;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Rendering;

/// <summary>Walks the links and pictures of Markdig's tree: files become addresses, what is not allowed is removed and reported.</summary>
sealed class LinkSanitizer(LinkResolver links, string path, SourceText source, ProblemList problems, SiteProfile site)
{
    static readonly (string Code, string Message) ExternalImage = (
        "picture-outside",
        "图片不在本站的内容文件夹里，读者看不到。请把图片存到报告旁边，用相对路径引用。"
    );

    static readonly (string Code, string Message) FileInLink = (
        "link-kind",
        "这个文件不是图片，又写在另一个链接里，读者打不开它。请单独写成链接。"
    );

    readonly List<WrittenLink> writtenLinks = [];
    readonly List<WrittenLink> fragments = [];
    readonly UnwrappedLinks unwrapped = new();

    /// <summary>Addresses that were written here: met again in the HTML, they are no links of the editor's.</summary>
    readonly HashSet<string> resolvedUrls = [];

    readonly HashSet<string> files = [];
    readonly Dictionary<string, string> dependencies = [];
    readonly Dictionary<string, string> pages = [];

    /// <summary>Files of the content folder that are linked or shown.</summary>
    public IReadOnlyCollection<string> Files => files;

    /// <summary>Every file of the content folder that a link named, there or not, with its stamp.</summary>
    public IReadOnlyDictionary<string, string> Dependencies => dependencies;

    /// <summary>Addresses of the reports and pillars that are linked, by the paths of their files.</summary>
    public IReadOnlyDictionary<string, string> Pages => pages;

    /// <summary>Links to addresses.</summary>
    public IReadOnlyList<WrittenLink> WrittenLinks => writtenLinks;

    /// <summary>What does not stand on the page, as the editor is told: what made links of words that lead nowhere now.</summary>
    public TextRanges Told => unwrapped.Told;

    /// <summary>Where HTML stands among the Markdown for the first time; null where none does.</summary>
    public Place? FirstHtml { get; private set; }

    public void Sanitize(IReadOnlyList<MarkdownObject> parts)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case HtmlBlock or HtmlInline:
                    FirstHtml ??= source.At(part);
                    break;
                case AutolinkInline autolink:
                    SanitizeAutolink(autolink);
                    break;
                case LinkInline link:
                    SanitizeLink(link);
                    break;
            }
        }
    }

    /// <summary>The same for links and pictures that stood as HTML in the Markdown; those that Markdig wrote pass a second time unharmed.</summary>
    public void SanitizeHtml(IElement body)
    {
        if (FirstHtml is not { } at)
            return;
        foreach (var element in body.QuerySelectorAll("[href], img, [src]").ToList())
        {
            if (element.LocalName == "img")
                SanitizeImage(element, at);
            else
                element.RemoveAttribute("src");
            if (element.GetAttribute("href") is not { } url)
                continue;
            if (element.LocalName == "a" && Resolve(at, url).Url is { } address)
                element.SetAttribute("href", address);
            else
                element.RemoveAttribute("href");
        }
    }

    void SanitizeImage(IElement picture, Place at)
    {
        var target = Resolve(at, picture.GetAttribute("src") ?? "");
        if (target.IsPicture)
            picture.SetAttribute("src", target.Url!);
        else
            picture.Remove();
        if (target is { IsPicture: false, Fault: null })
            Warn(at, ExternalImage);
    }

    void SanitizeAutolink(AutolinkInline link)
    {
        if (!link.IsEmail && Resolve(source.At(link), link.Url).Url is null)
            link.ReplaceBy(new LiteralInline(link.Url));
    }

    void SanitizeLink(LinkInline link)
    {
        var target = Resolve(source.At(link), link.GetDynamicUrl?.Invoke() ?? link.Url ?? "");
        link.GetDynamicUrl = null;
        link.Url = target.Url;
        if (link.IsImage)
            SanitizeImage(link, target);
        else if (target.Url is null)
            unwrapped.Unwrap(link);
    }

    /// <summary>A page shows only pictures of the content folder; anything else becomes a link to it.</summary>
    void SanitizeImage(LinkInline picture, ResolvedLink target)
    {
        if (target.IsPicture && links.LargeImageFault(target.File!, site.LargestPicture) is { } fault)
            Warn(source.At(picture), fault);
        if (target.Url is null)
        {
            unwrapped.Unwrap(picture);
        }
        else if (!target.IsPicture)
        {
            var words = target.File is null ? TextCoverage.UnnamedPicture : Path.GetFileName(target.File);
            if (unwrapped.ShowAsLink(picture, words) || target.File is null)
                Warn(source.At(picture), target.File is null ? ExternalImage : FileInLink);
        }
    }

    /// <summary>Checked last: the anchors of the page are known only when it is sanitized.</summary>
    public void CheckFragments(Lazy<IReadOnlySet<string>> anchors)
    {
        foreach (var link in fragments.DistinctBy(link => link.Url).Take(ProblemList.LimitPerCode))
        {
            if (LinkTargets.FragmentFault(link.Url, () => anchors.Value) is { } fault)
                Warn(link.At, fault);
        }
    }

    ResolvedLink Resolve(Place at, string url)
    {
        if (!resolvedUrls.Contains(Uri.UnescapeDataString(url)))
            RememberLink(at, url.Trim());
        var target = links.Resolve(path, url);
        if (target.Url is not null)
            resolvedUrls.Add(Uri.UnescapeDataString(target.Url));
        if (target.Fault is { } fault)
            Warn(at, fault);
        if (target.File is { } file && files.Add(file))
            ReportFaults(at, file);
        if (target.Dependency is var (named, stamp))
            Remember(named, stamp, target);
        return target;
    }

    void Remember(string file, string stamp, ResolvedLink target)
    {
        dependencies[file] = stamp;
        if (target is { File: null, Url: { } url })
            pages[file] = url.Split('#', '?')[0];
    }

    void RememberLink(Place at, string url)
    {
        if (url.StartsWith('#'))
            fragments.Add(new WrittenLink(at, url));
        if (url.StartsWith('/') || url.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            writtenLinks.Add(new WrittenLink(at, url));
        if (
            Uri.TryCreate(
                url.StartsWith("//", StringComparison.Ordinal) ? "https:" + url : url,
                UriKind.Absolute,
                out var whole
            )
            && whole.Scheme is "http" or "https"
            && whole.Host == new Uri(site.Origin).Host
        )
            Warn(
                at,
                (
                    "link-own-site",
                    "这是本站自己的网址。链接到本站的报告或附件，请写文件路径，如 ../2021/2021-08-31-某报告.md，这样换域名、改网址都不会断。"
                )
            );
    }

    void ReportFaults(Place at, string file)
    {
        foreach (var fault in links.FaultsOf(file))
            problems.Add(at, fault.Severity, fault.Code, fault.Message);
    }

    void Warn(Place at, (string Code, string Message) fault) => problems.Warn(at, fault.Code, fault.Message);
}
