using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using WorkReports.Import.Word.Fields;
using V = DocumentFormat.OpenXml.Vml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace WorkReports.Import.Word;

/// <summary>Headers and footers: a website has none, so their words are told. Page numbers are not: nobody misses them.</summary>
static partial class PageMargins
{
    const int LineCountLimit = 10;
    const int LineLengthLimit = 60;

    /// <summary>The lines, each once.</summary>
    public static void NoteLosses(WordContext context)
    {
        var roots = context
            .Document.HeaderParts.Select(part => (OpenXmlPartRootElement?)part.Header)
            .Concat(context.Document.FooterParts.Select(part => part.Footer));
        var lines = roots
            .OfType<OpenXmlPartRootElement>()
            .SelectMany(root => root.Descendants<W.Paragraph>())
            .Select(LineOf)
            .Where(line => !PageNumber().IsMatch(line))
            .Distinct()
            .Take(LineCountLimit + 1)
            .ToList();
        foreach (var line in lines.Take(LineCountLimit))
            context.ImportNotes.AddLoss($"页眉、页脚里的文字“{Shortened(line)}”");
        if (lines.Count > LineCountLimit)
            context.ImportNotes.AddLoss("页眉、页脚里的其他文字");
    }

    /// <summary>The text of a paragraph without that of paragraphs within it: text boxes come by themselves.</summary>
    static string LineOf(W.Paragraph paragraph)
    {
        var line = new StringBuilder();
        var fields = new WordFields();
        foreach (var element in Outermost(paragraph))
        {
            switch (element)
            {
                case W.FieldChar { FieldCharType.InnerText: "begin" }:
                    fields.Begin(null);
                    break;
                case W.FieldChar { FieldCharType.InnerText: "separate" }:
                    fields.Separate();
                    break;
                case W.FieldChar:
                    fields.End();
                    break;
                case W.FieldCode code:
                    fields.AddCode(code.Text);
                    break;
                case W.Text text when fields.IsVisible && !IsPageNumber(text):
                    line.Append(text.Text);
                    break;
                case W.TabChar or W.Break:
                    line.Append(' ');
                    break;
                case V.TextPath { String.InnerText: { } words }:
                    line.Append(words);
                    break;
            }
        }
        return line.ToString().Trim();
    }

    static bool IsPageNumber(W.Text text) =>
        text.Parent?.Parent is W.SimpleField { Instruction.InnerText: { } code }
        && FieldKinds.IsPageNumber(FieldCode.Read(code).Name);

    static IEnumerable<OpenXmlElement> Outermost(W.Paragraph paragraph)
    {
        var open = new Stack<OpenXmlElement>([paragraph]);
        while (open.TryPop(out var element))
        {
            if (element != paragraph)
                yield return element;
            if (element is W.Paragraph && element != paragraph)
                continue;
            foreach (var child in MarkupCompatibility.Children(element).Reverse())
                open.Push(child);
        }
    }

    static string Shortened(string line) => line.Length <= LineLengthLimit ? line : line[..LineLengthLimit] + "……";

    /// <summary>What stands around the number of a page: 第 页 共 页, dashes, a stroke.</summary>
    [GeneratedRegex(@"^(?>(?:Page|of|[\s第页共/\\|·.,:：\-—–―－~～_（）()\[\]【】\d])*)$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
