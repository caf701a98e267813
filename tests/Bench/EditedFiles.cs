namespace WorkReports.Bench;

/// <summary>Files of a corpus that are edited, and put back as they were at the end.</summary>
sealed class EditedFiles(string folder) : IDisposable
{
    readonly string[] files =
    [
        .. Directory
            .EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "_index.md")
            .Order(StringComparer.Ordinal),
    ];
    readonly Dictionary<string, byte[]> originals = [];
    int edits;

    public IEnumerable<string> Choose(int count, Random random) =>
        random.GetItems(files, count * 2).Distinct().Take(count);

    /// <summary>Saves the file with one more paragraph.</summary>
    /// <returns>Words that no page held before.</returns>
    public string Edit(string file)
    {
        originals.TryAdd(file, File.ReadAllBytes(file));
        var words = $"第{++edits}次改动{Guid.NewGuid():n}";
        File.WriteAllText(file, File.ReadAllText(file) + $"\n{words}\n");
        return words;
    }

    public void Dispose()
    {
        foreach (var (file, bytes) in originals)
            File.WriteAllBytes(file, bytes);
    }
}
