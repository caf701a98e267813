using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkReports.Index;
using WorkReports.Pages.Parts;

namespace WorkReports.Pages;

/// <summary>A step of 您的位置; without an address it is the page itself.</summary>
public sealed record Crumb(string Title, string? Address = null);

/// <summary>
/// What every page has around its own answer: the site, its pillars, the reader's choices, the unit at the foot.
/// </summary>
public abstract class SitePage(Library library) : PageModel
{
    protected Library Library { get; } = library;

    public SiteProfile Site => field ??= Library.Site();

    public IReadOnlyList<Pillar> Pillars => field ??= Library.Pillars();

    public ReaderPreferences Reader => field ??= ReaderPreferences.Read(Request.Cookies[ReaderPreferences.Cookie]);

    /// <summary>Null on the site that readers see.</summary>
    public PreviewBar? Preview =>
        !Library.IsPreview ? null : field ??= new PreviewBar(Library.Edition(), Library.CountProblems(), State);

    /// <summary>How the page's report stands; null on pages of other kinds.</summary>
    protected virtual string? State => null;

    /// <summary>The page's own title; the site's name is added to it. Empty on the home page.</summary>
    public abstract string Title { get; }

    /// <summary>One sentence about the page, for search engines.</summary>
    public virtual string Description => Column?.Description ?? Site.Description;

    /// <summary>The column that the page belongs to; null on pages that belong to none.</summary>
    public virtual ColumnMetaTags? Column => null;

    /// <summary>The feed that follows what the page lists.</summary>
    public virtual string Feed => Address.Feed();

    /// <summary>
    /// The page's own path, whatever address led here; null for a page that no search engine should keep.
    /// </summary>
    public virtual string? CanonicalPath => null;

    /// <summary>Which page of its list this is.</summary>
    public virtual int Number => 1;

    /// <summary>The one absolute address of this page; null for a page that no search engine should keep.</summary>
    public string? Canonical =>
        CanonicalPath is { } path ? Site.Absolute(Number > 1 ? $"{path}?p={Number}" : path) : null;

    /// <summary>The steps from home to this page; empty at home.</summary>
    public virtual IReadOnlyList<Crumb> Breadcrumbs => [new Crumb(Title)];

    /// <summary>The unit whose footer the page carries.</summary>
    public virtual PublishingUnit? FooterUnit => Site.DefaultUnit;

    /// <summary>The path and query that lead back here, in ASCII.</summary>
    public virtual string ReturnUrl => Request.Path.ToUriComponent() + Request.QueryString.ToUriComponent();

    public string UnitName(string slug) => Site.Unit(slug)?.ShortName ?? "";

    /// <summary>The number of a page of a list, from <c>?p=</c>: 1 without it, 0 for what is no number.</summary>
    protected int PageNumber =>
        Request.Query["p"].ToString() is not { Length: > 0 } text ? 1
        : int.TryParse(text, out var number) ? number
        : 0;
}
