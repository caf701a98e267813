namespace WorkReports.Content.Reports;

/// <summary>Two files that want one address: the one that came second is told who holds it.</summary>
static class AddressConflict
{
    public static Problem Of(Report report, int line, string holder) =>
        new(
            report.Path,
            line,
            Severity.Error,
            "address-taken",
            $"网址“{report.Slug}”已经被“{holder}”占用。请在文件头写一个不同的“网址”，或者改文件名。"
        );
}
