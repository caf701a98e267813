using WorkReports.Tests.Support;

namespace WorkReports.Tests;

/// <summary>What <c>tests/run</c> says of its lanes holds.</summary>
public sealed class LanesTests
{
    [Theory]
    [InlineData(NeedsAttribute.Browser)]
    [InlineData(NeedsAttribute.Program)]
    public void A_test_that_does_not_say_what_it_needs_is_refused_it(string what) =>
        Assert.Contains(
            $"[Needs(\"{what}\")]",
            Assert.ThrowsAny<Exception>(() => NeedsAttribute.Expect(what)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    [Needs(NeedsAttribute.Program)]
    public void One_that_says_so_gets_that_and_nothing_else()
    {
        NeedsAttribute.Expect(NeedsAttribute.Program);
        Assert.ThrowsAny<Exception>(() => NeedsAttribute.Expect(NeedsAttribute.Browser));
    }

    [Fact]
    public void The_quick_lane_leaves_out_whatever_needs_something()
    {
        Assert.Contains("-trait- 'Needs=*'", Repository.Read("tests", "run"), StringComparison.Ordinal);
        Assert.Equal("Needs", Assert.Single(new NeedsAttribute(NeedsAttribute.Time).GetTraits()).Key);
    }

    [Fact]
    public void What_begins_first_is_known_by_the_name_of_its_collection() =>
        Assert.StartsWith(
            LongestFirst.NameOf(typeof(LanesTests)),
            TestContext.Current.TestCollection!.TestCollectionDisplayName,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_sample_follows_from_the_seed_and_keeps_the_order()
    {
        var all = Enumerable.Range(0, 100).ToList();
        var some = Lane.Some(all, sample: 10);
        Assert.Equal(Lane.Count(sample: 10, deep: 100), some.Distinct().Count());
        Assert.Equal(some.Order(), some);
        Assert.Equal(some, Lane.Some(all, sample: 10));
        Assert.Equal(all, Lane.Some(all, sample: 100));
    }

    [Fact]
    public void The_deep_lane_and_the_seed_are_what_the_script_sets()
    {
        var script = Repository.Read("tests", "run");
        Assert.Contains($"export {Lane.Variable}=deep", script, StringComparison.Ordinal);
        Assert.Contains($"export {Lane.SeedVariable}=", script, StringComparison.Ordinal);
    }
}
