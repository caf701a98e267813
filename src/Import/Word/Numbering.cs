using DocumentFormat.OpenXml.Packaging;
using WorkReports.Import.Model;
using WorkReports.Import.Word.Numbers;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Import.Word;

/// <summary>The numbers that Word shows before paragraphs: none is stored in the file, so they are counted as Word counts them.</summary>
sealed class Numbering(MainDocumentPart document, Formatting formatting, ImportNotes importNotes)
{
    /// <summary>A label is written before each of its paragraphs: a long one in all of them would be a report of labels.</summary>
    const int LabelLengthLimit = 255;

    readonly ListDefinitions lists = new(document.NumberingDefinitionsPart?.Numbering);
    readonly Dictionary<string, ListCounter> counters = [];
    readonly HashSet<(string List, int Level)> begun = [];

    /// <summary>The next number of a paragraph's list; null for a paragraph that is in none.</summary>
    public ListMarker? NextMarker(W.Paragraph paragraph)
    {
        if (formatting.ListOf(paragraph) is not var (id, level) || lists.Find(id) is not { } list)
            return null;
        var at = Math.Clamp(level ?? LevelOfStyle(paragraph, list), 0, ListLevel.Count - 1);
        if (!list.Levels.TryGetValue(at, out var own))
            return null;

        if (!counters.TryGetValue(list.Shared, out var counter))
            counters[list.Shared] = counter = new ListCounter();
        var isFirst = begun.Add((id, at));
        var number = counter.Advance(
            at,
            list,
            isFirst && list.StartOverrides.TryGetValue(at, out var start) ? start : null
        );
        if (own.IsBullet)
            return new ListMarker("", at, 0, IsBullet: true);
        var text = own.Label(other => NumberOf(other, own, counter, list));
        if (text.Trim().Length == 0)
            return null;
        if (text.Length > LabelLengthLimit)
        {
            importNotes.AddChange($"编号超过 {LabelLengthLimit} 个字，没有写出来");
            return null;
        }
        // After 一、 stands no space, after 1. stands one.
        var space = own.HasSuffix && (text[^1] < '\u2E80' || text[0] == '第') && text[^1] != ' ' ? " " : "";
        return new ListMarker(text + space, at, number, IsBullet: false);
    }

    /// <summary>A numbered style may name its list but no level; the list says which level is the style's.</summary>
    int LevelOfStyle(W.Paragraph paragraph, ListDefinition list) =>
        formatting.StyleIdsOf(paragraph).Select(list.LevelOfStyle).FirstOrDefault(level => level is not null) ?? 0;

    string NumberOf(int at, ListLevel own, ListCounter counter, ListDefinition list)
    {
        if (!list.Levels.TryGetValue(at, out var level))
            return "";
        // A bullet's own text among the numbers of other levels is none of its numbers.
        var format = own.IsLegal && level.Format is not "none" ? "decimal" : level.Format;
        var text = NumberFormat.Write(counter.Of(at, list), format, level.CustomFormat, out var isKnown);
        if (!isKnown)
            importNotes.AddChange($"编号的格式“{level.CustomFormat ?? format}”改用了阿拉伯数字，请核对");
        return text;
    }
}
