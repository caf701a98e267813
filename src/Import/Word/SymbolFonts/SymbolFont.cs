using System.Globalization;
using System.Text;

namespace WorkReports.Import.Word.SymbolFonts;

/// <summary>Characters of symbol fonts as Unicode: elsewhere their codes mean something else.</summary>
static class SymbolFont
{
    const int FirstCode = 0x20;

    /// <summary>Word adds it to a code, so that it lies in the private use area.</summary>
    const int PrivateUse = 0xF000;

    /// <summary>
    /// Sixteen characters a line, from code 20 on; a zero where Unicode has none. Where Unicode has a plain sign beside one that few
    /// fonts draw, the plain one: ✓, not U+1F5F8.
    /// </summary>
    static readonly Dictionary<string, Rune[]> Fonts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Symbol"] = Signs(
            " !∀#∃%&∍()*+,−./",
            "0123456789:;<=>?",
            "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟ",
            "ΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_",
            "‾αβχδεφγηιϕκλμνο",
            "πθρστυϖωξψζ{|}~\0",
            "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
            "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
            "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓",
            "°±″≥×∝∂·÷≠≡≈…⏐⎯↵",
            "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉",
            "∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓",
            "◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪",
            "\0⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭\0"
        ),
        ["Wingdings"] = Signs(
            " 🖉✂✁👓🕭🕮🕯🕿✆🖂🖃📪📫📬📭",
            "🗀🗁🗎🗏🗐🗄⌛🖮🖰🖲🖳🖴🖫🖬✇✍",
            "🖎✌🖏👍👎☜☞☝☟🖐☺😐☹💣🕱🏳",
            "🏱✈☼🌢❄🕆✞🕈✠✡☪☯🕉☸♈♉",
            "♊♋♌♍♎♏♐♑♒♓🙰🙵●🔾■□",
            "🞐❑❒🞟⧫◆❖⬩⌧⮹⌘🏵🏶🙶🙷▯",
            "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹",
            "❺❻❼❽❾❿🙢🙠🙡🙣🙞🙜🙝🙟·•",
            "⬝○○🞈◉🞋🔿▪□🟁🟅★🟋🟏🟓🟑",
            "⯐⌖⯎⯏⯑✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘",
            "🕙🕚🕛⮰⮱⮲⮳⮴⮵⮶⮷🙪🙫🙕🙔🙗",
            "🙖🙐🙑🙒🙓⌫⌦⮘➢⮙⮛⮈⮊⮉⮋←",
            "→↑↓↖↗↙↘←➔↑↓↖↗↙↘⇦",
            "⇨⇧⇩⇔⇕⬁⬀⬃▪▫🢭✗✓☒☑\0"
        ),
        ["Wingdings 2"] = Signs(
            " 🖊🖋🖌🖍✄✀🕾🕽🗅🗆🗇🗈🗉🗊🗋",
            "🗌🗍📋🗑🗔🖵🖶🖷🖸🖭🖯🖱🖒🖓🖘🖙",
            "🖚🖛👈👉🖜🖝🖞🖟🖠🖡👆👇🖢🖣🖑✗",
            "✓☒☑☒☒⮾⮿🛇⦸🙱🙴🙲🙳‽🙹🙺",
            "🙻🙦🙤🙥🙧🙚🙘🙙🙛⓪①②③④⑤⑥",
            "⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿\0",
            "☉🌕☽☾⸿✝🕇🕜🕝🕞🕟🕠🕡🕢🕣🕤",
            "🕥🕦🕧🙨🙩⋅🞄⦁●○🞅🞇🞉⊙⦿🞌",
            "🞍◾■□🞑🞒🞓🞔▣🞕🞖🞗🞘⬩◆◇",
            "🞚◈🞛🞜🞝🞞⬪⬧◊🞠◖◗⯊⯋⯀⯁",
            "⬟⯂⬣⬢⯃⯄🞡🞢🞣🞤🞥🞦🞧🞨🞩🞪",
            "🞫🞬🞭🞮🞯🞰🞱🞲🞳🞴🞵🞶🞷🞸🞹🞺",
            "🞻🞼🞽🞾🞿🟀🟂🟄🟆🟉🟊✶🟌🟎🟐🟒",
            "✹🟃🟇✯🟍🟔⯌⯍※⁂\0\0\0\0\0\0"
        ),
        ["Wingdings 3"] = Signs(
            " ⭠⭢⭡⭣⭦⭧⭩⭨⭰⭲⭱⭳⭶⭸⭻",
            "⭽⭤⭥⭪⭬⭫⭭⭍⮠⮡⮢⮣⮤⮥⮦⮧",
            "⮐⮑⮒⮓⮀⮃⭾⭿⮄⮆⮅⮇⮏⮍⮎⮌",
            "⭮⭯⎋⌤⌃⌥␣⍽⇪⮸🢠🢡🢢🢣🢤🢥",
            "🢦🢧🢨🢩🢪🢫🡐🡒🡑🡓🡔🡕🡗🡖🡘🡙",
            "▲▼△▽◀▶◁▷◣◢◤◥🞀🞂🞁\0",
            "🞃⯅⯆⯇⯈⮜⮞⮝⮟🠐🠒🠑🠓🠔🠖🠕",
            "🠗🠘🠚🠙🠛🠜🠞🠝🠟🠀🠂🠁🠃🠄🠆🠅",
            "🠇🠈🠊🠉🠋🠠🠢🠤🠦🠨🠪🠬🢜🢝🢞🢟",
            "🠮🠰🠲🠴🠶🠸🠺🠹🠻🢘🢚🢙🢛🠼🠾🠽",
            "🠿🡀🡂🡁🡃🡄🡆🡅🡇⮨⮩⮪⮫⮬⮭⮮",
            "⮯🡠🡢🡡🡣🡤🡥🡧🡦🡰🡲🡱🡳🡴🡵🡷",
            "🡶🢀🢂🢁🢃🢄🢅🢇🢆🢐🢒🢑🢓🢔🢖🢕",
            "🢗\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
        ),
        ["Webdings"] = Signs(
            " 🕷🕸🕲🕶🏆🎖🖇🗨🗩🗰🗱🌶🎗🙾🙼",
            "🗕🗖🗗⏴⏵⏶⏷⏪⏩⏮⏭⏸⏹⏺🗚🗳",
            "🛠🏗🏘🏙🏚🏜🏭🏛🏠🏖🏝🛣🔍🏔👁👂",
            "🏞🏕🛤🏟🛳🕬🕫🕨🔈🎔🎕🗬🙽🗭🗪🗫",
            "⮔✓🚲□🛡📦🛱■🚑🛈🛩🛰🟈🕴●🛥",
            "🚔🗘🗙❓🛲🚇🚍⛳⦸⊖🚭🗮⏐🗯🗲\0",
            "🚹🚺🛉🛊🚼👽🏋⛷🏂🏌🏊🏄🏍🏎🚘🗠",
            "🛢💰🏷💳👪🗡🗢🗣✯🖄🖅🖃🖆🖹🖺🖻",
            "🕵🕰🖽🖾📋🗒🗓🕮📚🗞🗟🗃🗂🖼🎭🎜",
            "🎘🎙🎧💿🎞📷🎟🎬📽📹📾📻🎚🎛📺💻",
            "🖥🖦🖧🕹🎮🕻🕼📟🖁🖀🖨🖩🖿🖪🗜🔒",
            "🔓🗝📥📤🕳🌣🌤🌥🌦☁🌨🌧🌩🌪🌬🌫",
            "🌜🌡🛋🛏🍽🍸🛎🛍Ⓟ♿🛆🖈🎓🗤🗥🗦",
            "🗧🛪🐿🐦🐟🐕🐈🙬🙮🙭🙯🗺🌍🌏🌎🕊"
        ),
    };

    static Rune[] Signs(params string[] lines) => [.. string.Concat(lines).EnumerateRunes()];

    /// <summary>True for a font whose letters are signs.</summary>
    public static bool IsOne(string? name) => name is not null && Fonts.ContainsKey(name.Trim());

    /// <summary>The sign that a font shows for a code, as a file writes it; null for one that Unicode lacks or that nobody knows.</summary>
    /// <param name="code">Hexadecimal.</param>
    public static string? ToUnicode(string? font, string? code) =>
        int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number)
            ? ToUnicode(font, number)
            : null;

    public static string? ToUnicode(string? font, int code)
    {
        if (font is not null && Fonts.TryGetValue(font.Trim(), out var signs))
        {
            // The high byte is the private use area's, or nothing.
            var at = (code & 0xFF) - FirstCode;
            return at >= 0 && at < signs.Length && signs[at].Value != 0 ? signs[at].ToString() : null;
        }
        return code is >= FirstCode and < 0xD800 ? ((char)code).ToString() : null;
    }

    /// <summary>A text as a symbol font shows it: Latin letters become signs, Chinese ones stand in another font.</summary>
    /// <param name="font">Null for one whose letters are letters: then only codes that it cannot have are unknown.</param>
    /// <param name="unknown">Signs that Unicode lacks: they are left out.</param>
    public static string ToUnicode(string? font, string text, out int unknown)
    {
        unknown = 0;
        var signs = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var isCode = (font is not null && letter is > ' ' and <= '\u00FF') || IsPrivate(letter);
            if (!isCode)
                signs.Append(letter);
            else if (ToUnicode(font, (int)letter) is { } sign)
                signs.Append(sign);
            else
                unknown++;
        }
        return signs.ToString();
    }

    /// <summary>True for a code that means something in a symbol font alone.</summary>
    public static bool IsPrivate(char letter) => letter is >= (char)PrivateUse and <= (char)(PrivateUse + 0xFF);
}
