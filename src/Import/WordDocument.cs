using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using WorkReports.Import.Model;
using WorkReports.Import.Package;
using WorkReports.Import.Structure;
using WorkReports.Import.Word;

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
            using var document = WordprocessingDocument.Open(
                new MemoryStream(file, writable: false),
                isEditable: false
            );
            if (document.MainDocumentPart is { Document.Body: not null } main)
                return Read(document, main, units, out refusal);
            refusal = "这不是 Word 文档（里面没有正文）。请用 Word 或 WPS 打开原稿，另存为 .docx，再导入。";
        }
        catch (Exception exception)
            when (exception
                    is OpenXmlPackageException
                        or InvalidDataException
                        or XmlException
                        or FormatException
                        or IOException
                        or ArgumentException
                        or InvalidOperationException
                        or KeyNotFoundException
            )
        {
            // The SDK throws any of these for a package that contradicts itself.
            refusal =
                $"文件的内部结构有错，读不了（{exception.Message}）。请用 Word 或 WPS 打开，另存为新的 .docx，再导入。";
        }
        return null;
    }

    static ImportedReport? Read(
        WordprocessingDocument document,
        MainDocumentPart main,
        IReadOnlyList<PublishingUnit> units,
        out string? refusal
    )
    {
        var context = new WordContext(main);
        var blocks = new BlockReader(context, main).ReadAll(main.Document!.Body!);
        var notes = context.ReferencedNotes.Select(note => ReadNote(context, note)).ToList();
        PageMargins.NoteLosses(context);

        var titleBlock = TitleBlock.Read(blocks, units);
        refusal = titleBlock.Classification is null
            ? null
            : $"文件标有密级“{titleBlock.Classification.Trim()}”，没有导入。涉密文件不得放到网站上，草稿也不行。";
        if (refusal is not null)
            return null;

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
            titleBlock.Title ?? TitleOrNull(document.PackageProperties.Title),
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

    static DateOnly? FileDateOf(WordprocessingDocument document) =>
        (document.PackageProperties.Modified ?? document.PackageProperties.Created) is { } moment
            ? DateOnly.FromDateTime(BeijingTime.At(new DateTimeOffset(moment.ToUniversalTime())).DateTime)
            : null;

    /// <summary>Null as well for what is much too long for a title.</summary>
    static string? TitleOrNull(string? text) =>
        string.IsNullOrWhiteSpace(text) || text.Length > PropertyLengthLimit ? null : text.Trim();
}
