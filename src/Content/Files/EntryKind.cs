namespace WorkReports.Content.Files;

/// <summary>What a path of the content folder leads to. A <see cref="File"/> alone is ever opened.</summary>
public enum EntryKind
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
