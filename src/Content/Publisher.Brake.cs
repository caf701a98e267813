using WorkReports.Content.Brake;

namespace WorkReports.Content;

/// <summary>What is held back of a look at the folder.</summary>
public sealed partial class Publisher
{
    readonly RemovalBrake brake = new(folder, editions, recorder.Journal, hold);

    /// <summary>Removals that are held, as the last look at the whole folder found them.</summary>
    internal HeldRemovals Held => brake.Held;

    /// <summary>What is held, why, and what to do; null while nothing is.</summary>
    public string? HeldSentence => Held.Sentence;

    /// <summary>How many reports and pillars are held.</summary>
    public int HeldCount => Held.Items.Count;

    /// <summary>A preview shows the folder as it is: nobody but its editors looks.</summary>
    bool HasBrake => !isPreview && editions.Edition() > 0;

    void HoldRemovals(FolderLook look)
    {
        if (!HasBrake)
            return;
        recorder.LookForAcceptances();
        brake.Look(look, recorder.Now, recorder.IsAccepted);
        recorder.NoteReleased(brake.Released, hold);
        recorder.PutHeldRemovals(brake.Held.Items);
    }
}
