using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace WorkReports.Content;

/// <summary>Walks the links and pictures of Markdig's tree: files become addresses, what is not allowed goes, and the editor is told.</summary>
sealed class LinkFence(Links links, string path, int offset, ProblemList problems, List<string> files)
{
    public void Guard(MarkdownDocument document)
    {
        foreach (var autolink in document.Descendants<AutolinkInline>().ToList()) Guard(autolink);
        foreach (var link in document.Descendants<LinkInline>().ToList()) Guard(link);
    }

    void Guard(AutolinkInline link)
    {
        if (!link.IsEmail && Resolve(link, link.Url).Url is null) link.ReplaceBy(new LiteralInline(link.Url));
    }

    void Guard(LinkInline link)
    {
        var target = Resolve(link, link.GetDynamicUrl?.Invoke() ?? link.Url ?? "");
        link.GetDynamicUrl = null;
        link.Url = target.Url;
        if (link.IsImage) GuardPicture(link, target);
        else if (target.Url is null) Unwrap(link);
    }

    /// <summary>A page shows only pictures of the site itself; a picture from elsewhere becomes a link to it.</summary>
    void GuardPicture(LinkInline picture, Links.Target target)
    {
        if (target.Url is null)
        {
            Unwrap(picture);
        }
        else if (!target.Url.StartsWith('/'))
        {
            picture.IsImage = false;
            if (picture.FirstChild is null) picture.AppendChild(new LiteralInline("图片"));
            Tell(picture, ("picture-outside", "图片在别的网站上，已改为链接。请把图片存到报告旁边，用相对路径引用。"));
        }
        else if (target.File is not null && !PublicFile.IsPicture(target.File))
        {
            picture.IsImage = false;
            if (picture.FirstChild is null) picture.AppendChild(new LiteralInline(Path.GetFileName(target.File)));
        }
    }

    Links.Target Resolve(MarkdownObject link, string url)
    {
        var target = links.Resolve(path, url);
        if (target.Fault is { } fault) Tell(link, fault);
        if (target.File is not null) files.Add(target.File);
        return target;
    }

    void Tell(MarkdownObject link, (string Code, string Message) fault) =>
        problems.Warn(offset + link.Line + 1, fault.Code, fault.Message);

    /// <summary>Leaves the words of a link where the link was.</summary>
    static void Unwrap(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }
        link.Remove();
    }
}
