using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace WorkReports.Content.FrontMatter;

/// <summary>YAML without anchors and aliases (a few lines of them can expand to gigabytes) and without deep nesting.</summary>
sealed class RestrictedYaml(IParser events) : IParser
{
    /// <summary>Enough for a list of mappings with lists in them, and for the stream and document around it.</summary>
    const int NestingLimit = AllowedLevels + 2;

    /// <summary>Of lists and mappings within each other, as an editor counts them.</summary>
    public const int AllowedLevels = 8;

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
