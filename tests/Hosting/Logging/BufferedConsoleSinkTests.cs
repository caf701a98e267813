using System.Text;
using Serilog;
using Serilog.Core;
using Serilog.Formatting.Display;
using WorkReports.Hosting.Logging;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Hosting.Logging;

/// <summary>Lines reach the console in blocks, and all of them.</summary>
public sealed class BufferedConsoleSinkTests : IDisposable
{
    readonly Pipe console = new();
    readonly Logger log;

    public BufferedConsoleSinkTests() =>
        log = new LoggerConfiguration()
            .WriteTo.Sink(
                new BufferedConsoleSink(
                    new MessageTemplateTextFormatter("{Message:lj}\n"),
                    console,
                    new UTF8Encoding(true)
                )
            )
            .CreateLogger();

    [Fact]
    public async Task A_line_comes_by_itself()
    {
        log.Information("政治机关");
        await Wait.Until(() => console.Text, text => text == "政治机关\n");
    }

    [Fact]
    public void Many_lines_are_written_at_a_time_in_their_order()
    {
        for (var line = 0; line < 10_000; line++)
            log.Information("line {Number} of many that a busy minute brings", line);
        log.Dispose();
        Assert.Equal(
            Enumerable.Range(0, 10_000).Select(line => $"line {line} of many that a busy minute brings"),
            console.Text.TrimEnd('\n').Split('\n')
        );
        Assert.True(console.Writes < 1000, $"{console.Writes} writes");
    }

    [Fact]
    public void A_warning_comes_at_once_with_what_was_before_it()
    {
        log.Information("before");
        log.Warning("now");
        Assert.Equal("before\nnow\n", console.Text);
    }

    [Fact]
    public async Task A_console_that_cannot_be_written_to_ends_nothing_and_is_used_again()
    {
        console.IsFull = true;
        log.Information("lost");
        await Wait.Until(() => console.Refused, times => times == 1);
        log.Error("lost, too");
        Assert.Equal(2, console.Refused);
        console.IsFull = false;
        log.Warning("again");
        Assert.Equal("again\n", console.Text);
    }

    public void Dispose() => log.Dispose();

    /// <summary>What a console is to a program: a stream that may be full.</summary>
    sealed class Pipe : Stream
    {
        readonly MemoryStream bytes = new();
        readonly Lock door = new();

        public bool IsFull { get; set; }
        public int Refused { get; private set; }
        public int Writes { get; private set; }

        public string Text
        {
            get
            {
                lock (door)
                    return Encoding.UTF8.GetString(bytes.ToArray());
            }
        }

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            lock (door)
            {
                if (IsFull)
                {
                    Refused++;
                    throw new IOException("No space left on device");
                }
                Writes++;
                bytes.Write(buffer);
            }
        }

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
