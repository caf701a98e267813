namespace WorkReports.Index;

/// <summary>Numbers that mostly are small, written one after the other: seven bits a byte.</summary>
sealed class SearchList
{
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
}
