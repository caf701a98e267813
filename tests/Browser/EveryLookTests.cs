using WorkReports.Tests.Support;

namespace WorkReports.Tests.Browser;

/// <summary>
/// What must hold in every look, in every mode at every width. The usual lane asks the looks that other tests have opened already,
/// so that it costs nothing there.
/// </summary>
[Needs(NeedsAttribute.Browser)]
public sealed class EveryLookTests(Chromium chromium, EveryKind every)
{
    static readonly (string Mode, int[] Widths)[] Opened =
    [
        ("normal", [320, 375, 768, 1024, 1280, 3840]),
        ("dark", [320, 1280]),
        ("contrast", [1280]),
        ("small", [1280]),
        ("large", [320]),
        ("elder", [320, 375, 1024, 1280, 1440]),
        ("elder dark", [375]),
        ("elder contrast", [375, 1024]),
        ("elder small", [1024]),
        ("elder large", [320, 1024]),
        ("elder contrast large pointer", [1280]),
    ];

    static readonly int[] Widths = [320, 375, 768, 1024, 1280, 1440, 3840];

    public static TheoryData<string, int> Looks =>
        [
            .. from look in Opened
            from width in Lane.IsDeep ? Widths : look.Widths
            select new TheoryDataRow<string, int>(look.Mode, width),
        ];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_page_is_whole_still_and_within_its_policy(string mode, int width)
    {
        var look = await every.Look(chromium, mode, width);
        look.HasNone([.. Look.Whole, "restless()", Look.Policy]);
        look.HasNone(mode.StartsWith("elder", StringComparison.Ordinal) ? "smallTargets(60)" : "smallTargets(44)");
    }
}
