namespace WorkReports.Content.Files;

/// <summary>What a path of the content folder leads to. A <see cref="File"/> alone is ever opened.</summary>
public enum PathKind
{
    Missing,

    /// <summary>A regular file that may be read.</summary>
    File,

    Folder,

    /// <summary>A pipe, a device or a socket: whoever opens one may wait for ever, or read without end.</summary>
    Special,

    /// <summary>A link to what is not there, or to itself.</summary>
    BrokenLink,

    /// <summary>Behind a link that leads out of the content folder, and to none of the folders that links may lead into.</summary>
    Outside,

    /// <summary>There, but the program has no right to it.</summary>
    Unreadable,
}

/// <summary>What the system tells of a file without opening it.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Modified">UTC; whoever writes a file may set it to any time.</param>
/// <param name="Changed">Ticks, UTC: when its bytes, its name or its rights were last another. Nobody can set it.</param>
/// <param name="Inode">Which file it is, whatever it is called.</param>
readonly record struct PathStatus(PathKind Kind, long Size, DateTime Modified, long Changed, long Inode);
