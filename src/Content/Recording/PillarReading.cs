using WorkReports.Content.Rendering;

namespace WorkReports.Content.Recording;

/// <summary>What a version of a pillar's file was read to: see <see cref="ReportReading"/>.</summary>
sealed record PillarReading
{
    public required string Folder { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public int Order { get; init; }
    public required string Seal { get; init; }
    public string Motto { get; init; } = "";
    public string? Type { get; init; }

    /// <summary>Where the Markdown begins in the decoded text, in UTF-16 units.</summary>
    public int BodyStart { get; init; }

    public ReadAgainst Against { get; init; } = ReadAgainst.Nothing;

    public Pillar Compose(RenderedBody body) =>
        new()
        {
            Folder = Folder,
            Slug = Slug,
            Title = Title,
            Order = Order,
            Seal = Seal,
            Motto = Motto,
            Type = Type,
            Html = body.Html,
            Text = body.Text,
            Files = [.. Against.Files.Select(file => file.Path)],
        };
}
