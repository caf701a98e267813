using System.Buffers.Binary;

namespace WorkReports.Content.Inspection;

/// <summary>The place in an Exif block (CIPA DC-008, a TIFF of tags without a picture). Every number in it may be a lie: all are bounded.</summary>
readonly ref struct ExifPlace
{
    const int EntryLength = 12;
    const int DirectoryLimit = 32;
    const int PointerLimit = 64;

    /// <summary>In bytes. A coordinate has 24; thousands of entries may each point to megabytes of nothing.</summary>
    const int ValueLimit = 64;

    const int PointerToExif = 0x8769;
    const int PointerToPlace = 0x8825;

    /// <summary>Latitude and longitude of the camera and of what it looks at, and the name of the area.</summary>
    static readonly int[] PlaceTags = [0x02, 0x04, 0x14, 0x16, 0x1C];

    static readonly int[] TypeSizes = [1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

    readonly Span<byte> block;
    readonly bool isBig;

    public ExifPlace(Span<byte> block)
    {
        this.block = block;
        isBig = block is [(byte)'M', ..];
    }

    /// <summary>True where a place is told; some cameras write its directory without one.</summary>
    public bool IsThere
    {
        get
        {
            var seen = new HashSet<long>();
            foreach (var pointer in Pointers())
            {
                var directory = Read32(pointer + 8);
                if (!seen.Add(directory))
                    continue;
                for (var i = 0; i < CountOf(directory); i++)
                {
                    var entry = EntryAt(directory, i);
                    if (PlaceTags.Contains(Read16(entry)) && HasValue(entry))
                        return true;
                }
            }
            return false;
        }
    }

    /// <summary>Takes the directory of the place out, and what it points to; all else stays where it is, as it is.</summary>
    public void Remove()
    {
        for (var round = 0; round < PointerLimit && Pointers() is [var pointer, ..]; round++)
        {
            var directory = Read32(pointer + 8);
            for (var i = 0; i < CountOf(directory); i++)
                ValueOf(EntryAt(directory, i)).Clear();
            if (directory >= 8 && directory < block.Length)
                block
                    .Slice(
                        (int)directory,
                        (int)Math.Min(2 + EntryLength * CountOf(directory) + 4, block.Length - directory)
                    )
                    .Clear();
            RemoveEntry((int)pointer);
        }
    }

    /// <summary>The entries behind it, and the link to the next directory, move up by one.</summary>
    void RemoveEntry(int entry)
    {
        foreach (var directory in Directories())
        {
            var count = CountOf(directory);
            var end = directory + 2 + EntryLength * count + 4;
            if (entry < directory + 2 || entry >= end - 4 || end > block.Length)
                continue;
            block[(entry + EntryLength)..(int)end].CopyTo(block[entry..]);
            block[(int)(end - EntryLength)..(int)end].Clear();
            Write16((int)directory, (int)count - 1);
            return;
        }
        // A directory that is cut short: the pointer alone is made to point nowhere.
        block.Slice(entry, Math.Min(EntryLength, block.Length - entry)).Clear();
    }

    List<long> Pointers()
    {
        var pointers = new List<long>();
        foreach (var directory in Directories())
        {
            for (var i = 0; i < CountOf(directory) && pointers.Count < PointerLimit; i++)
            {
                if (Read16(EntryAt(directory, i)) == PointerToPlace)
                    pointers.Add(EntryAt(directory, i));
            }
        }
        return pointers;
    }

    /// <summary>Where the directories begin, each once: links between them may lead in circles.</summary>
    List<long> Directories()
    {
        var found = new List<long>();
        var next = new Queue<long>([Read32(4)]);
        while (found.Count < DirectoryLimit && next.TryDequeue(out var directory))
        {
            if (directory < 8 || directory + 2 > block.Length || found.Contains(directory))
                continue;
            found.Add(directory);
            var count = CountOf(directory);
            for (var i = 0; i < count; i++)
            {
                if (Read16(EntryAt(directory, i)) == PointerToExif && next.Count < DirectoryLimit)
                    next.Enqueue(Read32(EntryAt(directory, i) + 8));
            }
            next.Enqueue(Read32(EntryAt(directory, count)));
        }
        return found;
    }

    static long EntryAt(long directory, long number) => directory + 2 + EntryLength * number;

    /// <summary>As many as it says, and as the block can hold.</summary>
    long CountOf(long directory) =>
        directory < 8 || directory + 2 > block.Length
            ? 0
            : Math.Min(Read16(directory), (block.Length - directory - 2) / EntryLength);

    bool HasValue(long entry) =>
        ValueOf(entry) is var value && value[..Math.Min(value.Length, ValueLimit)].ContainsAnyExcept((byte)0);

    /// <summary>The bytes of an entry's value, in it or where it points to; none where that leads out of the block.</summary>
    Span<byte> ValueOf(long entry)
    {
        var size = Read32(entry + 4) * TypeSizes.ElementAtOrDefault(Read16(entry + 2));
        var at = size <= 4 ? entry + 8 : Read32(entry + 8);
        return at + size <= block.Length ? block.Slice((int)at, (int)size) : [];
    }

    int Read16(long at) =>
        at + 2 > block.Length ? 0
        : isBig ? BinaryPrimitives.ReadUInt16BigEndian(block[(int)at..])
        : BinaryPrimitives.ReadUInt16LittleEndian(block[(int)at..]);

    long Read32(long at) =>
        at + 4 > block.Length ? 0
        : isBig ? BinaryPrimitives.ReadUInt32BigEndian(block[(int)at..])
        : BinaryPrimitives.ReadUInt32LittleEndian(block[(int)at..]);

    void Write16(int at, int number)
    {
        if (isBig)
            BinaryPrimitives.WriteUInt16BigEndian(block[at..], (ushort)number);
        else
            BinaryPrimitives.WriteUInt16LittleEndian(block[at..], (ushort)number);
    }
}
