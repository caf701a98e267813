using System.Collections.Frozen;
using System.Text;

namespace WorkReports.Characters;

/// <summary>
/// Signs for radicals (U+2E80 to U+2FDF), which PDF files write for characters: they look the same and are found by nobody. Unicode
/// itself names the character for some of them; for the others it stands here.
/// </summary>
public static class RadicalForms
{
    const char First = '\u2E80';
    const char Last = '\u2FDF';

    const string Pairs =
        "⺁厂⺃乚⺅亻⺇几⺉刂⺋㔾⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬"
        + "⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西"
        + "⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马"
        + "⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

    static readonly FrozenDictionary<char, char> Characters = Pairs
        .Chunk(2)
        .ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>The character; itself for what is no sign for a radical.</summary>
    public static char Plain(char letter) =>
        letter is < First or > Last ? letter
        : Characters.TryGetValue(letter, out var plain) ? plain
        : letter.ToString().Normalize(NormalizationForm.FormKC) is [var one] ? one
        : letter;

    public static string Plain(string text) => string.Concat(text.Select(Plain));

    /// <summary>Each run of them, and where it stands.</summary>
    public static IEnumerable<(int At, string Found)> In(string text)
    {
        for (var at = Next(text, 0); at >= 0; )
        {
            var end = at + 1;
            while (end < text.Length && text[end] is >= First and <= Last)
                end++;
            yield return (at, text[at..end]);
            at = Next(text, end);
        }
    }

    static int Next(string text, int from) =>
        text.AsSpan(from).IndexOfAnyInRange(First, Last) is >= 0 and var found ? from + found : -1;
}
