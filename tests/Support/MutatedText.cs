using System.Text;

namespace WorkReports.Tests.Support;

/// <summary>Texts that began sound: cut, doubled, spliced, sprinkled with marks and with bytes that are no text.</summary>
public sealed class MutatedText(IReadOnlyList<string> sound, IReadOnlyList<string> marks, int seed)
{
    const int LengthLimit = 200_000;

    readonly Random random = new(seed);

    public byte[] Next()
    {
        var text = Pick(sound);
        for (var change = random.Next(1, 12); change > 0; change--)
        {
            text = Change(text);
            if (text.Length > LengthLimit)
                text = text[..LengthLimit];
        }
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var flip = random.Next(4) == 0 ? random.Next(1, 8) : 0; flip > 0 && bytes.Length > 0; flip--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    string Change(string text)
    {
        var (start, length) = Part(text);
        var part = text.Substring(start, length);
        return random.Next(7) switch
        {
            0 => text.Remove(start, length),
            1 => text.Insert(start, part),
            2 => text.Insert(start, SlowInput.Many(Pick(marks), random.Next(1, 200))),
            3 => text.Insert(start, Pick(marks)),
            4 => text.Insert(start, PartOf(Pick(sound))),
            5 => text.Replace(text.Length > 0 ? text[random.Next(text.Length)] : ' ', Pick(marks)[0]),
            _ => text.Remove(start, length) + part,
        };
    }

    string PartOf(string text)
    {
        var (start, length) = Part(text);
        return text.Substring(start, length);
    }

    (int Start, int Length) Part(string text)
    {
        var start = random.Next(text.Length + 1);
        return (start, random.Next(Math.Min(text.Length - start, 400) + 1));
    }

    string Pick(IReadOnlyList<string> some) => some[random.Next(some.Count)];
}
