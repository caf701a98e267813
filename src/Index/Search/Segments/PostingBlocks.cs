using System.Buffers.Binary;

namespace WorkReports.Index.Search.Segments;

/// <summary>
/// Packs lists, which come in the order of their keys, into blocks that fill a page of the disk; a long list is one of
/// its own. A block begins with the number of its lists, then for each its key and where it ends, then the lists.
/// </summary>
/// <param name="write">Takes a block that is done, with its first key.</param>
sealed class PostingBlocks(Action<uint, byte[]> write)
{
    /// <summary>In bytes: two rows of this size fill one of SQLite's pages of 8 kB.</summary>
    const int BlockSize = 4000;

    const int EntrySize = 8;

    readonly List<(uint Key, int End)> entries = [];
    readonly List<byte> lists = [];

    public void Add(uint key, PostingList list)
    {
        if (entries.Count > 0 && sizeof(int) + lists.Count + (entries.Count + 1) * EntrySize + list.Length > BlockSize)
            Finish();
        list.WriteTo(lists);
        entries.Add((key, lists.Count));
    }

    public void Finish()
    {
        if (entries.Count == 0)
            return;
        var head = sizeof(int) + entries.Count * EntrySize;
        var block = new byte[head + lists.Count];
        BinaryPrimitives.WriteInt32LittleEndian(block, entries.Count);
        for (var at = 0; at < entries.Count; at++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(sizeof(int) + at * EntrySize), entries[at].Key);
            BinaryPrimitives.WriteInt32LittleEndian(
                block.AsSpan(sizeof(int) + at * EntrySize + sizeof(int)),
                head + entries[at].End
            );
        }
        lists.CopyTo(block, head);
        write(entries[0].Key, block);
        entries.Clear();
        lists.Clear();
    }

    /// <summary>The list of a key in a block; empty when there is none.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> block, uint key)
    {
        var count = BinaryPrimitives.ReadInt32LittleEndian(block);
        var (low, high) = (0, count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var entry = block[(sizeof(int) + middle * EntrySize)..];
            var found = BinaryPrimitives.ReadUInt32LittleEndian(entry);
            if (found == key)
            {
                var start =
                    middle == 0
                        ? sizeof(int) + count * EntrySize
                        : BinaryPrimitives.ReadInt32LittleEndian(block[(middle * EntrySize)..]);
                return block[start..BinaryPrimitives.ReadInt32LittleEndian(entry[sizeof(int)..])];
            }
            if (found < key)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return [];
    }
}
