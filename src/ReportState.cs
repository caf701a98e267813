namespace WorkReports;

/// <summary>How a report stands with its readers.</summary>
public enum ReportState
{
    Published,

    /// <summary>草稿</summary>
    Draft,

    /// <summary>定时: it appears by itself.</summary>
    Scheduled,

    /// <summary>已下线: its time on the site is over.</summary>
    Expired,

    /// <summary>撤稿</summary>
    Withdrawn,
}

/// <summary>What editors call the states.</summary>
public static class ReportStates
{
    public static ReportState Of(
        bool draft,
        DateTimeOffset published,
        DateTimeOffset? expires,
        bool withdrawn,
        DateTimeOffset now
    ) =>
        draft ? ReportState.Draft
        : published > now ? ReportState.Scheduled
        : withdrawn ? ReportState.Withdrawn
        : expires <= now ? ReportState.Expired
        : ReportState.Published;

    public static string Name(this ReportState state) =>
        state switch
        {
            ReportState.Draft => "草稿",
            ReportState.Scheduled => "定时",
            ReportState.Expired => "已下线",
            ReportState.Withdrawn => "撤稿",
            _ => "已发布",
        };
}
