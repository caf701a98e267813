using System.Text.Json;
using Dapper;
using WorkReports.Journal.Entries;
using WorkReports.Journal.Proof;
using WorkReports.Journal.Shared;

namespace WorkReports.Journal;

sealed partial class JournalTransaction
{
    const int FollowedAtOnce = 256;

    /// <summary>What is added from here on is told to the record that several servers share, before this one is committed.</summary>
    public void ShareWith(SharedAppend append) => shared = append;

    /// <summary>Takes over what the shared record has and this one lacks, and commits it.</summary>
    /// <returns>How many texts were taken out: they were erased there.</returns>
    /// <exception cref="SharedRecordException">It does not continue this one.</exception>
    public int Follow(SharedSnapshot theirs)
    {
        var mine = Head;
        if (theirs.HashAt(mine.Number) != mine.Hash)
            throw new SharedRecordException(FaultOf(mine, theirs.Head));
        var acceptedAny = false;
        while (theirs.EntriesAfter(Head.Number, FollowedAtOnce) is { Count: > 0 } batch)
        {
            Put(theirs.Texts(Lacking(batch)));
            foreach (var entry in batch)
                Take(entry);
            acceptedAny |= batch.Any(entry => entry.Event == JournalEvent.Accepted);
        }
        writer.Flush();
        Put(theirs.SignaturesFrom(mine.Number));
        if (acceptedAny)
            PutAcceptances(theirs);
        var erased = Erase(theirs.ErasedTexts());
        transaction.Commit();
        return erased;
    }

    void Take(JournalEntry entry)
    {
        try
        {
            writer.Take(entry);
        }
        catch (InvalidDataException exception)
        {
            throw new SharedRecordException(
                $"the shared record is not what was written there: {exception.Message} Put the database back as its newest sound backup has it"
            );
        }
        if (entry.Event == JournalEvent.SiteFileChanged)
            Put(new SiteFileVersion(entry.Path, entry.Title, entry.Content, entry.Reading));
        else if (entry.Event == JournalEvent.SiteFileRemoved)
            RemoveSiteFile(entry.Path);
    }

    void Put(IEnumerable<HeadSignature> signatures) =>
        connection.Execute("insert or ignore into signatures values (@Number, @Time, @Key, @Value)", signatures);

    /// <summary>Hashes of texts that entries name and this record does not hold.</summary>
    IReadOnlyList<string> Lacking(IEnumerable<JournalEntry> entries) =>
        connection
            .Query<string>(
                """
                select distinct value
                from json_each(@hashes)
                where value not in (select hash from texts where bytes is not null)
                """,
                new
                {
                    hashes = JsonSerializer.Serialize(
                        entries
                            .Where(entry => entry.Reading.Length > 0)
                            .SelectMany(entry => new[] { entry.Content, entry.Reading })
                    ),
                }
            )
            .AsList();

    void PutAcceptances(SharedSnapshot theirs) =>
        connection.Execute(
            "insert or replace into acceptances (number, time, who, what, entry) values (@Number, @Time, @Who, @What, @Entry)",
            theirs
                .Acceptances()
                .Select(one => new
                {
                    one.Acceptance.Number,
                    one.Acceptance.Time,
                    one.Acceptance.Who,
                    one.Acceptance.What,
                    one.Entry,
                })
        );

    static string FaultOf(JournalHead mine, JournalHead theirs) =>
        theirs.Number < mine.Number
            ? $"the shared record has {theirs.Number} entries, and this server's copy {mine.Number}: its end is cut off, or it is a new one. 'journal --copy' brings it up to this copy"
            : $"the shared record is not the one that this server's copy was taken from: entry {mine.Number} is another. Name the right database, or delete this server's journal.db and index.db to follow that one";
}
