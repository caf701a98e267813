using System.Globalization;
using WorkReports.Import;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import;

/// <summary>
/// What a Word document costs grows with its length and no faster, of whatever kind it is. Told by the bytes that the import allocates,
/// which are the same on every machine; what hangs without allocating ends at the time-out.
/// </summary>
public sealed class SlowWordTests
{
    const double ExponentLimit = 1.3;
    const int Times = 4;

    /// <summary>Of the file's own text: the SDK makes an object of each element.</summary>
    const int BytesPerByteLimit = 450;

    /// <summary>What every import takes, however short the file.</summary>
    const long BaseBytes = 24L << 20;

    const int TimeOut = 300_000;

    static int Small => Lane.Count(400, 1200);

    public static TheoryData<string> Sample => [.. Lane.Some(SlowWord.All, 24).Select(kind => kind.Name)];

    public static TheoryData<string> Bounds =>
        [
            "tbl 5001 表格",
            "tr 50001 行",
            "tc 200001 格子",
            "smartTag 20001 智能标记",
            "p 200001 段落",
            "r 300001 文字片段",
            "lvl 20001 级别",
            "num 20001 编号",
            "style 10001 样式",
            "blip 2001 图片",
            "footnote 20001 脚注",
            "endnote 20001 尾注",
            "fldChar 100001 域",
            "bookmarkEnd 1000001 标记",
        ];

    [Fact]
    public void There_are_enough_kinds()
    {
        Assert.InRange(SlowWord.All.Count, 40, int.MaxValue);
        Assert.Distinct(SlowWord.All.Select(kind => kind.Name));
    }

    [Theory(Timeout = TimeOut)]
    [MemberData(nameof(Sample))]
    [Needs(NeedsAttribute.Time)]
    public async Task Four_times_as_long_costs_hardly_more_than_four_times(string name)
    {
        var kind = SlowWord.All.Single(kind => kind.Name == name);
        await Task.Run(
            () =>
            {
                var small = kind.Make(Small).Bytes();
                var large = kind.Make(Small * Times).Bytes();
                // Pools grow once: what the first import adds to them is not the second one's.
                _ = Allocated(small) + Allocated(large);
                var (less, more) = (Allocated(small), Allocated(large));
                var exponent = Math.Log((double)more / less) / Math.Log(Times);
                var size = TamperedPackage.Unfolded(large);
                TestContext.Current.TestOutputHelper?.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{name}: {less >> 10} kB, {more >> 10} kB of {size >> 10} kB, exponent {exponent:0.00}"
                    )
                );
                Assert.True(exponent <= ExponentLimit, $"{name}: exponent {exponent:0.00}");
                Assert.True(more <= BaseBytes + size * BytesPerByteLimit, $"{name}: {more} bytes of {size}");
            },
            TestContext.Current.CancellationToken
        );
    }

    [Theory]
    [MemberData(nameof(Bounds))]
    [Needs(NeedsAttribute.Time)]
    public void Beyond_a_bound_a_sentence_names_it_before_anything_is_made_of_the_file(string bound)
    {
        var (element, count, what) = bound.Split(' ') is [var name, var number, var word]
            ? (name, int.Parse(number, CultureInfo.InvariantCulture), word)
            : default;
        var file = new WordPackage(SlowWord.Times(count, $"<w:{element}/>")).Bytes();
        string? refusal = null;
        Assert.InRange(Allocated(() => refusal = Importing.Refusal(file)), 0, 8 << 20);
        Assert.Contains(what, refusal);
        Assert.Contains((count - 1).ToString(CultureInfo.InvariantCulture), refusal);
    }

    [Theory(Timeout = TimeOut)]
    [InlineData("p", 150_000)]
    [InlineData("r", 240_000)]
    [InlineData("tr", 49_000)]
    [Needs(NeedsAttribute.Time)]
    public async Task Up_to_a_bound_memory_stays_within_reason(string element, int count)
    {
        if (!Lane.IsDeep)
            count /= 10;
        await Task.Run(
            () =>
                Assert.InRange(
                    Allocated(
                        (
                            element switch
                            {
                                "p" => SlowWord.Package(SlowWord.Times(count, SlowWord.Paragraph(SlowWord.Run("甲")))),
                                "r" => SlowWord.Package(SlowWord.Paragraph(SlowWord.Times(count, SlowWord.Run("甲")))),
                                _ => SlowWord.Package(
                                    $"<w:tbl>{SlowWord.Times(count, "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>")}</w:tbl>"
                                ),
                            }
                        ).Bytes()
                    ),
                    0,
                    2L << 30
                ),
            TestContext.Current.CancellationToken
        );
    }

    static long Allocated(byte[] file) =>
        Allocated(() =>
        {
            var report = WordDocument.Read(file, Importing.Units, out var refusal);
            Assert.Null(refusal);
            report!.Body("图片");
        });

    static long Allocated(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
