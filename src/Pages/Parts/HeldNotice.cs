namespace WorkReports.Pages.Parts;

/// <summary>What the site beside a preview holds back, for its editors to see.</summary>
public sealed class HeldNotice
{
    volatile IReadOnlyList<string> lines = [];

    /// <summary>A sentence for each kind of thing; none while nothing is held.</summary>
    public IReadOnlyList<string> Lines
    {
        get => lines;
        set => lines = value;
    }
}
