using WorkReports.Content.Coverage.Page;

namespace WorkReports.Content.Coverage;

/// <summary>Goes over a text phrase by phrase: so many characters that are no marks, one further each time.</summary>
sealed class WordWindow(string text, int start, int end, int length)
{
    readonly Queue<int> places = new(length);
    readonly char[] phrase = new char[length];

    int next = start;

    public ReadOnlySpan<char> Phrase => phrase;

    /// <summary>Where the next phrase begins; null where there is none.</summary>
    public int? Next()
    {
        if (places.Count == length)
            places.Dequeue();
        for (; places.Count < length && next < end; next++)
        {
            if (!VisibleText.IsWord(text[next]))
                continue;
            places.Enqueue(next);
            phrase.AsSpan(1).CopyTo(phrase);
            phrase[^1] = text[next];
        }
        return places.Count == length ? places.Peek() : null;
    }
}
