using WorkReports.Tests.Support;

namespace WorkReports.Bench;

/// <summary><c>load</c>: readers at full speed who look closely at every answer, while files are published.</summary>
static class LoadBench
{
    const int Connections = 256;
    const int Files = 1000;

    /// <summary>So many files are saved between two versions of the report by which readers tell editions apart.</summary>
    const int FilesPerVersion = 10;

    public static async Task Run(string folder, int reports, int seed, int seconds, TextWriter output)
    {
        var program = await PublishedProgram.Make(Path.Combine(folder, "app"));
        var corpus = Corpus.Of(folder, reports, seed);
        var data = Path.Combine(folder, "data-load");
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
        var marked = Path.Combine(corpus.Folder, "政治机关", CloseReaders.File);
        using var edited = new EditedFiles(corpus.Folder);
        try
        {
            await File.WriteAllTextAsync(marked, CloseReaders.Text(1));
            using var server = await ServerProcess.Start(
                program,
                corpus.Folder,
                data,
                Path.Combine(folder, "load.log")
            );
            var readers = new CloseReaders(new Uri(server.Url), Connections);
            var saving = Save(edited, marked, new Random(seed), TimeSpan.FromSeconds(seconds));
            var times = await readers.Read(saving);
            await Tell(times, await saving, readers, server, seconds, output);
            await server.Stop();
            await output.WriteLineAsync($"\n{corpus.Reports} reports, {Connections} connections; {Machine.Facts}");
            if (!readers.Faults.IsEmpty)
                throw new BenchException(string.Join('\n', readers.Faults.Take(10)));
        }
        finally
        {
            File.Delete(marked);
        }
    }

    /// <returns>The last version of the report.</returns>
    static async Task<int> Save(EditedFiles edited, string marked, Random random, TimeSpan time)
    {
        var version = 1;
        var files = edited.Choose(Files, random).ToList();
        using var pace = new PeriodicTimer(time / files.Count);
        foreach (var (index, file) in files.Index())
        {
            await pace.WaitForNextTickAsync();
            edited.Edit(file);
            if (index % FilesPerVersion == 0)
                await File.WriteAllTextAsync(marked, CloseReaders.Text(++version));
        }
        return version;
    }

    static async Task Tell(
        IReadOnlyList<float> times,
        int version,
        CloseReaders readers,
        ServerProcess server,
        int seconds,
        TextWriter output
    )
    {
        var sorted = times.Order().ToList();
        var table = new Table();
        table.Add("requests", sorted.Count);
        table.Add("failures", readers.Faults.Count);
        table.Add("requests/s", sorted.Count / (double)seconds);
        table.Add("p50, ms", sorted[sorted.Count / 2]);
        table.Add("p99, ms", sorted[sorted.Count * 99 / 100]);
        table.Add("worst, ms", sorted[^1]);
        table.Add("versions saved", version);
        table.Add("newest version seen", readers.Seen);
        table.Add("memory, MB", server.Memory);
        table.Add("peak memory, MB", server.Peak);
        table.Print(output);
        await output.FlushAsync();
    }
}
