using Microsoft.Data.Sqlite;
using WorkReports.Index;
using WorkReports.Tests.Content.Acts;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content;

/// <summary>
/// Whatever editors, admins and machines do, in whatever order: after each step readers get what a small model says. Only an editor's
/// act changes it: a lost index, a restart, a wrong clock or a share that is away never do, nor does a mistake in a file.
/// </summary>
[Needs(NeedsAttribute.Time)]
public sealed class RecordedActsTests : IDisposable
{
    /// <summary>Before a file's state is written, long before the journal is; and when the journal is, and the edition is not.</summary>
    static readonly string[] Moments = ["before insert on files", "before update of number on edition"];

    readonly TestIndex index = TestIndex.Of(ContentOf.Pillars());
    readonly Random chance = new(Lane.Seed);
    readonly List<string> acts = [];
    readonly RecordModel model;
    readonly EditorActs editor;
    readonly AdminActs admin;

    public RecordedActsTests()
    {
        model = new RecordModel(index.Clock.GetUtcNow());
        editor = new EditorActs(index, model, chance);
        admin = new AdminActs(index, model, chance);
    }

    [Fact]
    public void Readers_get_what_editors_did_and_nothing_else()
    {
        for (var step = 0; step < Lane.Count(sample: 60, deep: 2000); step++)
        {
            // Removals that come close together are another matter.
            admin.Advance();
            acts.Add(Act());
            // A clock that was accepted and not yet believed is another fault after a restart, and asked for again.
            if (chance.Next(10) == 0 && acts[^1] != AdminActs.ClockAccepted)
                PublishKilled(Moments[chance.Next(Moments.Length)]);
            Publish();
            model.Settle();
            Compare();
            model.NoteSeen();
        }
        Assert.Null(index.Journal.FirstBrokenLink());
    }

    /// <summary>Where something is away, nobody deletes beside it: what goes together with it is held with it.</summary>
    string Act() =>
        chance.Next(3) == 0 ? admin.Do()
        : model.IsContentAway ? admin.BringBack()
        : editor.Do();

    void Publish()
    {
        try
        {
            index.Publish();
            Assert.False(model.IsContentAway);
        }
        catch (IOException) when (model.IsContentAway)
        {
            // Readers keep the last edition.
        }
        index.CatchUp();
    }

    /// <summary>As if the program ended at this moment: what it had begun to write is taken back, what it knew is lost.</summary>
    void PublishKilled(string moment)
    {
        acts.Add($"killed {moment}");
        Harm($"create trigger killed {moment} begin select raise(abort, 'killed'); end");
        try
        {
            index.Publish();
            index.CatchUp();
        }
        catch (SqliteException exception) when (exception.Message.Contains("killed", StringComparison.Ordinal)) { }
        catch (IOException) when (model.IsContentAway) { }
        Harm("drop trigger if exists killed");
        admin.Restart();
    }

    void Harm(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={index.Settings.IndexFile};Pooling=false");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    void Compare()
    {
        var wrong = index.Ask(library => Differences(library).ToList());
        Assert.True(
            wrong.Count == 0,
            $"{string.Join('\n', wrong)}\nafter {acts.Count} acts:\n{string.Join('\n', acts.TakeLast(40))}"
        );
    }

    IEnumerable<string> Differences(Library library)
    {
        // Whose edits of it readers will get.
        var holders = index.Editions.Reports(model.Now).ToDictionary(report => report.Slug, report => report.Path);
        foreach (var (slug, (path, _)) in model.Held)
        {
            var found = library.Find(slug);
            var text = found?.Withdrawn is null ? found?.Text : "withdrawn";
            if (text != model.TextAt(slug))
                yield return $"'{text}', not '{model.TextAt(slug)}', at {slug} of {path}";
            if (!model.IsContentAway && holders.GetValueOrDefault(slug) != path)
                yield return $"{slug} is held by {holders.GetValueOrDefault(slug)}, not {path}";
        }
        foreach (var slug in model.Left)
        {
            if (library.Find(slug) is not null)
                yield return $"a report at {slug}, which was left";
            if (library.FindFormer(slug)?.CurrentSlug is var now && now != model.Destination(slug))
                yield return $"{slug} leads to {now}, not {model.Destination(slug)}";
        }
        if (!model.IsContentAway && !model.HeldFiles.SequenceEqual(index.Held))
            yield return $"held {string.Join(", ", index.Held)}, not {string.Join(", ", model.HeldFiles)}";
    }

    public void Dispose()
    {
        admin.Dispose();
        index.Dispose();
    }
}
