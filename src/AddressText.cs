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
    public static IEnumerable<string> Readings(string address)
    {
        if (!IsText(address))
            yield break;
        yield return address.Normalize();
        if (AsGbk(address) is { } text)
            yield return text;
    }

    /// <summary>Letters and their marks put together, as Windows and Linux write them; half a surrogate pair would make Normalize throw and is left as it is.</summary>
    public static string Composed(string text) => IsText(text) ? text.Normalize() : text;

    static bool IsText(string address)
    {
        for (var i = 0; i < address.Length; i++)
        {
            if (char.IsHighSurrogate(address[i]) && i + 1 < address.Length && char.IsLowSurrogate(address[i + 1]))
                i++;
            else if (char.IsSurrogate(address[i]))
                return false;
        }
        return true;
    }

    static string? AsGbk(string address)
    {
        if (!address.Contains('%'))
            return null;
        try
        {
            return Gbk.GetString(Bytes(address)).Normalize();
        }
        catch (ArgumentException)
        {
            // Of neither encoding.
            return null;
        }
    }

    /// <summary>The bytes as they came: what happened to be UTF-8 was decoded, and is encoded again.</summary>
    static byte[] Bytes(string address)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < address.Length; i++)
        {
            if (
                address[i] == '%'
                && i + 2 < address.Length
                && char.IsAsciiHexDigit(address[i + 1])
                && char.IsAsciiHexDigit(address[i + 2])
            )
            {
                bytes.Add(Convert.ToByte(address.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                var length = char.IsHighSurrogate(address[i]) ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(address.Substring(i, length)));
                i += length - 1;
            }
        }
        return [.. bytes];
    }
}
