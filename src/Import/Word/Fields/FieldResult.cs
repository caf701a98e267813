using System.Globalization;
using DocumentFormat.OpenXml;
using WorkReports.Import.Model;
using WorkReports.Import.Word.SymbolFonts;

namespace WorkReports.Import.Word.Fields;

/// <summary>What Word shows for a field whose result the file lacks: it is worked out from the instruction.</summary>
/// <param name="Pieces">Null for what only Word can tell.</param>
/// <param name="Readings">Pinyin that is not among the pieces.</param>
/// <param name="HasBrackets">True where a frame around a character became brackets.</param>
readonly record struct FieldResult(IReadOnlyList<TextRun>? Pieces, string Readings = "", bool HasBrackets = false)
{
    const string Checked = "☑";
    const string Unchecked = "☐";

    /// <param name="form">The data of a form field; null for any other.</param>
    public static FieldResult Of(FieldCode code, OpenXmlElement? form, FieldCounters counters)
    {
        if (code.Name == "EQ")
        {
            var equation = EquationField.Read(code.Text);
            return new FieldResult(equation.Pieces, equation.Readings, equation.HasBrackets);
        }
        var text = code.Name switch
        {
            "SYMBOL" => Symbol(code),
            "FORMCHECKBOX" => IsChecked(form) ? Checked : Unchecked,
            "FORMDROPDOWN" => Chosen(form),
            "FORMTEXT" => Value(form, "default") ?? "",
            "MACROBUTTON" or "GOTOBUTTON" => code.TextBehind(1),
            "QUOTE" => string.Join(" ", code.Arguments),
            "LISTNUM" => counters.NextOfList(code),
            "AUTONUM" or "AUTONUMLGL" or "AUTONUMOUT" => counters.NextAutomatic(code),
            var name => FieldKinds.IsSilent(name) || FieldKinds.Loss(name) is not null ? "" : null,
        };
        return new FieldResult(
            text is null ? null
            : text.Length == 0 ? []
            : [new TextRun(text)]
        );
    }

    static string? Symbol(FieldCode code)
    {
        if (code.Arguments is not [var written, ..])
            return null;
        var isHexadecimal = written.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        var isNumber = int.TryParse(
            isHexadecimal ? written[2..] : written,
            isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        );
        if (!isNumber && written is not [_])
            return null;
        var font = code.Switches.GetValueOrDefault("f");
        // Of a double-byte code page only Word knows which.
        return code.Switches.ContainsKey("j") ? null : SymbolFont.ToUnicode(font, isNumber ? number : written[0]);
    }

    static bool IsChecked(OpenXmlElement? form) =>
        (Find(form, "checked") ?? Find(form, "default")) is { } state
        && Attribute(state) is not ("0" or "false" or "off");

    static string? Chosen(OpenXmlElement? form)
    {
        if (form is null)
            return null;
        var entries = form.Descendants().Where(entry => entry.LocalName == "listEntry").Select(Attribute).ToList();
        var at = int.TryParse(
            Value(form, "result") ?? Value(form, "default"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var chosen
        )
            ? chosen
            : 0;
        return entries.ElementAtOrDefault(at);
    }

    static OpenXmlElement? Find(OpenXmlElement? form, string name) =>
        form?.Descendants().FirstOrDefault(element => element.LocalName == name);

    static string? Value(OpenXmlElement? form, string name) => Find(form, name) is { } found ? Attribute(found) : null;

    static string? Attribute(OpenXmlElement element) =>
        element.GetAttributes().FirstOrDefault(attribute => attribute.LocalName == "val").Value;
}
