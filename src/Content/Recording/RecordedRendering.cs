using WorkReports.Content.Problems;
using WorkReports.Content.Rendering;

namespace WorkReports.Content.Recording;

/// <summary>
/// Renders versions from the record alone. Neither the content folder nor any rule of <c>check</c> is asked: what was published
/// stands, whatever a later build would say of it.
/// </summary>
static class RecordedRendering
{
    static readonly SiteProfile NoProfile = new();

    /// <param name="path">The file that it was read from.</param>
    public static Report Report(string path, byte[] bytes, ReportReading reading)
    {
        var text = TextOf(path, bytes);
        var body = Render(path, text, reading.BodyStart, reading.Against, reading.Title is not null, PillarNamedIn);
        return reading.Compose(path, text, body);

        NamedPillar? PillarNamedIn(string heading) =>
            reading.Headings.TryGetValue(heading, out var named) ? named[0] : null;
    }

    /// <summary>As the index holds a report: it knows of which version it was made.</summary>
    public static Report Report(string path, (string Hash, byte[] Bytes) text, (string Hash, byte[] Bytes) reading) =>
        Report(path, text.Bytes, RecordedVersion.ReadingOf<ReportReading>(reading.Bytes)) with
        {
            Hash = text.Hash,
            Reading = reading.Hash,
        };

    public static Pillar Pillar(string path, byte[] bytes, PillarReading reading) =>
        reading.Compose(Render(path, TextOf(path, bytes), reading.BodyStart, reading.Against, true, _ => null));

    static RenderedBody Render(
        string path,
        string text,
        int bodyStart,
        ReadAgainst against,
        bool isTitled,
        Func<string, NamedPillar?> pillarNamedIn
    ) =>
        new MarkdownRenderer(new RecordedLinkResolver(against), NoProfile, isRecorded: true).Render(
            text[Math.Min(bodyStart, text.Length)..],
            path,
            0,
            Ignored(path),
            isTitled,
            pillarNamedIn
        );

    static string TextOf(string path, byte[] bytes) => TextDecoder.Decode(bytes, Ignored(path)) ?? "";

    /// <summary>The editor was told when it was published.</summary>
    static ProblemList Ignored(string path) => new(path);
}
