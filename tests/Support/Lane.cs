using System.Globalization;

namespace WorkReports.Tests.Support;

/// <summary>
/// How much of what could go on for hours is run: in the deep lane all of it, otherwise a sample. What is left to chance follows
/// from one seed, which <c>tests/run</c> tells, and every test that used it and failed.
/// </summary>
public static class Lane
{
    public const string Variable = "WORKREPORTS_TESTS";
    public const string SeedVariable = "WORKREPORTS_TESTS_SEED";

    static readonly int Chosen = int.TryParse(
        Environment.GetEnvironmentVariable(SeedVariable),
        CultureInfo.InvariantCulture,
        out var seed
    )
        ? seed
        : Random.Shared.Next(100_000);

    public static bool IsDeep { get; } = Environment.GetEnvironmentVariable(Variable) == "deep";

    public static int Seed
    {
        get
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{SeedVariable}={Chosen} repeats it.");
            return Chosen;
        }
    }

    public static int Count(int sample, int deep) => IsDeep ? deep : sample;

    /// <summary>All of them, or so many that the seed chooses, in the order in which they came.</summary>
    public static IReadOnlyList<T> Some<T>(IReadOnlyList<T> all, int sample) =>
        IsDeep || sample >= all.Count ? all : [.. Places(all.Count, sample, Seed).Select(place => all[place])];

    static IEnumerable<int> Places(int count, int sample, int seed)
    {
        var places = Enumerable.Range(0, count).ToArray();
        new Random(seed).Shuffle(places);
        return places.Take(sample).Order();
    }
}
