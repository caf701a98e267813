using Microsoft.Data.Sqlite;
using WorkReports.Content.Files;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content;

/// <summary>Size and date of a file prove nothing: <c>touch -r</c>, <c>git archive</c> and an image built twice give others the same.</summary>
public sealed class SameTimesTests : IDisposable
{
    const string Path = "政治机关/2021-08-31-试验.md";
    const string Picture = "政治机关/图.svg";

    readonly TestIndex index = TestIndex.Of(
        ContentOf
            .Report("---\n网址: a\n---\n# 甲\n\n第一版。![图](图.svg)", Path)
            .With(Picture, "<svg xmlns='http://www.w3.org/2000/svg'><g/></svg>")
    );

    string At(string path) => System.IO.Path.Combine(index.Content.Folder, path);

    void Replace(string path, string from, string to, bool keepsFile = true)
    {
        var (time, text) = (File.GetLastWriteTimeUtc(At(path)), File.ReadAllText(At(path)).Replace(from, to));
        if (!keepsFile)
            index.Content.Without(path);
        index.Content.With(path, text);
        File.SetLastWriteTimeUtc(At(path), time);
    }

    /// <summary>As if the file that lies there had been read, with the bytes of the one before.</summary>
    void MakeStatusKnown()
    {
        var file = new ContentFolder(index.Content.Folder).List([Path]).Files.Single();
        using var connection = new SqliteConnection($"Data Source={index.Settings.IndexFile};Pooling=false");
        connection.Open();
        using var command = new SqliteCommand(
            $"update files set changed = {file.Changed}, inode = {file.Inode} where path = '{Path}'",
            connection
        );
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Other_bytes_of_the_same_size_and_date_are_published_by_a_look_at_everything(bool keepsFile)
    {
        Replace(Path, "第一版", "第二版", keepsFile);
        index.Restart();
        Assert.Equal((2, 1), (index.Publish().Edition, index.Find("a")!.Text.Contains("第二版") ? 1 : 0));
    }

    [Fact]
    public void What_an_event_names_is_hashed_whatever_the_system_tells_of_it()
    {
        Replace(Path, "第一版", "第二版");
        MakeStatusKnown();
        Assert.Equal(1, index.Publish().Edition);
        Assert.Equal(2, index.Publish(Path).Edition);
        Assert.Contains("第二版", index.Find("a")!.Text);
    }

    [Fact]
    public void The_same_bytes_with_another_date_are_no_new_edition_and_are_not_read_twice()
    {
        File.SetLastWriteTimeUtc(At(Path), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal((1, 0), (index.Publish().Edition, index.Publish().Read));
        Assert.Equal(new DateTime(2001, 1, 1).Ticks, index.Editions.Files()[Path].Modified);
        Assert.Equal(1, index.Publish(Path).Edition);
    }

    [Fact]
    public void A_picture_of_the_same_size_and_date_is_looked_into_again()
    {
        Replace(Picture, "<g/>", "<a/>");
        index.Publish();
        Replace(
            Picture,
            "<svg xmlns='http://www.w3.org/2000/svg'><a/></svg>",
            "<svg onload='x()' xmlns='http://www.w3.org/'/>".PadRight(50)
        );
        Assert.Contains(index.Publish().Problems, problem => problem.Code == "svg-active");
    }

    public void Dispose() => index.Dispose();
}
