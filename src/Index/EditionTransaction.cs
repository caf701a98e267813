using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using WorkReports.Index.Editions;
using WorkReports.Index.Search;

namespace WorkReports.Index;

/// <summary>The edition being made: one immediate transaction, dropped unless it is committed.</summary>
public sealed partial class EditionTransaction : IDisposable
{
    readonly Database database;
    readonly SqliteConnection connection;
    readonly SqliteTransaction transaction;
    readonly SearchIndexUpdate search;

    /// <summary>Reports of which nothing changed that another page shows.</summary>
    readonly HashSet<string> rewritten = new(StringComparer.Ordinal);

    /// <summary>True once something changed that any page may show.</summary>
    bool changesEverything;

    IndexedRecord? record;

    internal EditionTransaction(Database database)
    {
        this.database = database;
        SqliteTransaction? begun = null;
        connection = database.Write(fresh => begun = fresh.BeginTransaction(deferred: false));
        transaction = begun!;
        search = SearchIndex.Update(connection);
    }

    /// <param name="problems">What is wrong with the files that the profile and the pillars were read from.</param>
    /// <param name="context">A fingerprint of all that site and pillars were read from.</param>
    /// <param name="reportInputs">A fingerprint of that part of it which every report is read against.</param>
    public void PutSite(
        SiteProfile profile,
        IReadOnlyList<Pillar> pillars,
        IEnumerable<Problem> problems,
        string context,
        string reportInputs
    )
    {
        changesEverything = true;
        connection.Execute("delete from pillars; delete from problems where file not in (select path from files)");
        connection.Execute(
            """
            insert into edition (id, context, report_inputs, profile) values (1, @context, @reportInputs, @profile)
            on conflict (id) do update set context = @context, report_inputs = @reportInputs, profile = @profile
            """,
            new
            {
                context,
                reportInputs,
                profile,
            }
        );
        connection.Execute(
            """insert into pillars values (@Folder, @Slug, @Title, @Order, @Seal, @Motto, @Type, @Html, @Text, @Files)""",
            pillars
        );
        ProblemRows.Write(connection, problems);
    }

    /// <summary>
    /// Says how the files were when they were read, so that the next scan reads only those that are not so.
    /// </summary>
    public void PutFiles(IReadOnlyCollection<IndexedFile> files) => connection.Execute(IndexedFile.Put, files);

    /// <summary>Replaces the problems of these files.</summary>
    public void PutProblems(IReadOnlyCollection<string> files, IEnumerable<Problem> problems)
    {
        connection.Execute("delete from problems where file = @file", files.Select(file => new { file }));
        ProblemRows.Write(connection, problems);
    }

    /// <summary>Replaces the dependencies of these files.</summary>
    public void PutDependencies(IReadOnlyCollection<string> files, IEnumerable<FileDependency> dependencies)
    {
        connection.Execute("delete from dependencies where file = @file", files.Select(file => new { file }));
        connection.Execute("insert or replace into dependencies values (@File, @Dependency, @Stamp)", dependencies);
    }

    /// <summary>Replaces all addresses that reports left.</summary>
    internal void PutFormerAddresses(IReadOnlyCollection<FormerAddress> former)
    {
        connection.Execute("delete from former");
        connection.Execute("insert into former values (@Slug, @CurrentSlug)", former);
    }

    /// <summary>Takes over from the journal what readers got new.</summary>
    /// <param name="entries">Those that the edition adds.</param>
    /// <param name="isFirst">True where the journal begins with them.</param>
    internal void PutNews(IReadOnlyCollection<JournalEntry> entries, bool isFirst)
    {
        // Of a journal that was given up for another one.
        if (isFirst)
            News.Clear(connection);
        News.Put(connection, entries, isFirst);
        ApplyNews(entries.Select(entry => entry.Slug));
    }

    /// <summary>Says of these reports when they last had something new; after they were put.</summary>
    internal void ApplyNews(IEnumerable<string> slugs) =>
        News.Apply(connection, JsonSerializer.Serialize(slugs.Distinct()));

    /// <summary>The same of all reports, from the whole journal.</summary>
    /// <param name="firstEnd">The last number of the entries with which it begins.</param>
    internal void PutNewsAnew(IReadOnlyCollection<JournalEntry> entries, long firstEnd)
    {
        News.Clear(connection);
        News.Put(connection, entries.TakeWhile(entry => entry.Number <= firstEnd), isFirst: true);
        News.Put(connection, entries.SkipWhile(entry => entry.Number <= firstEnd), isFirst: false);
        ApplyNews(connection.Query<string>("select slug from reports"));
    }

    /// <summary>Says which record the edition shows, and which build rendered it.</summary>
    internal void PutRecord(IndexedRecord shown)
    {
        record = shown;
        connection.Execute(IndexedRecord.Update, shown);
    }

    /// <summary>Removes files that are gone, with their reports, problems and dependencies.</summary>
    public void RemoveFiles(IReadOnlyCollection<string> paths)
    {
        RemoveReports(paths);
        PutProblems(paths, []);
        PutDependencies(paths, []);
        connection.Execute("delete from files where path = @path", paths.Select(path => new { path }));
    }

    /// <summary>Makes it the edition that readers see.</summary>
    /// <returns>Its number: one more than the last.</returns>
    public long Commit()
    {
        search.Finish();
        var number = connection.ExecuteScalar<long>("update edition set number = number + 1 returning number");
        database.DeferCheckpoint(connection);
        database.ApplyVisibleChange(
            transaction.Commit,
            changesEverything ? Invalidation.Everything : Invalidation.Of(rewritten)
        );
        if (record is not null)
            database.Witness.Write(record.Number, record.Hash);
        return number;
    }

    public void Dispose()
    {
        transaction.Dispose();
        connection.Dispose();
    }
}
