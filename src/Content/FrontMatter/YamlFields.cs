using System.Text;
using WorkReports.Content.Problems;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace WorkReports.Content.FrontMatter;

/// <summary>The values of one YAML mapping, read against a closed list of keys. What does not fit is reported, with its line.</summary>
sealed partial class YamlFields
{
    static readonly char[] WordSeparators = ['，', '、', ',', ';', '；'];

    readonly Dictionary<YamlKey, (YamlNode Node, Place At)> values = [];
    readonly ProblemList problems;
    readonly int lineOffset;

    YamlFields(ProblemList problems, int lineOffset) => (this.problems, this.lineOffset) = (problems, lineOffset);

    /// <param name="lineOffset">Lines of the file before the block.</param>
    /// <param name="foreign">Keys of other programs' files, each with what to write here instead: ignored with a warning.</param>
    public static YamlFields Read(
        YamlMappingNode mapping,
        IReadOnlyList<YamlKey> keys,
        ProblemList problems,
        int lineOffset = 0,
        IReadOnlyDictionary<string, string>? foreign = null
    )
    {
        var fields = new YamlFields(problems, lineOffset);
        foreach (var (name, value) in mapping.Children)
        {
            var text = TextOf(name).Normalize(NormalizationForm.FormKC);
            var at = fields.PlaceOf(name);
            if (keys.FirstOrDefault(key => key.Matches(text)) is { } known)
                fields.Add(known, value, at);
            else if (foreign is not null && foreign.TryGetValue(text.ToLowerInvariant(), out var instead))
                problems.Warn(at, "key-foreign", $"本站不用“{text}”这一项，已忽略。{instead}");
            else
                problems.Error(at, "key-unknown", UnknownKeyMessage(text, keys));
        }
        return fields;
    }

    public bool Has(YamlKey key) => values.ContainsKey(key);

    /// <summary>Where a key's value stands, or the key where the value begins below it; line 1 when it is not there.</summary>
    public Place At(YamlKey key) =>
        !values.TryGetValue(key, out var value) ? 1
        : value.Node is YamlScalarNode && PlaceOf(value.Node) is { Length: > 0 } place && place.Line == value.At.Line
            ? place
        : value.At;

    /// <summary>Where one text of a key's list stands.</summary>
    public Place At(YamlKey key, string text) =>
        values.TryGetValue(key, out var value)
        && value.Node is YamlSequenceNode list
        && list.Children.FirstOrDefault(item => TextOf(item).Contains(text)) is { } found
            ? PlaceOf(found)
            : At(key);

    /// <summary>The lines that some keys' values take.</summary>
    public IReadOnlySet<int> LinesOf(params IEnumerable<YamlKey> keys) =>
        keys.Where(Has)
            .SelectMany(key =>
                Enumerable.Range(
                    values[key].At.Line,
                    Math.Max(1, LastLineOf(values[key].Node) - values[key].At.Line + 1)
                )
            )
            .ToHashSet();

    /// <summary>The text of a key; null when it is missing, empty or of another type.</summary>
    public string? Text(YamlKey key) => WrittenText(key) is { } text ? BidiText.Isolated(text) : null;

    /// <summary>As it is written: a name of a file must not change.</summary>
    string? WrittenText(YamlKey key)
    {
        if (!values.TryGetValue(key, out var value))
            return null;
        if (value.Node is not YamlScalarNode scalar)
        {
            problems.Error(
                value.At,
                "type-text",
                $"{key} 应当是一句文字，现在写成了列表或多项。请写成“{key.Chinese}: 文字”，文字里有冒号时用英文引号括起来。"
            );
            return null;
        }
        return TextOf(scalar) is { Length: > 0 } text ? text : null;
    }

    public bool Flag(YamlKey key)
    {
        if (Text(key) is not { } text)
            return false;
        if (ParseYesOrNo(text) is { } flag)
            return flag;
        problems.Error(At(key), "type-flag", $"{key} 只能写“是”或“否”（true 或 false），现在写的是“{text}”。");
        return false;
    }

