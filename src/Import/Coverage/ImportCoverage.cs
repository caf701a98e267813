using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using WorkReports.Import.Coverage.Shown;

namespace WorkReports.Import.Coverage;

/// <summary>
/// The proof that nothing was lost at an import: every character that Word shows is in the draft, or is told with its place.
/// </summary>
/// <param name="ShownCount">The characters of the text and its notes that Word shows.</param>
/// <param name="DraftCount">Those of them that the draft has, in its head or its body.</param>
/// <param name="TakenCount">Those that were taken out on purpose and are told: a letterhead, a signature.</param>
/// <param name="Missing">What neither has, in the order of the document.</param>
/// <param name="Renumbered">Numbers that are written as a list's: 1、 became 1., and counts as kept.</param>
/// <param name="Beside">What stands beside the text and is not in the draft: headers, comments, tables of contents.</param>
sealed partial record ImportCoverage(
    int ShownCount,
    int DraftCount,
    int TakenCount,
    IReadOnlyList<MissingText> Missing,
    IReadOnlyList<MissingText> Renumbered,
    IReadOnlyList<MissingText> Beside
)
{
    /// <param name="title">The draft's title, which is no Markdown.</param>
    /// <param name="body">The draft's body, which is.</param>
    /// <param name="taken">What the editor is told of in full: lines of the letterhead, who signed, the date.</param>
    public static ImportCoverage Of(ShownDocument document, string? title, string body, IEnumerable<string> taken)
    {
        var shown = document.Text.Comparable;
        var kept = ShownCharacter.Comparable(title) + ShownCharacter.Comparable(DraftText.Of(body));
        var alignment = new TextAlignment(shown, kept);
        var left = Joined(alignment.Left.Select(range => kept[range.Start..range.End]));
        var unmatched = Unmatched(document.Text, alignment.Missing, left);
        var missing = Unmatched(
            document.Text,
            unmatched,
            Joined(taken.Select(line => ShownCharacter.Comparable(line)))
        );
        var numbers = Numbers().Matches(left).Select(match => match.Groups["n"].Value).ToHashSet();
        var byNumber = missing.ToLookup(range => IsNumber(document.Text, range, numbers));
        (missing, var numbered) = (byNumber[false].ToList(), byNumber[true].ToList());
        var (lost, changed) = (CountOf(shown, missing), CountOf(shown, numbered));
        var (all, takenOut) = (ShownCharacter.Count(shown), CountOf(shown, unmatched) - lost - changed);
        return new ImportCoverage(
            all,
            all - lost - takenOut,
            takenOut,
            Quoted(document.Text, missing),
            Quoted(document.Text, numbered),
            BesideOf(document.Beside, kept)
        );
    }

    /// <summary>Whether it is the number of a paragraph that became the item of a list, which is written in one way.</summary>
    static bool IsNumber(ShownText shown, (int Start, int End) range, HashSet<string> numbers) =>
        range.End - range.Start <= NumberLength
        && shown.InPiece(range.Start, NumberLength) is { } before
        && Number().Match(before + shown.Comparable[range.Start..range.End]) is { Success: true } number
        && (before.Length > 0 || numbers.Contains(number.Groups["n"].Value));

    static List<MissingText> Quoted(ShownText text, IEnumerable<(int Start, int End)> ranges) =>
        [.. ranges.Select(range => text.Quote(range.Start, range.End))];

    [GeneratedRegex(@"^[(]?(?<n>\d{1,3})[).、]{0,2}$")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<!\d)(?<n>\d{1,3})[.)]")]
    private static partial Regex Numbers();

    /// <summary>Piece by piece: between two paragraphs a draft may have a number, or a mark of its own.</summary>
    static List<(int Start, int End)> Unmatched(ShownText shown, IEnumerable<(int Start, int End)> ranges, string left)
    {
        var words = new MovedWords(left);
        return
        [
            .. ranges
                .SelectMany(range => shown.Split(range.Start, range.End))
                .SelectMany(range => words.Missing(shown.Comparable, range.Start, range.End)),
        ];
    }

    /// <summary>What stands beside the text and is said in the draft all the same is not missing: many headers repeat the title.</summary>
    static List<MissingText> BesideOf(ShownText beside, string draft)
    {
        if (beside.IsEmpty)
            return [];
        var said = new SaidPhrases(draft);
        var words = beside.Comparable;
        return
        [
            .. beside
                .Pieces()
                .Where(piece => piece.End > piece.Start)
                .Where(piece => words.AsSpan(piece.Start, piece.End - piece.Start).IndexOfAnyExcept(Rules) >= 0)
                .Where(piece =>
                    piece.Kind == ShownKind.TableOfContents
                    || !said.Says(words.AsSpan(piece.Start, piece.End - piece.Start))
                )
                .Select(piece => beside.Quote(piece.Start, piece.End)),
        ];
    }

    /// <summary>What stands around the number of a sheet.</summary>
    static readonly SearchValues<char> Rules = SearchValues.Create("-－—–_·.|/~");

    /// <summary>Of the number of a paragraph, with its brackets.</summary>
    const int NumberLength = 6;

    static int CountOf(string shown, IEnumerable<(int Start, int End)> ranges) =>
        ranges.Sum(range => ShownCharacter.Count(shown.AsSpan(range.Start, range.End - range.Start)));

    static string Joined(IEnumerable<string> parts) => new StringBuilder().AppendJoin('\n', parts).ToString();
}
