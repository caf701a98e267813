namespace WorkReports.Hosting.Network;

/// <summary>Sends what lies ready in memory as fast as its reader takes it.</summary>
static class PacedWriting
{
    /// <summary>
    /// The server copies what it is given: all of it at once would lie there twice until a slow reader took it.
    /// </summary>
    public const int PartSize = 32 * 1024;

    public static async Task WriteInParts(
        this HttpResponse response,
        ReadOnlyMemory<byte> bytes,
        CancellationToken cancellation
    )
    {
        for (; bytes.Length > PartSize; bytes = bytes[PartSize..])
            await response.BodyWriter.WriteAsync(bytes[..PartSize], cancellation);
        await response.BodyWriter.WriteAsync(bytes, cancellation);
    }
}
