namespace WorkReports.Tests.Support;

/// <summary>What the counted program counts in. One thread at a time.</summary>
public static class StepCounter
{
    /// <summary>A field, since it is counted up in every loop.</summary>
#pragma warning disable CA2211
    public static long Steps;
#pragma warning restore CA2211

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
