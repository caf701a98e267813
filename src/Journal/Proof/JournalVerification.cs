namespace WorkReports.Journal.Proof;

/// <summary>What is wrong with a journal at one place.</summary>
public enum JournalBreakKind
{
    /// <summary>It cannot be read for a reason outside of it: it is locked, the disk fails.</summary>
    Unreadable,

    /// <summary>No journal, or none that SQLite can read any more.</summary>
    Damaged,

    /// <summary>A newer build has written it.</summary>
    Newer,

    /// <summary>Entries are missing before this one.</summary>
    Gap,

    /// <summary>The entry was changed, or another was before it.</summary>
    Rewritten,

    /// <summary>A text that the entry names is not there, and no entry says that it was erased.</summary>
    TextMissing,

    /// <summary>A text is not the one that the entry names.</summary>
    TextChanged,

    /// <summary>The table of addresses says something else than the entries.</summary>
    AddressDiffers,

    /// <summary>The table of site.yml and the pillars' files says something else than the entries.</summary>
    SiteFileDiffers,

    /// <summary>A signature is not one of this entry.</summary>
    SignatureWrong,

    /// <summary>The last entries have no signature, though a key is at hand.</summary>
    SignatureMissing,

    /// <summary>What it is held against has another entry of this number.</summary>
    OtherThanKept,

    /// <summary>What it is held against goes on behind the end of it.</summary>
    CutOff,

    /// <summary>What it is held against is damaged itself.</summary>
    KeptUnreadable,

    /// <summary>No entry has the hash that was kept elsewhere.</summary>
    HashUnknown,
}

/// <param name="Number">The first entry that it concerns; 0 where it concerns the file.</param>
/// <param name="Detail">An address, a path, a hash, or what SQLite said.</param>
public sealed record JournalBreak(JournalBreakKind Kind, long Number, string Detail = "");

/// <summary>What a look at a whole journal found.</summary>
public sealed record JournalVerification
{
    /// <summary>What no program does: a journal that is busy, or not signed yet, is no sign of anybody.</summary>
    static readonly JournalBreakKind[] Changes =
    [
        JournalBreakKind.Damaged,
        JournalBreakKind.Gap,
        JournalBreakKind.Rewritten,
        JournalBreakKind.TextMissing,
        JournalBreakKind.TextChanged,
        JournalBreakKind.AddressDiffers,
        JournalBreakKind.SiteFileDiffers,
    ];

    /// <summary>One of each kind of check that failed; the first is what broke first.</summary>
    public required IReadOnlyList<JournalBreak> Breaks { get; init; }

    /// <summary>The last entry up to which the chain holds; null before the first.</summary>
    public JournalEntry? Last { get; init; }

    /// <summary>The entry at which the chain breaks, as it reads; null where it holds, or where there is none to be read.</summary>
    public JournalEntry? Broken { get; init; }

    /// <summary>Entries whose text was taken out for good.</summary>
    public int Erased { get; init; }

    /// <summary>The first entry whose time is before that of an earlier one; null where none is.</summary>
    public JournalEntry? FirstTimeBack { get; init; }

    /// <summary>How many of these there are.</summary>
    public int TimesBack { get; init; }

    public JournalSignatures Signatures { get; init; } = new(0, 0, 0);

    /// <summary>What it was held against reaches up to this entry; null where it was held against nothing.</summary>
    public long? ContinuesFrom { get; init; }

    public JournalBreak? First => Breaks.Count > 0 ? Breaks[0] : null;

    /// <summary>The first sign that somebody changed it, or that a disk did; null where there is none.</summary>
    public JournalBreak? FirstChange => Breaks.FirstOrDefault(found => Changes.Contains(found.Kind));

    public long Entries => Last?.Number ?? 0;
}

/// <param name="UpTo">The last entry with a sound signature of the key at hand; 0 where there is none.</param>
/// <param name="Unchecked">Signatures that no key at hand can check.</param>
/// <param name="Checked">Signatures that are sound.</param>
public sealed record JournalSignatures(long UpTo, int Unchecked, int Checked);
