using System.Buffers;
using System.Globalization;
using System.Text;

namespace WorkReports.Content.Inspection;

/// <summary>Reads the names of a PDF file (ISO 32000, 7.3.5), and notes those of actions. Streams are passed over: by chance their bytes look like anything.</summary>
sealed class PdfNames
{
    /// <summary>What is read behind a name to judge it.</summary>
    const int Lookahead = 256;

    static readonly Dictionary<string, string> Marks = new(StringComparer.Ordinal)
    {
        ["JavaScript"] = "脚本",
        ["JS"] = "脚本",
        ["Launch"] = "启动别的程序的动作",
        ["AA"] = "自动执行的动作",
        ["EmbeddedFile"] = "夹带的文件",
        ["EmbeddedFiles"] = "夹带的文件",
        ["RichMedia"] = "夹带的媒体",
        ["SubmitForm"] = "往外发送表单的动作",
        ["ImportData"] = "读入别的文件的动作",
        ["XFA"] = "XFA 表单",
    };

    static readonly SearchValues<byte> NameEnds = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);

    readonly List<string> found = [];
    bool isInStream;

    public IReadOnlyList<string> Found => found;

    /// <returns>How much of the window is done with.</returns>
    public int Read(ReadOnlySpan<byte> window, bool isLast)
    {
        var end = isLast ? window.Length : window.Length - Lookahead;
        var at = 0;
        while (at < end)
        {
            var rest = window[at..];
            var step = isInStream ? rest.IndexOf("endstream"u8) : rest.IndexOfAny((byte)'/', (byte)'s');
            if (step < 0 || at + step >= end)
                break;
            var token = rest[step..];
            if (isInStream)
                isInStream = false;
            else if (token[0] == '/')
                Note(token[1..]);
            else
                isInStream = token.StartsWith("stream\n"u8) || token.StartsWith("stream\r"u8);
            at +=
                step
                + (
                    isInStream ? "stream".Length
                    : token.StartsWith("endstream"u8) ? "endstream".Length
                    : 1
                );
        }
        return Math.Max(at, end);
    }

    void Note(ReadOnlySpan<byte> text)
    {
        var name = NameAt(text);
        var mark = name == "OpenAction" && ActsAtOpening(text) ? "自动执行的动作" : Marks.GetValueOrDefault(name);
        if (mark is not null && !found.Contains(mark))
            found.Add(mark);
    }

    /// <summary>To open a file at a page is what most of them do.</summary>
    static bool ActsAtOpening(ReadOnlySpan<byte> text)
    {
        var action = text["OpenAction".Length..].TrimStart(" \t\r\n"u8);
        if (!action.StartsWith("<<"u8))
            return false;
        action = action[..Math.Min(action.Length, Lookahead)];
        var kind = action.IndexOf("/S"u8);
        return kind >= 0 && NameAt(action[(kind + 2)..].TrimStart(" \t\r\n/"u8)) != "GoTo";
    }

    /// <summary>A character may be written by its number: <c>#4A</c>.</summary>
    static string NameAt(ReadOnlySpan<byte> text)
    {
        const int LongestName = 127;
        var end = text[..Math.Min(text.Length, LongestName)].IndexOfAny(NameEnds);
        var name = Encoding.Latin1.GetString(end < 0 ? text[..Math.Min(text.Length, LongestName)] : text[..end]);
        if (!name.Contains('#'))
            return name;
        var plain = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (
                name[i] == '#'
                && name.Length > i + 2
                && byte.TryParse(name.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, null, out var code)
            )
            {
                plain.Append((char)code);
                i += 2;
            }
            else
                plain.Append(name[i]);
        }
        return plain.ToString();
    }
}
