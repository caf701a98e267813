using WorkReports.Index.Search;
using WorkReports.Index.Search.Segments;
using WorkReports.Index.Search.Text;

namespace WorkReports.Tests.Index.Search;

/// <summary>Where two lists agree, whatever sizes of numbers they are written in.</summary>
public sealed class MatchBufferTests
{
    const int Reports = 40;
    const int Seed = 20261126;

    [Theory]
    [InlineData(1, 400)]
    [InlineData(4, 400)]
    [InlineData(60, 400)]
    [InlineData(4, 200_000)]
    [InlineData(60, 200_000)]
    public void Places_are_kept_where_the_other_list_has_one_so_much_further_on(int most, int length)
    {
        var random = new Random(Seed);
        for (var further = 0; further < 8; further += 2)
        {
            var (ones, others) = (Places(random, most, length), Places(random, most, length));
            // Else two of so long a report would hardly ever agree.
            for (var report = 0; report < Reports; report += 3)
                others[report] = [.. ones[report].Select(place => place - 2 + further).Where(place => place >= 0)];
            var expected = ones.Select(
                    (own, report) =>
                        own.Select(place => place - 2).Where(start => others[report].Contains(start + further)).ToList()
                )
                .ToList();
            var matches = Matches(ones, 2, others, further);
            Assert.Contains(expected, places => places.Count > 0);
            Assert.Equal(
                expected.SelectMany((places, report) => places.Count > 0 ? [report] : Array.Empty<int>()),
                matches.Docs.ToArray()
            );
            Assert.All(Enumerable.Range(0, Reports), report =>
                Assert.Equal(expected[report], matches.PositionsIn(report).ToArray())
            );
        }
    }

    [Fact]
    public void What_would_begin_before_the_report_is_nowhere_in_it() =>
        Assert.False(
            Matches(
                [
                    [0],
                ],
                2,
                [
                    [ushort.MaxValue - 1],
                ],
                0
            ).Any
        );

    [Fact]
    public void A_place_beyond_the_others_numbers_is_none_of_theirs() =>
        Assert.False(
            Matches(
                [
                    [ushort.MaxValue + 8],
                ],
                0,
                [
                    [7],
                ],
                0
            ).Any
        );

    static List<int>[] Places(Random random, int most, int length) =>
        [
            .. Enumerable
                .Range(0, Reports)
                .Select(_ =>
                    Enumerable
                        .Range(0, random.Next(most + 1))
                        .Select(_ => random.Next(length))
                        .Distinct()
                        .Order()
                        .ToList()
                ),
        ];

    static MatchBuffer Matches(List<int>[] ones, int further, List<int>[] others, int otherFurther)
    {
        var matches = new MatchBuffer();
        matches.Reset(ones.Length);
        matches.Load(new PostingListView(ListOf(ones)), further);
        matches.Intersect(new PostingListView(ListOf(others)), otherFurther);
        return matches;
    }

    static byte[] ListOf(List<int>[] places)
    {
        var list = new PostingList();
        for (var report = 0; report < places.Length; report++)
        {
            places[report].ForEach(list.AddPosition);
            if (places[report].Count > 0)
                list.Add(report, MatchField.Body, places[report].Count);
        }
        var bytes = new List<byte>();
        list.WriteTo(bytes);
        return [.. bytes];
    }
}
