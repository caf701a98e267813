using WorkReports.Content.Rendering;

namespace WorkReports.Content.Recording;

/// <summary>
/// What a version of a report was read to: its parsed head, and what its text was read against. The journal keeps it beside the
/// text, so that the version is rendered from the record alone, whatever later builds think of the file.
/// </summary>
sealed record ReportReading
{
    public required string Slug { get; init; }

    /// <summary>As the head says it; null where it is taken from the text, or from the file's name.</summary>
    public string? Title { get; init; }

    public required DateTimeOffset Published { get; init; }
    public string Unit { get; init; } = "";
    public string? Source { get; init; }
    public string? Author { get; init; }

    /// <summary>As the head says it; null where it is cut from the text.</summary>
    public string? Summary { get; init; }

    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Slugs of the pillars that the folder and the head name; empty where the headings say it.</summary>
    public IReadOnlyList<string> Pillars { get; init; } = [];

    public IReadOnlyList<string> Aliases { get; init; } = [];
    public string? Cover { get; init; }
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
    public DateTimeOffset? Updated { get; init; }
    public string? Change { get; init; }
    public bool Pinned { get; init; }
    public bool Draft { get; init; }
    public DateTimeOffset? Expires { get; init; }
    public string? Withdrawn { get; init; }

    /// <summary>Where the Markdown begins in the decoded text, in UTF-16 units.</summary>
    public int BodyStart { get; init; }

    /// <summary>The pillars that headings name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<NamedPillar>> Headings { get; init; } =
        new Dictionary<string, IReadOnlyList<NamedPillar>>();

    public ReadAgainst Against { get; init; } = ReadAgainst.Nothing;

    /// <summary>The report that this reading and its text make: the same whenever it is made.</summary>
    public Report Compose(string path, string text, RenderedBody body) =>
        new()
        {
            Path = path,
            Slug = Slug,
            Title = Title ?? body.Title ?? FrontMatter.ReportName.Of(path).Title,
            Published = Published,
            Unit = Unit,
            Source = Source,
            Author = Author,
            Summary = Summary ?? Recording.Summary.Of(body.Text),
            Keywords = Keywords,
            Pillars = Memberships(body.Sections),
            Aliases = Aliases,
            Cover = Cover,
            Attachments = Attachments,
            Updated = Updated,
            Change = Change,
            Pinned = Pinned,
            Draft = Draft,
            Expires = Expires,
            Withdrawn = Withdrawn,
            Html = body.Html,
            Text = body.Text,
            Sections = body.Sections,
            Markdown = text,
            Files = [.. Against.Files.Select(file => file.Path)],
        };

    /// <summary>Each with the section that speaks of it.</summary>
    IReadOnlyList<Membership> Memberships(IReadOnlyList<Section> sections) =>
        [
            .. (Pillars.Count > 0 ? Pillars : sections.SelectMany(PillarsOf))
                .Distinct()
                .Select(slug => new Membership(
                    slug,
                    sections.FirstOrDefault(section => PillarsOf(section).Contains(slug))
                )),
        ];

    IEnumerable<string> PillarsOf(Section section) =>
        section.Level == 2 && Headings.TryGetValue(section.Title, out var named)
            ? named.Select(pillar => pillar.Slug)
            : [];
}
