using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using WorkReports.Index.Search.Text;

namespace WorkReports.Index.Search.Segments;

/// <summary>
/// Builds a posting list. Its first half says how long that half is, then for each report the difference to the number
/// of the one before, the best field and how many positions it has; the second half are the positions in their reports.
/// The numbers of the first half are varints, seven bits a byte, mostly of one or two bytes. A position has two bytes,
/// or four where a report is so long: of fixed size, those of a report are found without reading the others.
/// </summary>
sealed class PostingList
{
    /// <summary>
    /// From so many positions on, their number does not fit into a report's first varint: the rest follows in another.
    /// </summary>
    internal const int CountEscape = 8;

    const int NumberSizeLimit = 5;

    readonly List<int> positions = [];
    byte[] reports = new byte[16];
    int length;
    int last;
    int farthest;

    /// <summary>In bytes, at most.</summary>
    public int Length => NumberSizeLimit + length + positions.Count * sizeof(int);

    bool IsWide => farthest > ushort.MaxValue;

    /// <param name="doc">The number of a report behind those that were added.</param>
    public void Add(int doc, MatchField field, int count)
    {
        if (length + 2 * NumberSizeLimit > reports.Length)
            Array.Resize(ref reports, reports.Length * 2);
        length += Write(
            reports.AsSpan(length),
            ((uint)(doc - last) << 5) | ((uint)field << 3) | (uint)(Math.Min(count, CountEscape) - 1)
        );
        if (count >= CountEscape)
            length += Write(reports.AsSpan(length), (uint)(count - CountEscape));
        last = doc;
    }

    /// <summary>Adds a position in the report that is added next, ascending.</summary>
    public void AddPosition(int position)
    {
        positions.Add(position);
        farthest = Math.Max(farthest, position);
    }

    public void WriteTo(List<byte> bytes)
    {
        Span<byte> number = stackalloc byte[NumberSizeLimit];
        bytes.AddRange(number[..Write(number, ((uint)length << 1) | (IsWide ? 1u : 0))]);
        bytes.AddRange(reports.AsSpan(0, length));
        if (IsWide)
            WritePositions<int>(bytes);
        else
            WritePositions<ushort>(bytes);
    }

    /// <summary>In the machine's own order of bytes: the index is made anew rather than moved to another.</summary>
    void WritePositions<T>(List<byte> bytes)
        where T : unmanaged, IBinaryInteger<T>
    {
        var from = bytes.Count;
        CollectionsMarshal.SetCount(bytes, from + positions.Count * Unsafe.SizeOf<T>());
        var written = MemoryMarshal.Cast<byte, T>(CollectionsMarshal.AsSpan(bytes)[from..]);
        for (var at = 0; at < written.Length; at++)
            written[at] = T.CreateTruncating(positions[at]);
    }

    public void Clear()
    {
        positions.Clear();
        (length, last, farthest) = (0, 0, 0);
    }

    static int Write(Span<byte> bytes, uint number)
    {
        var at = 0;
        for (; number >= 0x80; number >>= 7)
            bytes[at++] = (byte)(number | 0x80);
        bytes[at++] = (byte)number;
        return at;
    }
}

/// <summary>Reads a posting list where it lies.</summary>
readonly ref struct PostingListView
{
    readonly ReadOnlySpan<byte> positions;

    /// <param name="list">Empty when no report is in it.</param>
    public PostingListView(ReadOnlySpan<byte> list)
    {
        if (list.IsEmpty)
            return;
        var at = 0;
        var head = ReadNumber(list, ref at);
        var end = at + (int)(head >> 1);
        Reports = list[at..end];
        positions = list[end..];
        IsWide = (head & 1) != 0;
    }

    /// <summary>The first half, for <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Reports { get; }

    /// <summary>A position takes four bytes instead of two.</summary>
    public bool IsWide { get; }

    /// <summary>All positions, as numbers of their size; none in a list of a single character.</summary>
    public ReadOnlySpan<T> Positions<T>()
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(positions);

    /// <summary>How many positions there are.</summary>
    public int Count => positions.Length / (IsWide ? sizeof(int) : sizeof(ushort));

    /// <summary>
    /// Reads a report. A search reads a hundred thousand of them, so it keeps in variables of its own what this moves
    /// on.
    /// </summary>
    /// <param name="at">Where in the first half it stands; behind it afterwards.</param>
    /// <param name="doc">The number of the report before it, 0 before the first; its own afterwards.</param>
    /// <param name="field">The best that it has a position in.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Read(ReadOnlySpan<byte> reports, ref int at, ref int doc, out MatchField field, out int count)
    {
        var number = ReadNumber(reports, ref at);
        doc += (int)(number >> 5);
        field = (MatchField)((number >> 3) & 3);
        count = (int)(number & 7) + 1;
        if (count == PostingList.CountEscape)
            count += (int)ReadNumber(reports, ref at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint ReadNumber(ReadOnlySpan<byte> bytes, ref int at)
    {
        uint number = bytes[at++];
        if (number < 0x80)
            return number;
        number &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            uint part = bytes[at++];
            number |= (part & 0x7F) << shift;
            if (part < 0x80)
                return number;
        }
    }
}
