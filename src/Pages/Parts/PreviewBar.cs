namespace WorkReports.Pages.Parts;

/// <summary>What stands above every page of a preview.</summary>
/// <param name="Problems">How many there are in the whole content.</param>
/// <param name="State">How the report of this page stands, and until when; null on other pages.</param>
public sealed record PreviewBar(long Edition, int Problems, string? State)
{
    public static string Describe(ReportState state, DateTimeOffset published, DateTimeOffset? expires) =>
        state switch
        {
            ReportState.Draft => "草稿，还没有发布",
            ReportState.Scheduled => $"定时，将在 {BeijingTime.Minute(published)} 发布",
            ReportState.Expired => $"已在 {BeijingTime.Minute(expires!.Value)} 下线",
            ReportState.Withdrawn => "已撤稿",
            _ => "已发布",
        };
}
