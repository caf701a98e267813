using System.IO.Compression;
using System.Text;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import;

/// <summary>A sound Word document with parts exchanged, and packages that are none.</summary>
static class TamperedPackage
{
    public static readonly byte[] Sound = WordFile.Of("标题", "正文。").Bytes();

    public static string Document(string blocks) =>
        $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>{blocks}</w:body></w:document>""";

    public static byte[] Body(string blocks) => Changed(zip => Replace(zip, "word/document.xml", Document(blocks)));

    public static byte[] Changed(Action<ZipArchive> change)
    {
        using var stream = new MemoryStream();
        stream.Write(Sound);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
            change(zip);
        return stream.ToArray();
    }

    /// <summary>A package whose parts are all rewritten, which must be text.</summary>
    public static byte[] WithText(byte[] file, Func<string, string> change)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return Zip([.. zip.Entries.Select(part => (part.FullName, change(Text(part))))]);
    }

    static string Text(ZipArchiveEntry part)
    {
        using var reader = new StreamReader(part.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
                Write(zip, name, text);
        }
        return stream.ToArray();
    }

    public static void Replace(ZipArchive zip, string name, string text)
    {
        zip.GetEntry(name)!.Delete();
        Write(zip, name, text);
    }

    public static void Write(ZipArchive zip, string name, string text) =>
        Write(zip, name, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    public static void Write(ZipArchive zip, string name, Action<Stream> write)
    {
        using var stream = zip.CreateEntry(name).Open();
        write(stream);
    }

    /// <summary>What a file says of itself, and the relation that leads there.</summary>
    public static void WriteCore(ZipArchive zip, string core)
    {
        const string relation =
            """<Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>""";
        string relations;
        using (var reader = new StreamReader(zip.GetEntry("_rels/.rels")!.Open()))
            relations = reader.ReadToEnd();
        string types;
        using (var reader = new StreamReader(zip.GetEntry("[Content_Types].xml")!.Open()))
            types = reader.ReadToEnd();
        Replace(zip, "_rels/.rels", relations.Replace("</Relationships>", relation));
        Replace(
            zip,
            "[Content_Types].xml",
            types.Replace(
                "</Types>",
                """<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"""
            )
        );
        Write(zip, "docProps/core.xml", core);
    }

    public static void Fill(Stream stream, int megabytes)
    {
        var block = new byte[1 << 20];
        Array.Fill(block, (byte)' ');
        for (var i = 0; i < megabytes; i++)
            stream.Write(block);
    }

    /// <summary>The bytes of all parts.</summary>
    public static long Unfolded(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return zip.Entries.Sum(part => part.Length);
    }
}
