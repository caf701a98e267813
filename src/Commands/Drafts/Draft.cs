using WorkReports.Content.Files;
using WorkReports.Content.FrontMatter;
using WorkReports.Content.Reports;

namespace WorkReports.Commands.Drafts;

/// <summary>A report that a verb begins: what its front matter will say.</summary>
/// <param name="Date">Null where nothing says it: the draft asks for it.</param>
/// <param name="Folder">Its pillar's folder, or 综合.</param>
sealed record Draft(string Title, DateOnly? Date, PublishingUnit? Unit, string Folder)
{
    /// <summary>In whose year's folder it lies while it has no date.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>True where words of secrecy in it were looked at by whoever may judge them.</summary>
    public bool IsCleared { get; init; }

    public int Year => (Date ?? Today).Year;

    /// <summary>Its body; the argument is the folder of its pictures, relative to the report.</summary>
    public required Func<string, string> Body { get; init; }

    public IReadOnlyList<(string Name, byte[] Bytes)> Pictures { get; init; } = [];

    /// <summary>The folder of the pillar that was asked for; null, with a fault, when there is no such pillar.</summary>
    public static string? FolderOf(string? pillar, SiteContext context, List<string> faults)
    {
        if (pillar is null or ContentFolder.GeneralFolder)
            return ContentFolder.GeneralFolder;
        if (context.Pillar(pillar) is { } match)
            return match.Folder;
        faults.Add(
            $"没有“{pillar}”这个机关。可以写：{string.Join("、", context.Pillars.Select(one => one.Title).Append(ContentFolder.GeneralFolder))}。"
        );
        return null;
    }

    public static PublishingUnit? UnitOf(string? name, SiteContext context, List<string> faults)
    {
        if (name is null)
            return null;
        if (context.Unit(name) is { } unit)
            return unit;
        faults.Add(
            $"site.yml 里没有发布单位“{name}”。可以写：{string.Join("、", context.Site.Units.Select(known => known.ShortName))}。"
        );
        return null;
    }

    public static DateOnly? DateOf(string? text, List<string> faults)
    {
        if (text is null)
            return null;
        var moment = ContentDate.Read(text, out var fault);
        if (fault is not null)
            faults.Add("--date " + fault);
        return moment is { } date ? DayOf(date) : null;
    }

    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(BeijingTime.At(moment).DateTime);
}
