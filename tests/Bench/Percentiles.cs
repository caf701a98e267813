namespace WorkReports.Bench;

static class Percentiles
{
    /// <summary>The time within which this share of all was.</summary>
    public static double Of(IReadOnlyCollection<double> times, double share) =>
        times.Order().ElementAt((int)Math.Ceiling(times.Count * share) - 1);
}
