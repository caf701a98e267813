using WorkReports.Content.Files;

namespace WorkReports.Hosting.Publishing;

/// <summary>What a server does that publishes, and one that follows another in a record that they share.</summary>
sealed partial class LivePublishing
{
    /// <summary>A follower looks at the shared record after so long, beside when it is told of new entries.</summary>
    static readonly TimeSpan FollowingPause = TimeSpan.FromSeconds(1);

    /// <summary>True until the first look at the folder of a server that did not publish before: another did, and saw other files.</summary>
    bool isNewPublisher;

    /// <summary>Null while the shared record cannot be reached.</summary>
    bool? publishes;

    /// <returns>True where this server publishes; always, where nobody shares its record.</returns>
    bool Share()
    {
        var before = publishes;
        publishes = recorder.TryPublish();
        if (recorder.IsShared && before != true && publishes is not null)
            clockHold.Follow();
        if (publishes == true && recorder.IsShared && clockHold.LeavesToOthers(before == true))
        {
            recorder.StepBack();
            publishes = false;
        }
        isNewPublisher |= publishes == true && before != true;
        if (recorder.IsShared)
            publishingLog.ReportRole(publishes);
        return publishes == true;
    }

    void PublishAndRecord(PossibleChanges hints, CancellationToken stop)
    {
        if (isNewPublisher)
        {
            hints = PossibleChanges.Everywhere;
            publisher.FollowHeld();
        }
        hints = ObeyAcceptances(hints);
        recorder.Check();
        if (recorder.Trouble is null && record.IsDue)
            hints = ShowRecord(hints, stop);
        if (hints.Any)
            Publish(hints, stop);
        recorder.CatchUp();
        if (recorder.Trouble is not null)
            recorder.StepBack();
        isNewPublisher = false;
        if (hints.Any)
            failure = null;
    }

    /// <summary>Shows what another server published. Of the folder this one needs pictures and attachments alone.</summary>
    void Follow(CancellationToken stop)
    {
        schedule.PauseFor(FollowingPause);
        clock.KeepFloor();
        stillBeingWritten = [];
        failure = folder.RealPath() is null ? ReadinessPhrases.ForFailure(new DirectoryNotFoundException()) : null;
        // Where it cannot be reached, that is the trouble which is told.
        if (publishes is not null)
        {
            recorder.Check();
            publisher.FollowHeld();
        }
        if ((publishes is null || recorder.Trouble is null) && record.IsDue)
            ShowRecord(PossibleChanges.Everywhere, stop);
        if (recorder.Trouble is null)
            meter.Followed();
    }
}
