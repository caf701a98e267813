using System.Buffers;
using System.Text.RegularExpressions;
using WorkReports.Content.Problems;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace WorkReports.Content.FrontMatter;

/// <summary>YAML as editors write it: mistakes are recognised by what the line looks like, since a parser only says what it expected.</summary>
static partial class YamlText
{
    static readonly SearchValues<char> OddSpaces = SearchValues.Create(
        "\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000"
    );

    const int BlockLengthLimit = 64 * 1024;

    /// <summary>The values of a whole file; null, with the reason in the list, when it is no mapping.</summary>
    public static YamlFields? ReadFields(string yaml, IReadOnlyList<YamlKey> keys, ProblemList problems) =>
        Read(yaml, 0, problems) is { } mapping ? YamlFields.Read(mapping, keys, problems) : null;

    /// <summary>The mapping of a block; null, with the reason in the list, when it is none. An empty block is an empty mapping.</summary>
    /// <param name="offset">Lines of the file before the block.</param>
    public static YamlMappingNode? Read(string yaml, int offset, ProblemList problems)
    {
        if (yaml.Length > BlockLengthLimit)
        {
            problems.Error(offset + 1, "yaml-long", "文件头太长（超过 64 KB）。正文请写在第二行“---”之后。");
            return null;
        }
        yaml = WithPlainSpaces(yaml);
        try
        {
            var stream = new YamlStream();
            stream.Load(new RestrictedYaml(new Parser(new StringReader(yaml))));
            if (stream.Documents.Count == 0)
                return [];
            if (stream.Documents[0].RootNode is YamlMappingNode mapping)
                return mapping;
            if (stream.Documents[0].RootNode is YamlScalarNode { Value: null or "" })
                return [];
            ReportMistake(yaml, offset, offset + 1, problems);
            return null;
        }
        catch (UnsupportedYamlException unsupported)
        {
            problems.Error(
                offset + (int)unsupported.Start.Line,
                "yaml-fancy",
                $"这里用了 & 或 * 的写法，或者嵌套超过 {RestrictedYaml.AllowedLevels} 层，本站不支持。以 & 或 * 开头的文字请用英文引号括起来。"
            );
            return null;
        }
        // On some broken flow sequences YamlDotNet throws exceptions that its documentation does not name.
        catch (Exception exception) when (exception is YamlException or InvalidOperationException or ArgumentException)
        {
            ReportMistake(
                yaml,
                offset,
                offset + ((exception as YamlException)?.Start.Line is { } line and > 0 ? (int)line : 1),
                problems
            );
            return null;
        }
    }

    /// <summary>Whoever writes Chinese has typed a wide space before he knows: behind a colon or hyphen it is one.</summary>
    static string WithPlainSpaces(string yaml) =>
        yaml.AsSpan().ContainsAny(OddSpaces)
            ? OddSpacing()
                .Replace(yaml, match =>
                    string.Concat(match.Value.Select(letter => OddSpaces.Contains(letter) ? ' ' : letter))
                )
            : yaml;

    static void ReportMistake(string yaml, int offset, int lineOfFault, ProblemList problems)
    {
        var lines = yaml.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (FindMistake(lines[i]) is not { } mistake)
                continue;
            problems.Error(
                new Place(offset + i + 1, mistake.At.Index + 1, mistake.At.Length),
                mistake.Code,
                mistake.Message
            );
            return;
        }
        if (DuplicateKey(lines) is { Line: > 0 } duplicate)
            problems.Error(offset + duplicate.Line, "key-twice", $"“{duplicate.Name}”写了两次。请只留一处。");
        else
            problems.Error(
                lineOfFault,
                "yaml-syntax",
                "这一行（或它的上一行）写法不对。每行应当是“名称: 内容”；内容里有冒号、引号、#、[ 或 { 时，整个内容用英文引号括起来。"
            );
    }

    /// <summary>The line, counted from 1, on which a key stands for the second time.</summary>
    static (int Line, string Name) DuplicateKey(string[] lines) =>
        lines
            .Select((line, index) => (Line: index + 1, Name: LineKey().Match(line).Groups[1].Value))
            .Where(key => key.Name.Length > 0)
            .GroupBy(key => key.Name)
            .SelectMany(same => same.Skip(1))
            .FirstOrDefault((Line: 0, Name: ""));

    /// <summary>What is wrong with a line, and the part of it that is.</summary>
    static (string Code, string Message, Capture At)? FindMistake(string line) =>
        FullWidthColon().Match(line) is { Success: true } wide
            ? (
                "colon-full-width",
                $"“{wide.Groups[1].Value}”后面的冒号是全角的。请改成半角冒号加一个空格：{wide.Groups[1].Value}: 内容。",
                wide.Groups["at"]
            )
        : MissingSpace().Match(line) is { Success: true } tight
            ? (
                "colon-no-space",
                $"冒号后面要空一格：{tight.Groups[1].Value}: {tight.Groups[2].Value}。",
                tight.Groups["at"]
            )
        : Tab().Match(line) is { Success: true } tab ? ("tab", "行首不能用 Tab 键缩进。请改成空格。", tab.Groups["at"])
        : ColonInValue().Match(line) is { Success: true } twice
            ? (
                "colon-in-value",
                $"内容里有冒号，请把整个内容用英文引号括起来：{twice.Groups[1].Value}: \"{twice.Groups[2].Value.Trim()}\"。",
                twice.Groups[2]
            )
        : QuoteInValue().Match(line) is { Success: true } quoted
            ? (
                "quote-in-value",
                $"内容以英文引号开头，后面却还有字。请在整个内容的外面再加一对英文单引号：{quoted.Groups[1].Value}: '{quoted.Groups["at"].Value.Trim()}'；或者改用中文引号：{quoted.Groups[1].Value}: {ChineseQuotes(quoted.Groups["at"].Value.Trim())}。",
                quoted.Groups["at"]
            )
        : null;

    static string ChineseQuotes(string value) => QuotedPart().Replace(value, "“$1”");

    [GeneratedRegex("""["']([^"']*)["']""")]
    private static partial Regex QuotedPart();

    [GeneratedRegex("""^(?>\s*)([\w\-]{1,20}):(?>\s+)(?<at>(?:"[^"]*"|'[^']*')[^\S\n]*[^\s#].*)$""")]
    private static partial Regex QuoteInValue();

    [GeneratedRegex(
        @"^[ \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]*(?:-[ \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+|[\w\-]{1,20}[ \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]*:[ \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]*)",
        RegexOptions.Multiline
    )]
    private static partial Regex OddSpacing();

    [GeneratedRegex(@"^((?>[\w\-]+))(?>\s*):(?=\s|$)")]
    private static partial Regex LineKey();

    [GeneratedRegex(@"^(?>\s*)(?>-?)(?>\s*)([\w\-]{1,20})(?>\s*)(?<at>：)")]
    private static partial Regex FullWidthColon();

    [GeneratedRegex(@"^(?>\s*)([\w\-]{1,20})(?<at>:)([^\s:/].*)$")]
    private static partial Regex MissingSpace();

    [GeneratedRegex("^ *(?<at>\t)")]
    private static partial Regex Tab();

    [GeneratedRegex(@"^(?>\s*)([\w\-]{1,20}):(?>\s+)([^""'\[{|>].*:\s.*)$")]
    private static partial Regex ColonInValue();
}
