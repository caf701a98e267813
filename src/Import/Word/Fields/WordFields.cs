using DocumentFormat.OpenXml;

namespace WorkReports.Import.Word.Fields;

/// <summary>The open fields at the reader's position: page numbers and tables of contents are omitted, the results of others stay.</summary>
sealed class WordFields
{
    readonly Stack<WordField> openFields = new();

    /// <summary>True where text is to be read. Each field knows this of those around it: thousands may be open.</summary>
    public bool IsVisible => !openFields.TryPeek(out var inner) || inner.IsVisible;

    /// <summary>The address of a link that is a field.</summary>
    public string? HyperlinkUrl => openFields.TryPeek(out var inner) ? inner.Url : null;

    public bool HasOpenField => openFields.Count > 0;

    /// <param name="form">The data of a form field; null for any other.</param>
    public void Begin(OpenXmlElement? form)
    {
        openFields.TryPeek(out var around);
        openFields.Push(new WordField(around, IsVisible, HyperlinkUrl, form));
    }

    /// <summary>Text where a field's instruction stands, be it its own or the result of a field in it.</summary>
    public void AddCode(string code)
    {
        if (!openFields.TryPeek(out var field))
            return;
        field.HasResult |= field.IsInResult && code.Length > 0;
        (field.IsInResult ? field.Owner : field)?.Code.Append(code);
    }

    /// <summary>The innermost field's result is more than nothing.</summary>
    public void AddResult()
    {
        if (openFields.TryPeek(out var field) && field.IsInResult)
            field.HasResult = true;
    }

    /// <summary>The field's code ends here, its result begins.</summary>
    /// <returns>What the report will lack with the result; null for one that stays, or that stands in what is lacking already.</returns>
    public string? Separate()
    {
        if (!openFields.TryPeek(out var field) || field.IsInResult)
            return null;
        field.IsInResult = true;
        var code = field.ReadCode();
        var loss = FieldKinds.Loss(code.Name);
        field.IsVisible = field.IsVisibleAround && loss is null;
        // What is told here is not told again at its end.
        field.HasResult = loss is not null;
        if (UrlOf(code) is { } url)
            field.Url = url;
        return field.IsVisibleAround ? loss : null;
    }

    /// <returns>The field that ended; null where none was open.</returns>
    public WordField? End()
    {
        if (openFields.TryPop(out var field) && field.HasResult)
            AddResult();
        return field;
    }

    /// <summary>Null for any other field, and for a link into the document.</summary>
    public static string? UrlOf(FieldCode code) =>
        code is { Name: "HYPERLINK", Arguments: [{ Length: > 0 } url, ..] }
            ? code.Switches.GetValueOrDefault("l") is { Length: > 0 } anchor && !url.Contains('#')
                ? $"{url}#{anchor}"
                : url
            : null;
}
