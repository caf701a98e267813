using System.Text;

namespace WorkReports.Content.Inspection;

/// <summary>
/// The plain marks of what a document may do beside being read: in a PDF file names of actions, in one of Office the part that holds
/// macros. What is compressed is not looked into; nor is what lies beyond a bound.
/// </summary>
static class ActiveMarks
{
    /// <summary>In bytes.</summary>
    const long ScanLimit = 256L << 20;

    const int WindowLength = 64 * 1024;

    /// <summary>The longest mark, and what is read behind it to judge it.</summary>
    const int Overlap = 512;

    static readonly string[] OfficeKinds = [".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".wps", ".et", ".dps"];

    static readonly byte[][] OfficeMarks =
    [
        [.. "vbaProject.bin"u8],
        [.. "xl/macrosheets/"u8],
        [.. "/activeX/activeX"u8],
        Encoding.Unicode.GetBytes("_VBA_PROJECT"),
    ];

    /// <summary>What a PDF file says it does, in Chinese words; none for a file that is not one.</summary>
    public static IReadOnlyList<string> InPdf(string path, Stream bytes)
    {
        if (!path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
            return [];
        var names = new PdfNames();
        Scan(bytes, names.Read);
        return names.Found;
    }

    public static bool InOffice(string path, Stream bytes)
    {
        if (!OfficeKinds.Contains(Path.GetExtension(path).ToLowerInvariant()))
            return false;
        var isFound = false;
        Scan(bytes, (window, _) =>
        {
            foreach (var mark in OfficeMarks)
                isFound |= window.IndexOf(mark) >= 0;
            return window.Length - Overlap;
        });
        return isFound;
    }

    /// <param name="isLast">True where nothing follows.</param>
    /// <returns>How much of it is done with; the rest comes again with what follows.</returns>
    delegate int ReadWindow(ReadOnlySpan<byte> window, bool isLast);

    static void Scan(Stream bytes, ReadWindow read)
    {
        bytes.Position = 0;
        var window = new byte[WindowLength];
        var length = 0;
        for (long total = 0; total < ScanLimit; )
        {
            var more = bytes.ReadAtLeast(window.AsSpan(length), window.Length - length, throwOnEndOfStream: false);
            total += more;
            length += more;
            var isLast = length < window.Length;
            var done = Math.Clamp(read(window.AsSpan(0, length), isLast), 0, length);
            if (isLast)
                return;
            // Always a step, or a window that is done with nothing would be read for ever.
            done = Math.Max(done, window.Length - 2 * Overlap);
            window.AsSpan(done, length - done).CopyTo(window);
            length -= done;
        }
    }
}
