using WorkReports.Content.Problems;
using YamlDotNet.RepresentationModel;

namespace WorkReports.Content.FrontMatter;

/// <summary>Where in the file a value stands.</summary>
sealed partial class YamlFields
{
    void WarnOfBidi(YamlScalarNode scalar)
    {
        if (BidiText.IsIn(scalar.Value))
            BidiText.Warn(PlaceOf(scalar), problems);
    }

    /// <summary>A list ends with its last item: the parser notices its end a line later.</summary>
    int LastLineOf(YamlNode node) =>
        node is YamlSequenceNode { Children: [.., var last] } ? LastLineOf(last) : lineOffset + (int)node.End.Line;

    Place PlaceOf(YamlNode node) =>
        new(
            lineOffset + (int)node.Start.Line,
            (int)node.Start.Column,
            node.Start.Line == node.End.Line ? (int)(node.End.Column - node.Start.Column) : 0
        );
}
