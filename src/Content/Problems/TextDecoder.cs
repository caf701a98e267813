using System.Buffers;
using System.Text;

namespace WorkReports.Content.Problems;

/// <summary>
/// Bytes of a file to text, whatever program saved them: UTF-8 with or without a byte order mark, UTF-16 with one, else GB18030.
/// Never a replacement character: what cannot be read is an error.
/// </summary>
static class TextDecoder
{
    static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    static readonly Encoding Utf16LittleEndian = new UnicodeEncoding(false, true, throwOnInvalidBytes: true);
    static readonly Encoding Utf16BigEndian = new UnicodeEncoding(true, true, throwOnInvalidBytes: true);
    static readonly Encoding Gb18030;

    static readonly SearchValues<char> ControlCharacters = SearchValues.Create([
        .. Enumerable.Range(0, ' ').Select(code => (char)code).Where(IsUnwanted),
    ]);

    static TextDecoder()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Gb18030 = Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }

    /// <summary>The text with line feeds alone as line ends; null, with an error in the list, when it is no text.</summary>
    public static string? Decode(byte[] bytes, ProblemList problems)
    {
        var text = DecodeByMark(bytes) ?? Try(Utf8, bytes) ?? DecodeGb18030(bytes, problems);
        if (text is null || text.Contains('\0'))
        {
            problems.Error(
                1,
                "not-text",
                "这不是文本文件（可能是改了扩展名的 Word 或 WPS 文件）。请在编辑器里另存为“UTF-8 编码的纯文本”，扩展名为 .md。"
            );
            return null;
        }
        // A vertical tab is Word's line end inside a paragraph.
        text = text.Replace('\v', '\n').ReplaceLineEndings("\n");
        WarnOfControlCharacters(text, problems);
        text = WithoutControlCharacters(text);
        BidiText.WarnOfAll(text, problems);
        return text;
    }

    /// <summary>
    /// The text without control characters and what Unicode calls no character: nobody sees them, XML and search stumble over
    /// them. Escapes of YAML and HTML can bring them along, too.
    /// </summary>
    public static string WithoutControlCharacters(string text)
    {
        var span = text.AsSpan();
        return
            span.ContainsAny(ControlCharacters)
            || span.ContainsAnyInRange('\u007F', '\u009F')
            || span.Contains('\uFEFF')
            || span.ContainsAnyInRange('\uFFFE', '\uFFFF')
            ? string.Concat(text.Where(letter => !IsUnwanted(letter)))
            : text;
    }

    /// <summary>Reported at the first one. Byte order marks inside a text, which programs leave behind, are removed without a word.</summary>
    static void WarnOfControlCharacters(string text, ProblemList problems)
    {
        var count =
            text.AsSpan().ContainsAny(ControlCharacters) || text.AsSpan().ContainsAnyInRange('\u007F', '\u009F')
                ? text.Count(char.IsControl) - text.Count(letter => letter is '\t' or '\n')
                : 0;
        if (count == 0)
            return;
        var before = text[..text.IndexOf(text.First(letter => char.IsControl(letter) && letter is not ('\t' or '\n')))];
        var line = before[(before.LastIndexOf('\n') + 1)..];
        problems.Warn(
            new Place(before.Count(letter => letter == '\n') + 1, WithoutControlCharacters(line).Length + 1, 1),
            "char-control",
            $"这里有看不见的控制字符（全文共 {count} 个），已去掉。多半是从别的软件粘贴来的，请先粘贴到记事本，再复制到这里。"
        );
    }

    static bool IsUnwanted(char letter) =>
        (char.IsControl(letter) && letter is not ('\t' or '\n')) || letter is '\uFEFF' or '\uFFFE' or '\uFFFF';

    static string? DecodeByMark(byte[] bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Try(Utf8, bytes.AsSpan(3)),
            [0xFF, 0xFE, ..] => Try(Utf16LittleEndian, bytes.AsSpan(2)),
            [0xFE, 0xFF, ..] => Try(Utf16BigEndian, bytes.AsSpan(2)),
            _ => null,
        };

    static string? DecodeGb18030(byte[] bytes, ProblemList problems)
    {
        var text = Try(Gb18030, bytes);
        if (text is not null && !text.Contains('\0'))
            problems.Warn(
                1,
                "encoding-gbk",
                "文件是 GBK（ANSI）编码，已按 GB18030 读取。请另存为 UTF-8 编码，以免生僻字出错。"
            );
        return text;
    }

    static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
