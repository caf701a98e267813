using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using WorkReports.Import.Coverage;
using WorkReports.Import.Coverage.Shown;
using WorkReports.Import.Model;
using WorkReports.Import.Package;
using WorkReports.Import.Structure;
using WorkReports.Import.Word;
using WorkReports.Secrecy;

namespace WorkReports.Import;

/// <summary>Reads a .docx file as a report.</summary>
static class WordDocument
{
    const int PropertyLengthLimit = 200;

    /// <param name="units">The register: who may have signed.</param>
    /// <param name="refusal">Why it cannot be read, as a Chinese sentence; null when it can.</param>
    public static ImportedReport? Read(byte[] file, IReadOnlyList<PublishingUnit> units, out string? refusal)
    {
        refusal = PackageCheck.Refusal(file);
        if (refusal is not null)
            return null;
        try
        {
            return Open(file, units, out refusal);
        }
        catch (Exception exception) when (IsOfDamage(exception))
        {
            try
            {
                return Open(PackageRepair.WithNeededParts(file), units, out refusal);
            }
            catch (Exception again) when (IsOfDamage(again))
            {
                refusal = "文件的内部结构有错，读不了。请用 Word 或 WPS 打开，另存为新的 .docx，再导入。";
                return null;
            }
        }
    }

    static ImportedReport? Open(byte[] file, IReadOnlyList<PublishingUnit> units, out string? refusal)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file, writable: false), isEditable: false);
        if (document.MainDocumentPart is { Document.Body: not null } main)
            return Checked(Read(document, main, units), ShownDocument.Read(file), out refusal);
        refusal = "这不是 Word 文档（里面没有正文）。请用 Word 或 WPS 打开原稿，另存为 .docx，再导入。";
        return null;
    }

    /// <summary>The SDK throws any of these for a package that contradicts itself.</summary>
    static bool IsOfDamage(Exception exception) =>
        exception
            is OpenXmlPackageException
                or InvalidDataException
                or XmlException
                or FormatException
                or IOException
                or ArgumentException
                or InvalidOperationException
                or KeyNotFoundException;

    static ImportedReport Read(
        WordprocessingDocument document,
        MainDocumentPart main,
        IReadOnlyList<PublishingUnit> units
    )
    {
        var context = new WordContext(main);
        var blocks = new BlockReader(context, main).ReadAll(main.Document!.Body!);
        var notes = context.ReferencedNotes.Select(note => ReadNote(context, note)).ToList();
        PageMargins.NoteLosses(context);
        if (main.VbaProjectPart is not null)
            context.ImportNotes.AddLoss("宏（程序），网站上不运行");
        var titleBlock = TitleBlock.Read(blocks, units);
        var signature = Signature.Read(titleBlock, units, context.ImportNotes);
        var body = Captions.Apply(Headings.Classify(signature.Body), context.ImportNotes);
        var usedFiles = body.Concat(notes.SelectMany(note => note))
            .SelectMany(Inline.Of)
            .OfType<Picture>()
            .Select(picture => picture.FileName)
            .ToHashSet();
        var pictures = context.Pictures.Extracted.Where(picture => usedFiles.Contains(picture.Name)).ToList();
        if (pictures.Count < context.Pictures.Extracted.Count)
            context.ImportNotes.AddLoss("落款和版记上的图片（如公章）");
        return new ImportedReport(
            titleBlock.Title ?? TitleOrNull(Property(() => document.PackageProperties.Title)),
            titleBlock.Title is null ? "文件属性" : titleBlock.TitleSource,
            signature.Date,
            signature.DateSource,
            FileDateOf(document),
            signature.SignedBy,
            signature.Unit,
            [.. titleBlock.Letterhead, .. signature.Taken],
            context.ImportNotes.Changed,
            context.ImportNotes.Lost
        )
        {
            Blocks = body,
            Notes = notes,
            Pictures = pictures,
        };
    }

    static IReadOnlyList<Block> ReadNote(WordContext context, (bool IsEndnote, string Id) note)
    {
        OpenXmlPart? part = note.IsEndnote ? context.Document.EndnotesPart : context.Document.FootnotesPart;
        return new BlockReader(context, part!).ReadAll(context.FindNote(note.IsEndnote, note.Id)!);
    }

    /// <summary>Whether it bears a mark of secrecy, wherever that stands, and what the draft lacks.</summary>
    static ImportedReport? Checked(ImportedReport report, ShownDocument? shown, out string? refusal)
    {
        var body = report.Body("");
        List<(ShownPlace Place, string Line)> lines =
            shown is null ? [.. body.Split('\n').Select(line => (new ShownPlace(null, 0), line))]
            : shown.Has('密') ? shown.Lines().Select(line => (line.Place, WithoutFormat(line.Line))).ToList()
            : [];
        var marks = ClassificationMarks.Find(string.Join('\n', lines.Select(line => line.Line))).ToList();
        if (marks.Find(mark => mark.IsCertain) is { Text: { } text, Line: var at })
        {
            refusal =
                $"文件标有密级“{text.Trim()}”（{lines[at - 1].Place}），没有导入。涉密文件不得放到网站上，草稿也不行。请立即移走，告诉保密干部。";
            return null;
        }
        refusal = null;
        string[] taken = [.. report.Letterhead, report.SignedBy ?? "", .. DateSpellings.Of(report.Date)];
        return report with
        {
            DoubtfulMarks = [.. marks.Select(mark => $"{lines[mark.Line - 1].Place}“{lines[mark.Line - 1].Line}”")],
            Coverage = shown is null ? null : ImportCoverage.Of(shown, report.Title, body, taken),
        };
    }

    static string WithoutFormat(string line) =>
        string.Concat(line.Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.Format));

    /// <summary>What the file says of itself; null where that part of it is damaged, which harms nothing else.</summary>
    static T? Property<T>(Func<T?> get)
    {
        try
        {
            return get();
        }
        catch (Exception exception) when (IsOfDamage(exception))
        {
            return default;
        }
    }

    static DateOnly? FileDateOf(WordprocessingDocument document) =>
        Property(() => document.PackageProperties.Modified ?? document.PackageProperties.Created) is { } moment
            ? DateOnly.FromDateTime(BeijingTime.At(new DateTimeOffset(moment.ToUniversalTime())).DateTime)
            : null;

    /// <summary>Null as well for what is much too long for a title.</summary>
    static string? TitleOrNull(string? text) =>
        string.IsNullOrWhiteSpace(text) || text.Length > PropertyLengthLimit ? null : text.Trim();
}
