using System.Security.Cryptography;
using WorkReports.Content.Files;
using WorkReports.Content.Recording;
using WorkReports.Journal;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Recording;

/// <summary>What was published by an earlier build stands, whatever this one would say of it; what took its place does not.</summary>
public sealed class RefusedFilesTests : IDisposable
{
    const string Name = "政治机关/照.jpg";

    static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, BeijingTime.Offset);
    static readonly byte[] Photo = PhotoFile.Jpeg(PhotoFile.Exif());

    readonly Settings settings = new() { Data = Directory.CreateTempSubdirectory("workreports-data-").FullName };
    readonly ContentOf content = ContentOf.Nothing().With(Name, Photo);
    readonly JournalFile journal;

    public RefusedFilesTests() => journal = new JournalFile(settings);

    string? CodeOf(params string[] readings)
    {
        using var file = new ContentFolder(content.Folder).Open(Name, out _)!;
        return new RefusedFiles(journal).CodeOf(Name, file, () => readings);
    }

    /// <summary>Records a reading of a report that shows a picture.</summary>
    /// <returns>Its hash.</returns>
    string Recorded(byte[] picture)
    {
        var reading = new ReportReading
        {
            Slug = "a",
            Published = Now,
            Against = new ReadAgainst(
                new Dictionary<string, string>(),
                [new UsedFile(Name, picture.Length, Convert.ToHexStringLower(SHA256.HashData(picture)))]
            ),
        };
        var version = RecordedVersion.Of([1], reading);
        using var entries = journal.Begin(Now);
        entries.PutTexts(version.Texts);
        entries.Commit();
        return version.ReadingHash;
    }

    [Fact]
    public void A_picture_that_stands_in_the_record_as_it_is_may_be_sent()
    {
        Assert.Equal("photo-place", CodeOf());
        Assert.Equal("photo-place", CodeOf(Recorded(PhotoFile.Jpeg())));
        Assert.Null(CodeOf(Recorded(PhotoFile.Jpeg()), Recorded(Photo)));
    }

    [Fact]
    public void A_reading_that_nobody_has_any_more_proves_nothing() =>
        Assert.Equal("photo-place", CodeOf(new string('0', 64), ""));

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(settings.Data, recursive: true);
        content.Dispose();
    }
}
