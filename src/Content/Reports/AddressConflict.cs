namespace WorkReports.Content.Reports;

/// <summary>Two files that want one address: the one that came second is told who holds it.</summary>
static class AddressConflict
{
    public const string Code = "address-taken";

    /// <summary>True of a file that waits for the address of another one; also of a pillar's.</summary>
    public static bool Is(Problem problem) => problem.Code == Code;

    public static Problem Of(Report report, int line, string holder) =>
        new(
            report.Path,
            line,
            Severity.Error,
            Code,
            $"网址“{report.Slug}”已经被“{holder}”占用。请在文件头写一个不同的“网址”，或者改文件名。"
        );

    /// <summary>An address of the past that leads readers to another report.</summary>
    public static Problem OfAlias(Report report, Place at, string alias, string holder) =>
        new(
            report.Path,
            at,
            Severity.Warning,
            "address-taken",
            $"旧网址“{alias}”通向“{holder}”，读者不会从那里转到这一篇。请删去这个旧网址。"
        );

    /// <summary>The name of a file is an address, too, where nobody else has it.</summary>
    public static Problem OfFileName(Report report, string name, string holder) =>
        new(
            report.Path,
            new Place(1),
            Severity.Warning,
            "address-taken",
            $"文件名“{name}”是“{holder}”用过的网址，照旧通向那一篇。请换一个文件名，以免混淆。"
        );
}
