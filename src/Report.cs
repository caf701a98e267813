namespace WorkReports;

/// <summary>A work report as it is published: what its file says, with every default filled in.</summary>
public sealed record Report
{
    /// <summary>Its file, relative to the content folder, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>The last part of its address: <c>/reports/{slug}</c>.</summary>
    public required string Slug { get; init; }

    public required string Title { get; init; }

    /// <summary>When it becomes visible. A date without an offset is Beijing time.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>The slug of the publishing unit; empty when the site names none.</summary>
    public required string Unit { get; init; }

    public string? Source { get; init; }
    public string? Author { get; init; }

    /// <summary>One paragraph for lists, feeds and search; cut from the body when the editor wrote none.</summary>
    public string Summary { get; init; } = "";

    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>The pillars it belongs to, each with the section that speaks of it.</summary>
    public IReadOnlyList<Membership> Pillars { get; init; } = [];

    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The cover picture, relative to the content folder.</summary>
    public string? Cover { get; init; }

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    public DateTimeOffset? Updated { get; init; }

    /// <summary>What was changed at <see cref="Updated"/>.</summary>
    public string? Change { get; init; }

    public bool Pinned { get; init; }
    public bool Draft { get; init; }
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Why it was withdrawn; null while it stands.</summary>
    public string? Withdrawn { get; init; }

    /// <summary>The body: sanitized, and the only text that a page prints without encoding it.</summary>
    public string Html { get; init; } = "";

    /// <summary>The visible text of the body, a line for each block.</summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<Section> Sections { get; init; } = [];

    /// <summary>Its file as the editor wrote it, head and body, with line feeds alone as line ends.</summary>
    public string Markdown { get; init; } = "";

    /// <summary>SHA-256 of its file, in small hexadecimal digits.</summary>
    public string Hash { get; init; } = "";

    /// <summary>
    /// SHA-256 of what its text was read against, as the journal keeps it; empty for a draft, of which it keeps nothing.
    /// </summary>
    public string Reading { get; init; } = "";

    /// <summary>Files of the content folder that its page links or shows: attachments, pictures, the cover.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>When readers last got something new: the revision, or the publication.</summary>
    public DateTimeOffset LastChange => Updated is { } updated && updated > Published ? updated : Published;

    /// <summary>When it was revised and what was changed, as pages say it; null where it never was.</summary>
    public string? RevisionNote => Updated is null ? null : NoteOf(Updated, Change, withdrawn: null);

    /// <summary>The editor's own account of a revision, or of a withdrawal; empty where there was neither.</summary>
    public static string NoteOf(DateTimeOffset? updated, string? change, string? withdrawn) =>
        withdrawn
        ?? (
            updated is { } moment
                ? $"{BeijingTime.DateOrMinute(moment)} 修订{(change is null ? "" : $"：{change}")}"
                : ""
        );

    public int Year => BeijingTime.Year(Published);

    /// <summary>The folder directly below the content folder: a pillar's, or 综合.</summary>
    public string Folder => Path.Split('/')[0];
}
