namespace WorkReports.Content.FrontMatter;

/// <summary>The keys of a report's head: the closed list.</summary>
static class ReportKeys
{
    public static readonly YamlKey Title = new("title", "标题");
    public static readonly YamlKey Date = new("date", "发布日期");
    public static readonly YamlKey Unit = new("unit", "发布单位");
    public static readonly YamlKey Source = new("source", "来源");
    public static readonly YamlKey Author = new("author", "作者");
    public static readonly YamlKey Summary = new("summary", "摘要");
    public static readonly YamlKey Keywords = new("keywords", "关键词");
    public static readonly YamlKey Pillars = new("pillars", "机关");
    public static readonly YamlKey Slug = new("slug", "网址");
    public static readonly YamlKey Aliases = new("aliases", "旧网址");
    public static readonly YamlKey Cover = new("cover", "封面");
    public static readonly YamlKey Attachments = new("attachments", "附件");
    public static readonly YamlKey Updated = new("updated", "修订日期");
    public static readonly YamlKey Change = new("change", "修订说明");
    public static readonly YamlKey Pinned = new("pinned", "置顶");
    public static readonly YamlKey Draft = new("draft", "草稿");
    public static readonly YamlKey Expires = new("expires", "下线日期");
    public static readonly YamlKey Withdrawn = new("withdrawn", "撤稿");

    /// <summary>Says that words like those of classified documents were looked at, and are none.</summary>
    public static readonly YamlKey SecretWords = new("secret-words", "涉密字样");

    public static readonly IReadOnlyList<YamlKey> All =
    [
        Title,
        Date,
        Unit,
        Source,
        Author,
        Summary,
        Keywords,
        Pillars,
        Slug,
        Aliases,
        Cover,
        Attachments,
        Updated,
        Change,
        Pinned,
        Draft,
        Expires,
        Withdrawn,
        SecretWords,
    ];

    /// <summary>Keys whose values are addresses, names of files, or names that are looked up: wording is not checked there.</summary>
    public static readonly IReadOnlyList<YamlKey> NotProse =
    [
        Slug,
        Aliases,
        Cover,
        Attachments,
        Unit,
        Pillars,
        Date,
        Updated,
        Expires,
    ];

    /// <summary>Keys whose values are sentences.</summary>
    public static readonly IReadOnlyList<YamlKey> Prose = [Title, Source, Author, Summary, Change, Withdrawn];

    /// <summary>Keys that the files of other generators bring along: harmless, so they are ignored with a warning.</summary>
    public static readonly IReadOnlyDictionary<string, string> ForeignKeys = new Dictionary<string, string>
    {
        ["tags"] = "关键词请写在“关键词”一项。",
        ["categories"] = "报告属于哪个机关由所在的文件夹决定。",
        ["category"] = "报告属于哪个机关由所在的文件夹决定。",
        ["description"] = "摘要请写在“摘要”一项。",
        ["excerpt"] = "摘要请写在“摘要”一项。",
        ["lastmod"] = "修订日期请写在“修订日期”一项。",
        ["permalink"] = "网址请写在“网址”一项。",
        ["url"] = "网址请写在“网址”一项。",
        ["layout"] = "可以删去。",
        ["type"] = "可以删去。",
        ["weight"] = "可以删去；要置顶请写“置顶: 是”。",
        ["toc"] = "可以删去，目录会自动生成。",
        ["comments"] = "可以删去。",
        ["math"] = "可以删去。",
        ["id"] = "可以删去。",
        ["lang"] = "可以删去。",
        ["linktitle"] = "可以删去。",
        ["iscjklanguage"] = "可以删去。",
        ["markup"] = "可以删去。",
        ["mathjax"] = "可以删去。",
        ["cssclass"] = "可以删去。",
        ["cssclasses"] = "可以删去。",
        ["created"] = "发布日期请写在“发布日期”一项。",
        ["modified"] = "修订日期请写在“修订日期”一项。",
        ["top"] = "要置顶请写“置顶: 是”。",
        ["sticky"] = "要置顶请写“置顶: 是”。",
        ["language"] = "可以删去。",
        ["image"] = "封面请写在“封面”一项。",
        ["thumbnail"] = "封面请写在“封面”一项。",
        ["featured_image"] = "封面请写在“封面”一项。",
    };
}
