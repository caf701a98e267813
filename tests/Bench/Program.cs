using WorkReports.Bench;

const string Help = """
    Measures the published program from outside, on a made-up corpus. Works in artifacts/bench, which may be deleted.

    usage: dotnet run -c Release --project tests/Bench -- publish|edits|share|check|search|serve|load|overload [options]

    publish          first publishing and restart: time until ready, peak memory, size of the index
      --hugo         build the same folder with Debian's hugo, too
    edits            how soon a saved file is visible, readers while a thousand are published, memory at rest
    share            two servers over one record in PostgreSQL: how soon each shows an edit, and the loss of the one that publishes
    check            how long it takes to tell every problem, and peak memory
    search           median and p95 of whole requests, by what is asked for
      --requests N   how many of each kind (400)
      --at-once N    how many at a time (4)
    serve            requests a second beside nginx with the same bytes in files; installs wrk and nginx where they are missing
    load             256 readers at full speed who look closely at every answer, while a thousand files are published
      --seconds N    for so long (60)
    overload         60 of the worst requests at a time beside 50 readers: p50, p99 and worst of readers and health, what was refused,
                     memory, threads, and how long it takes until nothing runs any more
      --seconds N    for so long (60)

    options of all
      --reports N    reports in the corpus (10000)
      --rounds N     how often everything is measured (3); search and load measure once
      --seed N       another corpus of the same size (1)
    """;

const string Folder = "artifacts/bench";

try
{
    var options = new Options(args);
    var (reports, rounds, seed) = (
        options.Number("--reports", 10_000),
        options.Number("--rounds", 3),
        options.Number("--seed", 1)
    );
    switch (options.Verb)
    {
        case "publish":
            await PublishBench.Run(Folder, reports, rounds, seed, options.Has("--hugo"), Console.Out);
            return 0;
        case "edits":
            await EditBench.Run(Folder, reports, rounds, seed, Console.Out);
            return 0;
        case "share":
            await ShareBench.Run(Folder, reports, rounds, seed, Console.Out);
            return 0;
        case "check":
            await CheckBench.Run(Folder, reports, rounds, seed, Console.Out);
            return 0;
        case "search":
            await SearchBench.Run(
                Folder,
                reports,
                seed,
                options.Number("--requests", 400),
                options.Number("--at-once", 4),
                Console.Out
            );
            return 0;
        case "serve":
            await ServeBench.Run(Folder, reports, rounds, seed, Console.Out);
            return 0;
        case "load":
            await LoadBench.Run(Folder, reports, seed, options.Number("--seconds", 60), Console.Out);
            return 0;
        case "overload":
            await OverloadBench.Run(Folder, reports, seed, options.Number("--seconds", 60), Console.Out);
            return 0;
        default:
            Console.WriteLine(Help);
            return options.Verb is "" or "help" or "--help" ? 0 : 2;
    }
}
catch (BenchException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
