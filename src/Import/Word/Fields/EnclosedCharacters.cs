using System.Globalization;

namespace WorkReports.Import.Word.Fields;

/// <summary>带圈字符: a character in a circle or a box, which Word draws one over the other and Unicode has as one.</summary>
static class EnclosedCharacters
{
    const string Circles = "○◯〇⭕";
    const string Boxes = "□☐▢口";
    const string Others = "△◇▽";

    /// <summary>The frames that may stand around a character.</summary>
    public const string Frames = Circles + Boxes + Others;

    const string CircledIdeographs =
        "㊀一㊁二㊂三㊃四㊄五㊅六㊆七㊇八㊈九㊉十㊊月㊋火㊌水㊍木㊎金㊏土㊐日㊑株㊒有㊓社㊔名㊕特㊖財㊖财㊗祝㊘労㊘劳"
        + "㊙秘㊚男㊛女㊜適㊜适㊝優㊝优㊞印㊟注㊠項㊠项㊡休㊢写㊣正㊤上㊥中㊦下㊧左㊨右㊩医㊪宗㊫学㊬監㊬监㊭企㊮資㊮资㊯協㊯协㊰夜";

    const string Ticks = "√✓✔";
    const string Crosses = "×✗✘☓Xx";

    /// <summary>As one character; null where Unicode has none.</summary>
    public static string? Find(char frame, string content) =>
        Circles.Contains(frame) ? Circled(content)
        : Boxes.Contains(frame) ? Boxed(content)
        : null;

    static string? Circled(string content)
    {
        if (int.TryParse(content, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number switch
            {
                0 => "⓪",
                <= 20 => ((char)('①' + number - 1)).ToString(),
                <= 35 => ((char)('㉑' + number - 21)).ToString(),
                <= 50 => ((char)('㊱' + number - 36)).ToString(),
                _ => null,
            };
        if (content is not [var letter])
            return null;
        if (letter is >= 'A' and <= 'Z')
            return ((char)('Ⓐ' + letter - 'A')).ToString();
        if (letter is >= 'a' and <= 'z')
            return ((char)('ⓐ' + letter - 'a')).ToString();
        var at = CircledIdeographs.IndexOf(letter);
        return at > 0 && at % 2 == 1 ? CircledIdeographs[at - 1].ToString() : null;
    }

    static string? Boxed(string content) =>
        content is not [var letter] ? null
        : Ticks.Contains(letter) ? "☑"
        : Crosses.Contains(letter) ? "☒"
        : null;
}
