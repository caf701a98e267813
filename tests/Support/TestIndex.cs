using System.Diagnostics.CodeAnalysis;
using WorkReports.Clock;
using WorkReports.Content;
using WorkReports.Content.Files;
using WorkReports.Content.Scheduling;
using WorkReports.Hosting.Publishing;
using WorkReports.Index;
using WorkReports.Index.Editions;
using WorkReports.Index.Search;
using WorkReports.Journal;
using WorkReports.Journal.Holding;

namespace WorkReports.Tests.Support;

/// <summary>An index of a test's own over a content folder, with a clock that the test sets.</summary>
public sealed class TestIndex : IDisposable
{
    readonly TimeSpan? hold;
    readonly TimeSpan? patience;
    readonly Action<string>? beforeReading;
    Publisher publisher;
    PublicationClock believed;
    ClockHold clockHold;
    readonly SearchIndex search = new();

    /// <param name="hold">How long removals that look like an accident are held; without it until they are accepted.</param>
    /// <param name="patience">How long one file may keep the others waiting; without it as long as it takes.</param>
    /// <param name="beforeReading">Told the path of each file before it is read.</param>
    public TestIndex(
        ContentOf content,
        TimeSpan? patience = null,
        Action<string>? beforeReading = null,
        TimeSpan? hold = null
    )
    {
        Content = content;
        Settings = new Settings { Content = content.Folder, Data = Data };
        (this.hold, this.patience, this.beforeReading) = (hold, patience, beforeReading);
        Journal = new JournalFile(Settings);
        Start();
    }

    public ContentOf Content { get; }

    public string Data { get; } = Directory.CreateTempSubdirectory("workreports-data-").FullName;

    public Settings Settings { get; }

    public Database Database { get; private set; }

    public JournalFile Journal { get; }

    public JournalRecorder Recorder { get; private set; }

    public EditionState Editions => new(Database);

    internal EditionFromRecord Record => new(Editions, Journal);

    /// <summary>The machine's. What counts for readers is as much of it as can be believed.</summary>
    public WallClock Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, BeijingTime.Offset));

    public static TestIndex Of(ContentOf content)
    {
        var index = new TestIndex(content);
        index.Publish();
        return index;
    }

    /// <summary>As if the program had ended, and began again.</summary>
    public void Restart()
    {
        Database.Dispose();
        Start();
    }

    [MemberNotNull(nameof(Database), nameof(Recorder), nameof(publisher), nameof(believed), nameof(clockHold))]
    void Start()
    {
        Database = new Database(Settings);
        believed = PublicationClockFactory.Of(Settings, Clock, built: null);
        Recorder = new JournalRecorder(Editions, Journal, believed);
        clockHold = new ClockHold(believed, Recorder, hold);
        publisher = new Publisher(
            new ContentFolder(Content.Folder),
            Editions,
            Recorder,
            hold: hold,
            patience: patience ?? ReadingQueue.Endless,
            beforeReading: beforeReading
        );
    }

    /// <summary>As the program does: first what the record holds, then the folder.</summary>
    public Publication Publish()
    {
        Recorder.LookForAcceptances();
        clockHold.Obey();
        if (Record.IsDue)
            Record.Make();
        return publisher.Publish();
    }

    /// <summary>Until no file is being read behind the editions any more.</summary>
    public Publication PublishToTheEnd()
    {
        Publication publication;
        do
        {
            publication = Publish();
            SpinWait.SpinUntil(() => publisher.HasFinishedReading || !publisher.IsReading);
        } while (publisher.HasFinishedReading || publisher.IsReading);
        return publication;
    }

    /// <summary>Files that are not read yet, and whose bytes readers see.</summary>
    public IReadOnlyCollection<string> Unread => publisher.Unread;

    public void ReadUnread()
    {
        while (Unread.Count > 0)
            Publish(Unread);
    }

    public void CatchUp()
    {
        Recorder.CatchUp();
        clockHold.Put();
    }

    /// <summary>Paths of what is held, and goes on standing.</summary>
    public IEnumerable<string> Held => publisher.Held.Items.Select(item => item.Name).Order(StringComparer.Ordinal);

    /// <summary>What is told of it; null while nothing is held.</summary>
    public string? HeldSentence => publisher.HeldSentence;

    /// <summary>As if another server had published until now.</summary>
    public void FollowAnother() => publisher.FollowHeld();

    /// <summary>Lets all go that the journal says is held.</summary>
    public void Accept() =>
        Journal.Accept(
            new Acceptance
            {
                Time = Clock.GetUtcNow(),
                Who = "tester",
                What = [.. Journal.Held().Select(item => item.Key)],
            }
        );

    /// <summary>Looks at these files and folders alone.</summary>
    public Publication Publish(params IEnumerable<string> hints) =>
        publisher.Publish(new PossibleChanges(hints.ToHashSet(), false));

    /// <summary>A library of this moment; asked and closed.</summary>
    public T Ask<T>(Func<Library, T> question)
    {
        using var library = new Library(Database, search, believed);
        return question(library);
    }

    public Report? Find(string slug) => Ask(library => library.Find(slug));

    public IReadOnlyList<string> Titles() =>
        Ask(library => library.All(1).Items.Select(report => report.Title).ToList());

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Data, recursive: true);
        Content.Dispose();
    }
}