    public int? Number(YamlKey key)
    {
        if (Text(key) is not { } text)
            return null;
        if (int.TryParse(text.Normalize(NormalizationForm.FormKC), out var number))
            return number;
        problems.Error(At(key), "type-number", $"{key} 应当是一个整数，现在写的是“{text}”。");
        return null;
    }

    public DateTimeOffset? Moment(YamlKey key)
    {
        if (Text(key) is not { } text)
            return null;
        var moment = ContentDate.Read(text, out var fault);
        if (fault is not null)
            problems.Error(At(key), "date-impossible", $"{key} {fault}");
        return moment;
    }

    /// <summary>One text or a list of texts.</summary>
    public IReadOnlyList<string> Texts(YamlKey key)
    {
        if (!values.TryGetValue(key, out var value))
            return [];
        if (value.Node is not YamlSequenceNode list)
            return WrittenText(key) is { } text ? [text] : [];
        var texts = list.Children.OfType<YamlScalarNode>().Select(TextOf).Where(item => item.Length > 0).ToList();
        if (list.Children.Any(item => item is not YamlScalarNode))
            problems.Error(
                value.At,
                "type-list",
                $"{key} 的每一项应当是一句文字。请每行写一项，行首写“- ”；项里有冒号时用英文引号括起来。"
            );
        return texts;
    }

    /// <summary>Short words: a list, or one text with commas, full-width ones too, between the words.</summary>
    public IReadOnlyList<string> Words(YamlKey key) =>
        [
            .. Texts(key)
                .SelectMany(text =>
                    text.Split(WordSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                )
                .Select(BidiText.Isolated)
                .Distinct(),
        ];

    /// <summary>The mappings of a list, each against its own keys.</summary>
    public IReadOnlyList<YamlFields> Entries(YamlKey key, IReadOnlyList<YamlKey> keys)
    {
        if (!values.TryGetValue(key, out var value))
            return [];
        if (value.Node is YamlSequenceNode list && list.Children.All(item => item is YamlMappingNode))
            return [.. list.Children.Cast<YamlMappingNode>().Select(item => Read(item, keys, problems, lineOffset))];
        problems.Error(value.At, "type-entries", $"{key} 应当是一组条目，每个条目以“- ”开头，下面各行对齐。");
        return [];
    }

    /// <summary>Yes or no in the words that editors use; null for any other text.</summary>
    public static bool? ParseYesOrNo(string text) =>
        text.ToLowerInvariant() switch
        {
            "true" or "yes" or "是" or "对" or "1" => true,
            "false" or "no" or "否" or "不" or "0" => false,
            _ => null,
        };

    /// <summary>Empty for anything but a text, and for what YAML calls null.</summary>
    static string TextOf(YamlNode node) =>
        node is not YamlScalarNode { Value: { } value } scalar
        || (scalar.Style == ScalarStyle.Plain && value is "~" or "null" or "Null" or "NULL")
            ? ""
            : TextDecoder.WithoutControlCharacters(value).Trim();

    void Add(YamlKey key, YamlNode value, Place at)
    {
        if (!values.TryAdd(key, (value, at)))
            problems.Error(at, "key-twice", $"{key} 写了两次（中英文写法算同一项）。请只留一处。");
        // Escapes of YAML bring them along, too.
        foreach (var scalar in (value as YamlSequenceNode)?.Children.OfType<YamlScalarNode>() ?? [])
            WarnOfBidi(scalar);
        if (value is YamlScalarNode text)
            WarnOfBidi(text);
    }

    static string UnknownKeyMessage(string text, IReadOnlyList<YamlKey> keys)
    {
        var near = ClosestWord.Of(text, keys.SelectMany(key => new[] { key.English, key.Chinese }));
        return near is null
            ? $"没有“{text}”这一项。可以写的有：{string.Join("、", keys.Select(key => key.Chinese))}。"
            : $"没有“{text}”这一项，您是不是想写“{near}”？";
    }
}
