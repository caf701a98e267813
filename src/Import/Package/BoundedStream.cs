namespace WorkReports.Import.Package;

/// <summary>Reads what a part unfolds to, up to a bound: the size that a package declares may be forged.</summary>
sealed class BoundedStream(Stream inner, long limit) : Stream
{
    public long Count { get; private set; }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Count;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>Nothing more beyond the bound, which a reader takes for the end.</summary>
    public override int Read(Span<byte> buffer)
    {
        var read = Count > limit ? 0 : inner.Read(buffer);
        Count += read;
        return read;
    }

    public void ReadToEnd()
    {
        Span<byte> buffer = stackalloc byte[16 * 1024];
        while (Read(buffer) > 0) { }
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
