using WorkReports.Content.Files;

namespace WorkReports.Content.Scheduling;

/// <summary>A file that waits for an address.</summary>
/// <param name="Hash">Of its bytes.</param>
/// <param name="IsNew">False for bytes that lay there before: they have waited for longer than this edition.</param>
sealed record AddressWish(ContentFile File, string Slug, string Hash, bool IsNew)
{
    /// <summary>
    /// Who gets an address that is left: the file in which the bytes that stood there lie now, before a copy of them that has
    /// waited, before any other; of several as good the first in the order of the paths.
    /// </summary>
    /// <param name="stood">Hash of what stood there; null where nobody knows.</param>
    public static AddressWish Heir(IEnumerable<AddressWish> wishes, string? stood) =>
        wishes
            .OrderBy(wish => wish.Hash != stood)
            .ThenBy(wish => !wish.IsNew)
            .ThenBy(wish => wish.File.Path, StringComparer.Ordinal)
            .First();
}
