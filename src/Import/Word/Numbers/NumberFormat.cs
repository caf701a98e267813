using System.Globalization;

namespace WorkReports.Import.Word.Numbers;

/// <summary>The formats of numbers that Word has (ST_NumberFormat): 1, 一, 甲, ①, a.</summary>
static class NumberFormat
{
    /// <summary>Letters are doubled after the last one: aa, bb. Word's own lists end here.</summary>
    const int LetterRounds = 30;

    const string HeavenlyStems = "甲乙丙丁戊己庚辛壬癸";
    const string EarthlyBranches = "子丑寅卯辰巳午未申酉戌亥";
    const string RussianLetters = "абвгдежзиклмнопрстуфхцчшщыэюя";
    const string HebrewLetters = "אבגדהוזחטיכלמנסעפצקרשת";
    const string ArabicAlphabet = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
    const string ArabicAbjad = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
    const string ThaiLetters = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ";
    const string HindiVowels = "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह";
    const string HindiConsonants = "अआइईउऊऋऌऍऎएऐऑऒओऔ";
    const string Aiueo = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
    const string HalfAiueo = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";
    const string Iroha =
        "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン";
    const string HalfIroha = "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ";
    const string Ganada = "가나다라마바사아자차카타파하";
    const string Chosung = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ";
    const string ChicagoSigns = "*†‡§";

    static readonly string[] KoreanCounting = ["하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉", "열"];

    /// <param name="format">By its name in the file.</param>
    /// <param name="custom">The pattern of a format that is called <c>custom</c>: <c>001, 002, 003, ...</c></param>
    /// <param name="isKnown">False for a format that is written in plain digits here, and otherwise by Word.</param>
    public static string Write(int number, string? format, string? custom, out bool isKnown)
    {
        isKnown = true;
        var text = format switch
        {
            null or "decimal" or "decimalHalfWidth" => null,
            "none" or "bullet" => "",
            "custom" => Custom(number, custom),
            "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
            "numberInDash" => $"- {Digits(number)} -",
            "hex" => number.ToString("X", CultureInfo.InvariantCulture),
            "decimalFullWidth" or "decimalFullWidth2" => CountingNumerals.InDigits(number, "０１２３４５６７８９"),
            "hindiNumbers" => CountingNumerals.InDigits(number, "०१२३४५६७८९"),
            "thaiNumbers" => CountingNumerals.InDigits(number, "๐๑๒๓๔๕๖๗๘๙"),
            _ => Latin(number, format) ?? EastAsian(number, format) ?? Letters(number, format),
        };
        if (text is not null || format is null or "decimal" or "decimalHalfWidth")
            return text ?? Digits(number);
        // A sequence of signs that has come to its end goes on in digits, as in Word.
        isKnown = Finite.Contains(format);
        return Digits(number);
    }

    static readonly HashSet<string> Finite =
    [
        "decimalEnclosedCircle",
        "decimalEnclosedCircleChinese",
        "decimalEnclosedFullstop",
        "decimalEnclosedParen",
        "ideographEnclosedCircle",
        "ideographTraditional",
        "ideographZodiac",
        "ideographZodiacTraditional",
        "koreanLegal",
        "chicago",
        "lowerLetter",
        "upperLetter",
        "russianLower",
        "russianUpper",
        "hebrew2",
        "arabicAlpha",
        "arabicAbjad",
        "thaiLetters",
        "hindiVowels",
        "hindiConsonants",
        "aiueo",
        "aiueoFullWidth",
        "iroha",
        "irohaFullWidth",
        "ganada",
        "chosung",
    ];

