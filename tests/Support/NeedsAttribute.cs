using Xunit.v3;

namespace WorkReports.Tests.Support;

/// <summary>
/// Keeps a test, or all of a class, out of the quick lane, and says what it needs. A test that opens a window or starts the program
/// without saying so fails in every lane: the quick one would grow slow, and nobody would know by what.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(string what) : Attribute, ITraitAttribute
{
    public const string Browser = "browser";

    /// <summary>The program as a process of its own.</summary>
    public const string Program = "program";

    /// <summary>Seconds, for what takes or lasts that long.</summary>
    public const string Time = "time";

    const string Trait = "Needs";

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new(Trait, what)];

    /// <summary>Whether the running test, or the class whose fixture is being made, says that it needs this.</summary>
    public static void Expect(string what)
    {
        var traits = TestContext.Current.TestCase?.Traits ?? TestContext.Current.TestClass?.Traits;
        Assert.True(
            traits?.TryGetValue(Trait, out var needs) == true && needs.Contains(what),
            $"Give the test, or its class, [Needs(\"{what}\")]: the quick lane must leave it out."
        );
    }
}
