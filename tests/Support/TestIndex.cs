using Microsoft.Extensions.Time.Testing;
using WorkReports.Content;
using WorkReports.Index;

namespace WorkReports.Tests.Support;

/// <summary>An index of a test's own over a content folder, with a clock that the test sets.</summary>
public sealed class TestIndex : IDisposable
{
    readonly string data = Directory.CreateTempSubdirectory("workreports-data-").FullName;

    public TestIndex(ContentOf content)
    {
        Content = content;
        Database = new Database(new Settings { Content = content.Folder, Data = data });
    }

    public ContentOf Content { get; }

    public Database Database { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, BeijingTime.Offset));

    public static TestIndex Of(ContentOf content)
    {
        var index = new TestIndex(content);
        index.Publish();
        return index;
    }

    public Publication Publish() => new Publisher(new ContentFolder(Content.Folder), new Indexer(Database)).Publish();

    /// <summary>A library of this moment; asked and closed.</summary>
    public T Ask<T>(Func<Library, T> question)
    {
        using var library = new Library(Database, Clock);
        return question(library);
    }

    public Report? Find(string slug) => Ask(library => library.Find(slug));

    public IReadOnlyList<string> Titles() => Ask(library => library.All(1).Items.Select(report => report.Title).ToList());

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
        Content.Dispose();
    }
}
