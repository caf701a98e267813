using System.Globalization;

namespace WorkReports.Bench;

/// <summary>What was typed: a verb, then options, most of them with a number.</summary>
sealed class Options
{
    static readonly string[] Numbers = ["--reports", "--rounds", "--seed", "--requests", "--at-once", "--seconds"];
    static readonly string[] Switches = ["--hugo"];

    readonly string[] words;

    public Options(string[] args)
    {
        Verb = args.FirstOrDefault() ?? "";
        words = [.. args.Skip(1)];
        var unknown = words.Where(
            (word, index) =>
                !Numbers.Contains(word)
                && !Switches.Contains(word)
                && !(index > 0 && Numbers.Contains(words[index - 1]))
        );
        if (unknown.FirstOrDefault() is { } option)
            throw new BenchException($"There is no option '{option}'; 'help' tells which there are.");
    }

    public string Verb { get; }

    public bool Has(string name) => words.Contains(name);

    public int Number(string name, int otherwise)
    {
        var index = Array.IndexOf(words, name);
        if (index < 0)
            return otherwise;
        return
            int.TryParse(
                words.ElementAtOrDefault(index + 1),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
            && number > 0
            ? number
            : throw new BenchException($"{name} needs a number above zero.");
    }
}
