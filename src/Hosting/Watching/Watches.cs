namespace WorkReports.Hosting.Watching;

/// <summary>What looks after the site beside its publishing, and tells.</summary>
static class Watches
{
    public static void AddWatches(this IServiceCollection services)
    {
        services.AddHostedService<DiskWatch>();
        services.AddHostedService<JournalHeadLog>();
        services.AddHostedService<RecordCheck>();
    }
}
