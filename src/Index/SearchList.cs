using System.Buffers.Binary;

namespace WorkReports.Index;

/// <summary>
/// Numbers written one after the other. Reports are written seven bits a byte, mostly in one byte. Distances between places are
/// written in two bytes, longer ones in six: that takes a little more room, but a processor never guesses wrong how long the next is.
/// </summary>
sealed class SearchList
{
    const ushort Longer = ushort.MaxValue;

    byte[] bytes = new byte[16];
    int length;

    public ReadOnlySpan<byte> Bytes => bytes.AsSpan(0, length);

    public void Add(uint number)
    {
        if (length + 5 > bytes.Length) Array.Resize(ref bytes, bytes.Length * 2);
        while (number >= 0x80)
        {
            bytes[length++] = (byte)(number | 0x80);
            number >>= 7;
        }
        bytes[length++] = (byte)number;
    }

    public void AddDistance(int distance)
    {
        if (length + 6 > bytes.Length) Array.Resize(ref bytes, bytes.Length * 2);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(length), (ushort)Math.Min(distance, Longer));
        length += sizeof(ushort);
        if (distance < Longer) return;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(length), distance);
        length += sizeof(int);
    }

    public void Clear() => length = 0;

    /// <summary>Reads the number at a place, and moves the place behind it.</summary>
    public static uint Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        uint part = bytes[at++];
        if (part < 0x80) return part;
        var number = part & 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            part = bytes[at++];
            number |= (part & 0x7F) << shift;
            if (part < 0x80) return number;
        }
    }

    public static int ReadDistance(ReadOnlySpan<byte> bytes, ref int at)
    {
        int distance = BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
        at += sizeof(ushort);
        if (distance < Longer) return distance;
        distance = BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);
        at += sizeof(int);
        return distance;
    }
}
