using System.Globalization;
using System.Text.RegularExpressions;

namespace WorkReports.Bench;

/// <summary>Official prose about some topics, the same for the same random numbers.</summary>
sealed partial class Prose(Random random, IReadOnlyList<string> topics)
{
    public string Paragraph(int sentences) => string.Concat(Enumerable.Range(0, sentences).Select(_ => Sentence()));

    public string Sentence() => Fill(Pick(Vocabulary.Sentences));

    /// <summary>The text with every slot filled, those that come with a filling too.</summary>
    public string Fill(string text) =>
        Slots()
            .Replace(text, slot => slot.Groups["slot"].Value switch
                {
                    "n" => Number(slot.Groups["from"].Value, slot.Groups["to"].Value),
                    "topic" => Pick(topics),
                    var name => Fill(Pick(Vocabulary.Slots[name])),
                });

    public bool Chance(double share) => random.NextDouble() < share;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public T[] Shuffled<T>(IEnumerable<T> choices)
    {
        var shuffled = choices.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    public int Between(int from, int to) => random.Next(from, to + 1);

    string Number(string from, string to) => Between(Parse(from), Parse(to)).ToString(CultureInfo.InvariantCulture);

    static int Parse(string number) => int.Parse(number, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{(?<slot>[a-z]+)(:(?<from>\d+)-(?<to>\d+))?\}")]
    private static partial Regex Slots();
}
