using WorkReports.Import.Model;

namespace WorkReports.Import.Word;

/// <summary>The number that Word sets before a paragraph, as text of the paragraph.</summary>
static class ListLabel
{
    /// <summary>What a Markdown list cannot say stands before the words, as if it had been typed.</summary>
    public static Paragraph Apply(Paragraph paragraph)
    {
        if (paragraph.Marker is not { IsOfMarkdown: false } marker)
            return paragraph;
        var first = paragraph.Inlines[0] as TextRun;
        var isSameLook = first is { Url: null } && (first.Format & ~InlineFormat.Bold) == InlineFormat.None;
        // A copy would keep the text without the label.
        return new Paragraph(
            isSameLook
                ? [first! with { Text = marker.Text + first.Text }, .. paragraph.Inlines.Skip(1)]
                : [new TextRun(marker.Text), .. paragraph.Inlines],
            paragraph.Format
        )
        {
            Marker = marker with { Text = "" },
            Location = paragraph.Location,
        };
    }
}
