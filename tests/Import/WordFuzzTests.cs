using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using WorkReports.Import;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Import;

/// <summary>Word documents with something exchanged at random: read, or refused with a sentence, and within memory.</summary>
public sealed partial class WordFuzzTests
{
    const int SampleSize = 400;
    const int DeepSize = 40_000;
    const long BytesLimit = 512L << 20;

    static readonly string[] Values =
    [
        "",
        "-1",
        "0",
        "99999999999",
        "x",
        "\u202e",
        "../../../etc/passwd",
        "http://[:",
        "http://％/",
        "file:///dev/zero",
        "/word/document.xml",
        "1e309",
        "true",
        new string('9', 5000),
    ];

    static readonly string[] Names =
    [
        .. "body p r t tbl tr tc sdt sdtContent ins del hyperlink fldChar fldSimple instrText ffData sym".Split(' '),
        .. "drawing pict txbxContent num lvl numFmt lvlText gridSpan vMerge framePr style footnote pPr rPr".Split(' '),
    ];

    [Fact(Timeout = 1_800_000)]
    [Needs(NeedsAttribute.Time)]
    public async Task Whatever_is_exchanged_it_is_read_or_refused()
    {
        var seed = Lane.Seed;
        var files = SlowWord
            .All.Select(kind => kind.Make(12).Bytes())
            .Append(
                await File.ReadAllBytesAsync(
                    Repository.Path("tests", "Import", "Cases", "libreoffice.docx"),
                    TestContext.Current.CancellationToken
                )
            )
            .ToList();
        await Task.Run(
            () =>
            {
                for (var at = 0; at < Lane.Count(SampleSize, DeepSize); at++)
                    Try(files, seed + at);
            },
            TestContext.Current.CancellationToken
        );
    }

    static void Try(List<byte[]> files, int seed)
    {
        var random = new Random(seed);
        var file = Exchanged(files[random.Next(files.Count)], random);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var report = WordDocument.Read(file, Importing.Units, out var refusal);
            Assert.True(report is null != refusal is null, "neither read nor refused");
            report?.Body("图片");
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException(
                $"With {Lane.SeedVariable}={seed} as the first: {exception}",
                exception
            );
        }
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, BytesLimit);
    }

    static byte[] Exchanged(byte[] file, Random random)
    {
        if (random.Next(8) == 0)
            return WithOtherBytes(file, random);
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            for (var times = random.Next(1, 4); times > 0; times--)
                Exchange(zip, zip.Entries[random.Next(zip.Entries.Count)], random);
        }
        return stream.ToArray();
    }

    static byte[] WithOtherBytes(byte[] file, Random random)
    {
        var other = (byte[])file.Clone();
        for (var times = random.Next(1, 20); times > 0; times--)
            other[random.Next(other.Length)] = (byte)random.Next(256);
        return random.Next(3) == 0 ? other[..random.Next(other.Length)] : other;
    }

    static void Exchange(ZipArchive zip, ZipArchiveEntry part, Random random)
    {
        var name = part.FullName;
        string text;
        using (var reader = new StreamReader(part.Open(), Encoding.UTF8))
            text = reader.ReadToEnd();
        var others = zip.Entries.Where(entry => entry != part).ToList();
        switch (random.Next(12))
        {
            case 0:
                part.Delete();
                return;
            case 1:
                TamperedPackage.Write(zip, others[random.Next(others.Count)].FullName, text);
                return;
            case 2:
                part.Delete();
                TamperedPackage.Write(zip, name + ".dat", text);
                return;
            default:
                part.Delete();
                TamperedPackage.Write(zip, name, Changed(text, random));
                return;
        }
    }

    static string Changed(string xml, Random random)
    {
        for (var times = random.Next(1, 6); times > 0; times--)
            xml = ChangedOnce(xml, random);
        return xml;
    }

    static string ChangedOnce(string xml, Random random) =>
        random.Next(8) switch
        {
            0 => Replace(xml, Value(), random, _ => $"\"{Values[random.Next(Values.Length)]}\""),
            1 => Replace(xml, Tag(), random, _ => ""),
            2 => Replace(xml, Tag(), random, tag => tag + tag),
            3 => Replace(xml, Leaf(), random, leaf => SlowWord.Times(random.Next(2, 300), leaf)),
            4 => Replace(xml, Leaf(), random, leaf => $"<w:sdt><w:sdtContent>{leaf}</w:sdtContent></w:sdt>"),
            5 => Replace(xml, LocalName(), random, _ => Names[random.Next(Names.Length)]),
            6 when xml.Length > 0 => xml[..random.Next(xml.Length)]
                + (char)random.Next(0x20, 0x2100)
                + xml[random.Next(xml.Length)..],
            _ => Replace(xml, Leaf(), random, leaf =>
                SlowWord.Towers(1, random.Next(1, 80), "<w:ins>", "</w:ins>", leaf)
            ),
        };

    static string Replace(string xml, Regex pattern, Random random, Func<string, string> change)
    {
        var found = pattern.Matches(xml);
        if (found.Count == 0)
            return xml;
        var one = found[random.Next(found.Count)];
        return xml[..one.Index] + change(one.Value) + xml[(one.Index + one.Length)..];
    }

    [GeneratedRegex("\"[^\"<>]*\"")]
    private static partial Regex Value();

    [GeneratedRegex("<[^<>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("<(?<name>[\\w:]+)(?: [^<>]*)?>[^<>]*</\\k<name>>|<[\\w:]+(?: [^<>]*)?/>")]
    private static partial Regex Leaf();

    [GeneratedRegex("(?<=</?w:)\\w+")]
    private static partial Regex LocalName();
}
