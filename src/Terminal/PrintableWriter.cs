using System.Text;

namespace WorkReports.Terminal;

/// <summary>
/// A console that shows what it is given and obeys nothing: everything goes through <see cref="PrintableText"/>. A line ends where
/// the program ends it, never inside a text.
/// </summary>
public sealed class PrintableWriter(TextWriter inner) : TextWriter(inner.FormatProvider)
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(string? value) => inner.Write(PrintableText.Of(value ?? ""));

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(StringBuilder? value) => Write(value?.ToString());

    public override void WriteLine() => inner.WriteLine();

    public override void WriteLine(string? value) => inner.WriteLine(PrintableText.Of(value ?? ""));

    public override Task WriteLineAsync()
    {
        WriteLine();
        return Task.CompletedTask;
    }

    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }

    public override async Task WriteLineAsync(StringBuilder? value, CancellationToken cancellationToken = default) =>
        await WriteLineAsync(value?.ToString());

    /// <summary>Lines of the program's own, or of JSON, which holds no other line ends.</summary>
    public void WriteLines(string lines)
    {
        foreach (var line in lines.Split('\n'))
            WriteLine(line.TrimEnd('\r'));
    }

    /// <summary>A command for a build server, whose values are encoded as it wants them.</summary>
    public void WriteCommand(string command) => inner.WriteLine(PrintableText.WithoutControls(command));

    /// <summary>The mark by which spreadsheets know UTF-8.</summary>
    public void WriteByteOrderMark() => inner.Write('\uFEFF');

    /// <summary>A line of CSV (RFC 4180), whose cells are encoded as it wants them.</summary>
    public void WriteCsvLine(string line) => inner.Write(PrintableText.WithoutControls(line) + "\r\n");

    /// <summary>Takes the place of what the line shows.</summary>
    public void Rewrite(string line) => inner.Write("\r" + PrintableText.Of(line));

    public override void Flush() => inner.Flush();
}
