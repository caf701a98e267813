using System.Data.Common;
using WorkReports.Content.Files;
using WorkReports.Journal.Holding;

namespace WorkReports.Hosting.Publishing;

/// <summary>What is held back, and what an admin lets go on of it.</summary>
sealed partial class LivePublishing
{
    /// <summary>Nothing can stand as it was where nothing was ever published: what would come now is dated by a wrong clock.</summary>
    bool MustWaitForClock => clock.Fault is not null && !HasEdition() && recorder.IsEmpty;

    void WaitForClock()
    {
        var sentence = clock.Fault?.Sentence;
        readiness.Set(false, sentence);
        publishingLog.ReportClock(sentence);
    }

    /// <summary>What was accepted changes what a look at the whole folder finds.</summary>
    PossibleChanges ObeyAcceptances(PossibleChanges hints)
    {
        var isAccepted = recorder.LookForAcceptances();
        clockHold.Obey();
        if (isAccepted && recorder.GoOnWithOtherJournal())
            publishingLog.ReportOtherJournal();
        return isAccepted ? PossibleChanges.Everywhere : hints;
    }

    void Tell(Exception? trouble)
    {
        // Before the log: whoever reads of it there finds it in /readyz, too.
        var (journal, slow) = (recorder.Trouble, publisher.StillBeingRead);
        readiness.Set(
            HasEdition(),
            failure,
            ReadinessPhrases.ForJournal(journal),
            ReadinessPhrases.ForUnshown(recorder.Unshown, recorder.Unkept),
            ReadinessPhrases.ForSlow(slow),
            ReadinessPhrases.ForHeld(publisher.HeldSentence),
            clockHold.Sentence
        );
        TellHeld();
        publishingLog.ReportJournal(recorder.Trouble);
        publishingLog.ReportUnshown(recorder.Unshown, recorder.Unkept);
        if (trouble is not null)
            publishingLog.ReportFailure(trouble);
        else if (failure is null)
            publishingLog.ReportRecovery();
    }

    bool HasEdition()
    {
        try
        {
            return editions.Edition() > 0;
        }
        catch (DbException)
        {
            return readiness.IsReady;
        }
    }

    void TellHeld()
    {
        clockHold.Put();
        publishingLog.ReportHeld(publisher.HeldSentence);
        publishingLog.ReportClock(clockHold.Sentence);
        TellEditors();
    }

    /// <summary>What the site beside a preview holds, in the words of its editors.</summary>
    void TellEditors()
    {
        if (!editions.IsPreview)
            return;
        var held = recorder.HeldBySite();
        var removals = held.Count(item => item.Kind is HeldKind.Removal or HeldKind.Pillar);
        notice.Lines =
        [
            .. removals > 0
                ?
                [
                    $"有 {removals} 个文件一下子不见了，不像是有意删除，网站上暂时保留着原来的样子。请把文件放回去；确实要删除的，请告诉管理员（accept 命令）。",
                ]
                : Array.Empty<string>(),
            .. held.Where(item => item.Kind == HeldKind.Clock).Select(item => item.Title),
        ];
    }
}
