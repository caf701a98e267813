using System.Globalization;

namespace WorkReports.Bench;

/// <summary>Figures of several rounds as a Markdown table, a row for each thing measured, in the order they came.</summary>
sealed class Table
{
    readonly List<(string What, List<double> Figures)> rows = [];

    public void Add(string what, double figure)
    {
        if (rows.All(row => row.What != what))
            rows.Add((what, []));
        rows.First(row => row.What == what).Figures.Add(figure);
    }

    public void Print(TextWriter output)
    {
        output.WriteLine("| | median | min | max |");
        output.WriteLine("|---|---:|---:|---:|");
        foreach (var (what, figures) in rows)
            output.WriteLine($"| {what} | {Text(Median(figures))} | {Text(figures.Min())} | {Text(figures.Max())} |");
    }

    static double Median(List<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    static string Text(double figure) => figure.ToString(figure < 20 ? "0.00" : "0", CultureInfo.InvariantCulture);
}
