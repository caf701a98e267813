using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace WorkReports.Content.FrontMatter;

/// <summary>Lets plain YAML pass: no anchors and aliases (a few lines of them can unfold to gigabytes), no deep nesting.</summary>
sealed class RestrictedYaml(IParser events) : IParser
{
    /// <summary>A list of mappings with lists in them, and the stream and document around it.</summary>
    const int NestingLimit = 10;

    int depth;

    public ParsingEvent? Current => events.Current;

    public bool MoveNext()
    {
        if (!events.MoveNext())
            return false;
        depth += Current!.NestingIncrease;
        if (depth > NestingLimit || Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            throw new UnsupportedYamlException(Current.Start, Current.End);
        return true;
    }
}

sealed class UnsupportedYamlException(Mark start, Mark end) : YamlException(start, end, "More than plain YAML.");
