using System.Text;
using DocumentFormat.OpenXml;

namespace WorkReports.Import.Word.Fields;

/// <summary>A field while it is read: its instruction, and what is known of its result.</summary>
/// <param name="around">The field that it stands in; null for none.</param>
/// <param name="form">The data of a form field; null for any other.</param>
sealed class WordField(WordField? around, bool isVisibleAround, string? urlAround, OpenXmlElement? form)
{
    const int DepthLimit = 20;

    readonly int depth = around is null ? 1 : around.depth + 1;

    public StringBuilder Code { get; } = new();
    public OpenXmlElement? Form { get; } = form;
    public bool IsVisibleAround { get; } = isVisibleAround;
    public bool IsInResult { get; set; }
    public bool IsVisible { get; set; }
    public bool HasResult { get; set; }
    public string? Url { get; set; } = urlAround;

    /// <summary>The field to whose instruction its result belongs; null for one that stands among text.</summary>
    public WordField? Owner { get; } = around is { IsInResult: true } ? around.Owner : around;

    /// <summary>
    /// True where its result becomes part of another instruction. Not of fields within fields within fields: each would read anew what
    /// all those in it say, and a file may hold thousands in each other.
    /// </summary>
    public bool BelongsToInstruction => Owner is not null && depth <= DepthLimit;

    public FieldCode ReadCode() => FieldCode.Read(Code.ToString());
}
