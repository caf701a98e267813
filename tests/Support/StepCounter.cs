namespace WorkReports.Tests.Support;

/// <summary>What the counted program counts in. One thread at a time.</summary>
public static class StepCounter
{
    /// <summary>A field, since it is counted up in every loop.</summary>
#pragma warning disable CA2211
    public static long Steps;
#pragma warning restore CA2211

    /// <summary>The base library looks at several characters at once: so many are a step.</summary>
    const int CharactersOfStep = 8;

    /// <param name="at">What a search from the beginning answered.</param>
    /// <param name="from">Where it began; -1 for the beginning.</param>
    public static int Found(int at, int length, int from)
    {
        Search((at < 0 ? length : at) - Math.Max(0, from));
        return at;
    }

    /// <param name="from">Where it began; -1 for the end.</param>
    public static int FoundFromEnd(int at, int length, int from)
    {
        Search((from < 0 ? length : from) - Math.Max(0, at));
        return at;
    }

    /// <summary>Where something is there, nobody says how far was looked.</summary>
    public static bool Contained(bool isThere, int length, int from)
    {
        Search(isThere ? 0 : length);
        return isThere;
    }

    public static int CountedAll(int count, int length, int from)
    {
        Search(length);
        return count;
    }

    static void Search(int characters) => Steps += 1 + Math.Max(0, characters) / CharactersOfStep;

    public static int IndexOf<T>(List<T> list, T item)
    {
        Steps += list.Count;
        return list.IndexOf(item);
    }

    public static bool Contains<T>(List<T> list, T item)
    {
        Steps += list.Count;
        return list.Contains(item);
    }

    public static void Insert<T>(List<T> list, int index, T item)
    {
        Steps += list.Count - index;
        list.Insert(index, item);
    }

    public static bool Remove<T>(List<T> list, T item)
    {
        Steps += list.Count;
        return list.Remove(item);
    }

    public static void RemoveAt<T>(List<T> list, int index)
    {
        Steps += list.Count - index;
        list.RemoveAt(index);
    }
}
