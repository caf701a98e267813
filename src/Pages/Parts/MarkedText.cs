using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using WorkReports.Index.Search;

namespace WorkReports.Pages.Parts;

/// <summary>
/// A stretch of text as markup, with the words of a search marked. A page of hits has a hundred of them: too many for
/// partial pages.
/// </summary>
sealed class MarkedText(IReadOnlyList<HighlightedText> pieces) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var piece in pieces)
        {
            if (piece.IsMatch)
                writer.Write("<mark>");
            encoder.Encode(writer, piece.Text);
            if (piece.IsMatch)
                writer.Write("</mark>");
        }
    }
}
