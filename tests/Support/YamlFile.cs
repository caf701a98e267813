using YamlDotNet.RepresentationModel;

namespace WorkReports.Tests.Support;

/// <summary>A YAML file of the repository, looked into by keys.</summary>
public static class YamlFile
{
    static readonly YamlScalarNode Merge = new("<<");

    public static IReadOnlyList<YamlNode> Documents(string file)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Repository.Read(file.Split('/'))));
        return [.. yaml.Documents.Select(document => document.RootNode)];
    }

    /// <summary>Null where a key leads nowhere. What is merged in (<c>&lt;&lt;</c>) counts where a map has no such key itself.</summary>
    public static YamlNode? Find(this YamlNode node, params string[] keys) =>
        keys.Aggregate<string, YamlNode?>(node, (inner, key) => inner is YamlMappingNode map ? Value(map, key) : null);

    public static string Text(this YamlNode node, params string[] keys) => node.Find(keys)?.ToString() ?? "";

    public static IReadOnlyList<YamlNode> Items(this YamlNode node, params string[] keys) =>
        node.Find(keys) is YamlSequenceNode list ? [.. list] : [];

    public static IReadOnlyList<string> Texts(this YamlNode node, params string[] keys) =>
        [.. node.Items(keys).Select(item => item.ToString())];

    public static Dictionary<string, string> Map(this YamlNode node, params string[] keys) =>
        node.Find(keys) is YamlMappingNode map
            ? map.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value.ToString())
            : [];

    static YamlNode? Value(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value
        : map.Children.TryGetValue(Merge, out var merged) && merged is YamlMappingNode other ? Value(other, key)
        : null;
}
