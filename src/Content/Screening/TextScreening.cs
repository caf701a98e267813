using System.Text;
using System.Text.RegularExpressions;
using WorkReports.Content.Problems;

namespace WorkReports.Content.Screening;

/// <summary>
/// Reads a file for what must not stand in it: numbers that name persons, words that the admin lists, names of units nearly
/// right. Reads it as it was written, code and comments too: readers can have a report's Markdown.
/// </summary>
sealed partial class TextScreening(SiteProfile site, WordList words)
{
    /// <summary>Shorter numbers identify nobody.</summary>
    const int MinimumDigits = 11;

    readonly UnitNameTypos names = new(site.Units);

    readonly HashSet<string> allowed =
    [
        .. site.AllowedNumbers,
        .. site
            .Units.Select(unit => string.Concat((unit.Phone ?? "").Where(char.IsAsciiDigit)))
            .Where(phone => phone.Length > 0),
    ];

    /// <param name="skippedLines">Lines that hold addresses and names of files, counted from 1.</param>
    /// <param name="headLines">Lines before the Markdown: commas part the words of lists there.</param>
    /// <param name="headProse">Those of them that hold sentences.</param>
    public void Screen(
        string text,
        IReadOnlySet<int> skippedLines,
        ProblemList problems,
        int headLines = 0,
        IReadOnlySet<int>? headProse = null
    )
    {
        var read = WithoutLines(LinkAddress().Replace(text, BlankAddress), skippedLines);
        var source = new Lazy<SourceText>(() => new SourceText(read, 0));
        OddCharacters.Check(read, line => line > headLines || headProse?.Contains(line) == true, problems);
        foreach (var (at, word) in words.Find(read))
            Report(source.Value.At(at, word.Word.Length), word, problems);
        foreach (var (at, length, name) in names.Find(read))
            problems.Warn(
                source.Value.At(at, length),
                "unit-spelling",
                $"“{read.AsSpan(at, length)}”和登记的单位名称“{name}”差一点。请核对，写成登记的名称。"
            );
        var number = 0;
        foreach (var line in read.AsSpan().EnumerateLines())
        {
            number++;
            if (CountDigits(line) >= MinimumDigits)
                ScreenNumbers(line.ToString(), number, problems);
        }
    }

    /// <summary>The name of a file that readers see.</summary>
    public void ScreenFileName(string name, Place at, ProblemList problems)
    {
        if (
            PersonalNumbers.Find(name, allowed).FirstOrDefault(personal => personal.Code == "leak-id-card") is
            { Length: > 0 } personal
        )
            problems.Error(at, personal.Code, "文件名里：" + personal.Message);
    }

    static void Report(Place at, ListedWord word, ProblemList problems)
    {
        var message =
            $"“{word.Word}”在错敏词表里。{(word.Instead.Length > 0 ? $"请改成“{word.Instead}”。" : "请换一种说法，或者删去。")}";
        if (word.IsError)
            problems.Error(at, "word-forbidden", message);
        else
            problems.Warn(at, "word-listed", message);
    }

    void ScreenNumbers(string line, int number, ProblemList problems)
    {
        foreach (var personal in PersonalNumbers.Find(line, allowed))
        {
            var place = new Place(number, personal.At + 1, personal.Length);
            if (personal.IsError)
                problems.Error(place, personal.Code, personal.Message);
            else
                problems.Warn(place, personal.Code, personal.Message);
        }
    }

    static int CountDigits(ReadOnlySpan<char> line)
    {
        var digits = 0;
        foreach (var letter in line)
            digits += letter is (>= '0' and <= '9') or (>= '０' and <= '９') ? 1 : 0;
        return digits;
    }

    /// <summary>As long as before, so that places in the text stay right.</summary>
    static string BlankAddress(Match link)
    {
        var address = link.Groups["address"];
        return string.Concat(
            link.Value.AsSpan(0, address.Index - link.Index),
            new string('x', address.Length),
            link.Value.AsSpan(address.Index - link.Index + address.Length)
        );
    }

    /// <summary>Most skipped lines stand in the head: what comes after the last one is copied at once.</summary>
    static string WithoutLines(string text, IReadOnlySet<int> numbers)
    {
        var read = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        var last = numbers.DefaultIfEmpty().Max();
        for (var number = 1; number <= last && !rest.IsEmpty; number++)
        {
            var end = rest.IndexOf('\n') is >= 0 and var found ? found : rest.Length;
            var next = Math.Min(end + 1, rest.Length);
            read.Append(numbers.Contains(number) ? rest[end..next] : rest[..next]);
            rest = rest[next..];
        }
        return read.Append(rest).ToString();
    }

    /// <summary>Where links lead, but for telephone numbers: digits there are names of files. A footnote is text.</summary>
    [GeneratedRegex(
        """\]\((?!<?tel:)(?<address><[^<>\n]+>|[^()\s<>]+)|(?<address>https?://[^\s<>"'（）()，。；、|]+)|^ {0,3}\[(?!\^)[^\]\n]{1,300}\]:[ \t]*(?<address>\S+)|\b(?:src|href)\s*=\s*(?<address>"(?!tel:)[^"\n]{0,2000}"|'(?!tel:)[^'\n]{0,2000}')""",
        RegexOptions.Multiline
    )]
    private static partial Regex LinkAddress();
}
