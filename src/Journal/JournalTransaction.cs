using Dapper;
using Microsoft.Data.Sqlite;
using WorkReports.Journal.Entries;
using WorkReports.Journal.Proof;
using WorkReports.Journal.Shared;

namespace WorkReports.Journal;

/// <summary>
/// Entries being added: all of them or none. What is written once is never written again, so whoever repeats a scan may record it
/// a second time.
/// </summary>
sealed partial class JournalTransaction : IDisposable
{
    readonly SqliteConnection connection;
    readonly SqliteTransaction transaction;
    readonly JournalKey? key;
    readonly DateTimeOffset begun;
    readonly EntryWriter writer;

    /// <summary>The record that several servers share, which is told first; null where this one alone keeps it.</summary>
    SharedAppend? shared;

    /// <param name="connection">Is closed with it.</param>
    /// <param name="key">Signs the last entry; null where nobody does.</param>
    public JournalTransaction(
        SqliteConnection connection,
        SqliteTransaction transaction,
        DateTimeOffset now,
        JournalKey? key
    )
    {
        (this.connection, this.transaction, this.key) = (connection, transaction, key);
        (begun, Time, writer) = (now, now, new EntryWriter(connection));
        IsFirst = connection.ExecuteScalar<long>("select count(*) from site_files") == 0;
    }

    /// <summary>What was recorded here so far.</summary>
    public IReadOnlyList<JournalEntry> Entries => writer.Written;

    /// <summary>True where nothing had ever been published before: the first edition ends with the site's own files.</summary>
    public bool IsFirst { get; }

    /// <summary>When what is recorded next has happened.</summary>
    public DateTimeOffset Time { get; set; }

    /// <summary>After what was recorded here so far.</summary>
    public JournalHead Head => writer.Head;

    /// <summary>What the public is told of it, once it is committed; null before the first entry.</summary>
    public PublishedHead? Published { get; private set; }

    /// <summary>True where the last entry was published without a signature of the key in use.</summary>
    /// <param name="publicKey">Whose signature was published.</param>
    public bool WouldSign(string publicKey) => key is not null && Head.Number > 0 && key.Public.Base64 != publicKey;

    /// <summary>True once an address lost its report, or got one again.</summary>
    public bool ChangedRedirects { get; private set; }

    /// <summary>As <see cref="JournalFile.FormerAddresses()"/>, after what was recorded here so far.</summary>
    public IReadOnlyList<FormerAddress> FormerAddresses()
    {
        writer.Flush();
        return JournalFile.FormerAddresses(connection);
    }

    /// <summary>Records what differs from what the journal knows; nothing, when nothing does.</summary>
    /// <param name="seen">Reports that were looked at.</param>
    /// <param name="gone">Files that are gone.</param>
    public void Record(IReadOnlyCollection<ReportStatus> seen, IReadOnlyCollection<string> gone)
    {
        var isFirst = writer.Head.Number == 0;
        var newcomers = seen.Where(report => writer.Find(report.Slug) is null or { IsLeft: true }).ToList();
        var successors = new SuccessorFinder(newcomers);
        foreach (var address in Left(seen, gone))
            RecordLeft(address, successors.Find(address));
        foreach (var report in isFirst ? [] : newcomers)
        {
            // Moved by hand in two steps: deleted, then put back under another name.
            if (writer.Find(report.Slug) is null && writer.FindRemoved(report.Content) is { } earlier)
                RecordLeft(earlier, report);
        }
        foreach (var report in seen)
            Record(report);
    }

    /// <summary>
    /// Records a version that an earlier build showed. Where its text was not kept, nothing has happened to it, so nothing else is said
    /// of it, even where its bytes are not to be had any more and its words are kept in others.
    /// </summary>
    public void Adopt(ReportStatus report)
    {
        var known = writer.Find(report.Slug);
        if (known is { Reading: "" } && known.State == report.State)
            Write(JournalEvent.ReadAnew, report);
        else
            Record(report);
    }

    /// <summary>Addresses whose file is gone, or has another address now, and that no other file holds.</summary>
    IReadOnlyList<RecordedAddress> Left(IReadOnlyCollection<ReportStatus> seen, IReadOnlyCollection<string> gone)
    {
        if (writer.Head.Number == 0)
            return [];
        var held = seen.Select(report => report.Slug).ToHashSet();
        return
        [
            .. writer
                .FindByPath(gone.Concat(seen.Select(report => report.Path)))
                .Where(address => !address.IsLeft && !held.Contains(address.Slug)),
        ];
    }

    public void Commit()
    {
        writer.Flush();
        var signature = Sign();
        Published = JournalFile.PublishedHead(connection, key?.Public);
        if (shared is not null)
        {
            shared.PutEntries(writer.Written);
            shared.PutSignatures(signature is null ? [] : [signature]);
            shared.Commit();
        }
        // Where this fails, what is in the shared record already is taken from there.
        transaction.Commit();
    }

    public void Dispose()
    {
        shared?.Dispose();
        transaction.Dispose();
        connection.Dispose();
    }

    HeadSignature? Sign()
    {
        if (key is null || Head.Number == 0)
            return null;
        var signature = key.Sign(Head.Number, Head.Hash, begun);
        Put([signature]);
        return signature;
    }

    void RecordLeft(RecordedAddress gone, ReportStatus? successor)
    {
        ChangedRedirects = true;
        var entry = successor is null
            ? Entry(JournalEvent.Removed, gone.Slug, gone.Path, gone.Title, gone.Content)
            : Entry(JournalEvent.Moved, successor.Slug, successor.Path, successor.Title, successor.Content) with
            {
                Formerly = gone.Slug,
            };
        writer.Write(entry);
    }

    void Record(ReportStatus report)
    {
        var known = writer.Find(report.Slug);
        if (report.EventAfter(known) is null)
            return;
        report = AsKept(report);
        if (report.EventAfter(known) is not { } happened)
            return;
        Write(happened, report);
        var state = writer.Find(report.Slug)!.State;
        ChangedRedirects |=
            known?.State is AddressState.Moved or AddressState.Removed or AddressState.TakenDown
            != state is AddressState.TakenDown;
    }

    void Write(JournalEvent happened, ReportStatus report) =>
        writer.Write(
            Entry(happened, report.Slug, report.Path, report.Title, report.Content) with
            {
                Reading = report.Reading,
                Note = NoteOf(happened, report),
            }
        );

    /// <summary>A revision is told once, however often the file is saved afterwards.</summary>
    string NoteOf(JournalEvent happened, ReportStatus report) =>
        happened is JournalEvent.Published or JournalEvent.Withdrawn
        || (happened == JournalEvent.Changed && writer.LastNote(report.Slug) != report.Note)
            ? report.Note
            : "";

    JournalEntry Entry(JournalEvent happened, string slug, string path, string title, string content) =>
        new()
        {
            Number = 0,
            Time = Time,
            Event = happened,
            Slug = slug,
            Formerly = "",
            Path = path,
            Title = title,
            Content = content,
        };
}
