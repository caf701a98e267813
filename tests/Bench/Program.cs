using System.Globalization;
using WorkReports.Bench;

const string Help =
    """
    Measures the published program from outside, on a made-up corpus. Works in artifacts/bench, which may be deleted.

    usage: dotnet run -c Release --project tests/Bench -- publish|edits|check [options]

    publish         first publishing and restart: time until ready, peak memory, size of the index
    edits           how soon a saved file is visible, readers while a thousand are published, memory at rest
    check           how long it takes to tell every problem, and peak memory
      --reports N   reports in the corpus (10000)
      --rounds N    how often everything is measured (3)
      --seed N      another corpus of the same size (1)
      --hugo        publish: build the same folder with Debian's hugo, too
    """;

if (args is not [("publish" or "edits" or "check") and var what, .. var options])
{
    Console.WriteLine(Help);
    return args is [] or ["help"] or ["--help"] ? 0 : 2;
}
try
{
    var unknown = options.Where((option, index) => !IsKnown(option) && (index == 0 || !TakesNumber(options[index - 1])));
    if (unknown.FirstOrDefault() is { } word) throw new BenchException($"There is no option '{word}'.\n\n{Help}");
    const string Folder = "artifacts/bench";
    var (reports, rounds, seed) = (Number("--reports", 10_000), Number("--rounds", 3), Number("--seed", 1));
    if (what == "edits") await EditBench.Run(Folder, reports, rounds, seed, Console.Out);
    else if (what == "check") await CheckBench.Run(Folder, reports, rounds, seed, Console.Out);
    else await PublishBench.Run(Folder, reports, rounds, seed, options.Contains("--hugo"), Console.Out);
    return 0;
}
catch (BenchException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}

static bool IsKnown(string option) => TakesNumber(option) || option == "--hugo";

static bool TakesNumber(string option) => option is "--reports" or "--rounds" or "--seed";

int Number(string name, int otherwise)
{
    var index = Array.IndexOf(options, name);
    if (index < 0) return otherwise;
    return int.TryParse(options.ElementAtOrDefault(index + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw new BenchException($"{name} needs a number above zero.");
}
