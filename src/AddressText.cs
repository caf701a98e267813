using System.Text;

namespace WorkReports;

/// <summary>What browsers, old pages and copied links make of a Chinese address.</summary>
public static class AddressText
{
    static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030",
        EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback
    )!;

    /// <summary>
    /// How an address may have been meant, the likeliest first: its characters put together again; and, where the server
    /// could not decode it as UTF-8 and left it percent-encoded, as GBK.
    /// </summary>
    public static IEnumerable<string> Readings(string asked)
    {
        if (!IsText(asked))
            yield break;
        yield return asked.Normalize();
        if (AsGbk(asked) is { } text)
            yield return text;
    }

    /// <summary>Letters and their marks put together, as Windows and Linux write them; what is no text stays as it is.</summary>
    public static string Composed(string text) => IsText(text) ? text.Normalize() : text;

    static bool IsText(string asked)
    {
        for (var i = 0; i < asked.Length; i++)
        {
            if (char.IsHighSurrogate(asked[i]) && i + 1 < asked.Length && char.IsLowSurrogate(asked[i + 1]))
                i++;
            else if (char.IsSurrogate(asked[i]))
                return false;
        }
        return true;
    }

    static string? AsGbk(string asked)
    {
        if (!asked.Contains('%'))
            return null;
        try
        {
            return Gbk.GetString(Bytes(asked)).Normalize();
        }
        catch (ArgumentException)
        {
            // Of neither encoding.
            return null;
        }
    }

    /// <summary>The bytes as they came: what happened to be UTF-8 was decoded, and is encoded again.</summary>
    static byte[] Bytes(string asked)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < asked.Length; i++)
        {
            if (
                asked[i] == '%'
                && i + 2 < asked.Length
                && char.IsAsciiHexDigit(asked[i + 1])
                && char.IsAsciiHexDigit(asked[i + 2])
            )
            {
                bytes.Add(Convert.ToByte(asked.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                var length = char.IsHighSurrogate(asked[i]) ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(asked.Substring(i, length)));
                i += length - 1;
            }
        }
        return [.. bytes];
    }
}
