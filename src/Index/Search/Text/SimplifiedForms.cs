using System.Text;

namespace WorkReports.Index.Search.Text;

/// <summary>Traditional forms of characters, each with the simplified one that it is searched as.</summary>
static class SimplifiedForms
{
    static readonly Dictionary<int, Rune> Forms = Read();

    /// <summary>For a character of the basic plane, whose simplified form is always one of it.</summary>
    public static char Of(char letter) => Forms.TryGetValue(letter, out var form) ? (char)form.Value : letter;

    public static Rune Of(Rune rune) => Forms.GetValueOrDefault(rune.Value, rune);

    static Dictionary<int, Rune> Read()
    {
        using var stream = typeof(SimplifiedForms).Assembly.GetManifestResourceStream("SimplifiedForms.txt")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        var runes = reader.ReadToEnd().EnumerateRunes().Where(rune => rune.Value != '\n').Chunk(2);
        return runes.ToDictionary(pair => pair[0].Value, pair => pair[1]);
    }
}
