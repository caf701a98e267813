using System.Globalization;
using System.Reflection;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import;

/// <summary>
/// The same kinds of Word documents, told by the steps of the program and of the SDK: what goes through all siblings for each of them
/// allocates nothing.
/// </summary>
[Collection(nameof(StepCounter))]
public sealed class SlowWordStepsTests
{
    const double ExponentLimit = 1.3;
    const int Small = 1000;
    const int Times = 4;

    /// <summary>What every import takes, however short the file.</summary>
    const long BaseSteps = 2_000_000;

    [Fact]
    [Needs(NeedsAttribute.Time)]
    public void Four_times_as_long_takes_hardly_more_than_four_times_as_many_steps()
    {
        var import = new CountedImport();
        var faults = new List<string>();
        foreach (var kind in Lane.Some(SlowWord.All, 12))
        {
            var (less, more) = (import.Steps(kind.Make(Small).Bytes()), import.Steps(kind.Make(Small * Times).Bytes()));
            var exponent = Math.Log((double)more / less) / Math.Log(Times);
            TestContext.Current.TestOutputHelper?.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{kind}: {less} and {more} steps, exponent {exponent:0.00}"
                )
            );
            if (exponent > ExponentLimit && more > BaseSteps)
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"{kind}: exponent {exponent:0.00}"));
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    sealed class CountedImport
    {
        readonly MethodInfo read;
        readonly Array units;

        public CountedImport()
        {
            var program = new CountedWork();
            read = program.TypeOf("Import.WordDocument").GetMethod("Read")!;
            units = Array.CreateInstance(program.TypeOf("PublishingUnit"), 0);
            for (var time = 0; time < 3; time++)
                Steps(SlowWord.Package(SlowWord.Paragraph(SlowWord.Run("甲"))).Bytes());
        }

        public long Steps(byte[] file)
        {
            var before = StepCounter.Steps;
            object?[] arguments = [file, units, null];
            var report = read.Invoke(null, arguments);
            Assert.Null(arguments[2]);
            report!.GetType().GetMethod("Body")!.Invoke(report, ["图片"]);
            return StepCounter.Steps - before;
        }
    }
}