    static string? Latin(int number, string format) =>
        format switch
        {
            "lowerRoman" => EnglishNumerals.Roman(number),
            "upperRoman" => EnglishNumerals.Roman(number).ToUpperInvariant(),
            "ordinal" => EnglishNumerals.Ordinal(number),
            "cardinalText" => EnglishNumerals.Cardinal(number),
            "ordinalText" => EnglishNumerals.OrdinalWord(number),
            "lowerLetter" => Repeated(number, "abcdefghijklmnopqrstuvwxyz"),
            "upperLetter" => Repeated(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
            "chicago" => Repeated(number, ChicagoSigns),
            _ => null,
        };

    static string? EastAsian(int number, string format) =>
        format switch
        {
            "chineseCounting" or "taiwaneseCounting" when number < 100 => CountingNumerals.Chinese.Of(number),
            "chineseCounting" => CountingNumerals.InDigits(number, CountingNumerals.ChineseDigits),
            "taiwaneseCounting" => CountingNumerals.InDigits(number, CountingNumerals.ChineseDigits),
            "chineseCountingThousand" => CountingNumerals.Chinese.Of(number),
            "taiwaneseCountingThousand" => CountingNumerals.Taiwanese.Of(number),
            "japaneseCounting" => CountingNumerals.Japanese.Of(number),
            "koreanCounting" => CountingNumerals.Korean.Of(number),
            "chineseLegalSimplified" => CountingNumerals.ChineseLegal.Of(number),
            "ideographLegalTraditional" => CountingNumerals.TaiwaneseLegal.Of(number),
            "japaneseLegal" => CountingNumerals.JapaneseLegal.Of(number),
            "ideographDigital" or "taiwaneseDigital" or "japaneseDigitalTenThousand" or "koreanDigital2" =>
                CountingNumerals.InDigits(number, CountingNumerals.ChineseDigits),
            "koreanDigital" => CountingNumerals.InDigits(number, CountingNumerals.Korean.Digits),
            "koreanLegal" when number is >= 1 and <= 10 => KoreanCounting[number - 1],
            "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => From('①', number, 20),
            "decimalEnclosedFullstop" => From('⒈', number, 20),
            "decimalEnclosedParen" => From('⑴', number, 20),
            "ideographEnclosedCircle" => From('㊀', number, 10),
            "ideographTraditional" when number is >= 1 and <= 10 => HeavenlyStems[number - 1].ToString(),
            "ideographZodiac" when number is >= 1 and <= 12 => EarthlyBranches[number - 1].ToString(),
            "ideographZodiacTraditional" when number is >= 1 and <= 60 =>
                $"{HeavenlyStems[(number - 1) % 10]}{EarthlyBranches[(number - 1) % 12]}",
            _ => null,
        };

    static string? Letters(int number, string format) =>
        format switch
        {
            "russianLower" => Repeated(number, RussianLetters),
            "russianUpper" => Repeated(number, RussianLetters)?.ToUpperInvariant(),
            "hebrew2" => Repeated(number, HebrewLetters),
            "arabicAlpha" => Repeated(number, ArabicAlphabet),
            "arabicAbjad" => Repeated(number, ArabicAbjad),
            "thaiLetters" => Repeated(number, ThaiLetters),
            "hindiVowels" => Repeated(number, HindiVowels),
            "hindiConsonants" => Repeated(number, HindiConsonants),
            "aiueo" => Once(number, HalfAiueo),
            "aiueoFullWidth" => Once(number, Aiueo),
            "iroha" => Once(number, HalfIroha),
            "irohaFullWidth" => Once(number, Iroha),
            "ganada" => Once(number, Ganada),
            "chosung" => Once(number, Chosung),
            _ => null,
        };

    static string? From(char first, int number, int last) =>
        number >= 1 && number <= last ? ((char)(first + number - 1)).ToString() : null;

    static string? Once(int number, string letters) =>
        number >= 1 && number <= letters.Length ? letters[number - 1].ToString() : null;

    /// <summary>Null beyond the last round: a number of thousands would be a word of hundreds of letters before each paragraph.</summary>
    static string? Repeated(int number, string letters) =>
        number >= 1 && number <= letters.Length * LetterRounds
            ? new string(letters[(number - 1) % letters.Length], (number - 1) / letters.Length + 1)
            : null;

    /// <summary>Of the patterns of Word 2010 and later: 01, 001, 0001.</summary>
    static string? Custom(int number, string? pattern) =>
        pattern?.Split(',')[0].Trim() is { Length: > 0 and <= 9 } first && first.All(char.IsAsciiDigit)
            ? number.ToString(new string('0', first.Length), CultureInfo.InvariantCulture)
            : null;

    static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
