using WorkReports.Content.Problems;
using WorkReports.Content.Reports;
using WorkReports.Content.Screening;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Reports;

/// <summary>What all reports depend on has bounds of its own: it is read before them, with each edition.</summary>
public sealed class SiteContextReaderTests
{
    const string Index = "政治机关/_index.md";

    [Fact]
    public void An_introduction_that_is_too_large_is_told_and_the_last_one_stands()
    {
        using var index = TestIndex.Of(ContentOf.Report("---\n网址: a\n---\n# 甲\n\n正文。"));
        index.Content.With(Index, "---\n标题: 别的名称\n网址: zhengzhi\n---\n" + new string('字', 70_000));
        index.Content.With("政治机关/2021-08-30-乙.md", "---\n网址: b\n---\n# 乙\n\n正文。");
        var problem = Assert.Single(index.Publish().Problems, problem => problem.IsError);
        Assert.Equal((Index, "file-large"), (problem.File, problem.Code));
        Assert.Contains("最多 200 KB", problem.Message);
        Assert.Equal(["乙", "甲"], index.Titles().Order(StringComparer.Ordinal));
        Assert.Contains(index.Ask(library => library.Pillars()), pillar => pillar.Title == "政治机关");
    }

    [Fact]
    public void What_makes_the_program_stumble_is_told_with_its_file_and_nothing_else_falls()
    {
        var problems = new ProblemList(Index);
        Assert.Null(UnforeseenFault.Guard<string>(problems, () => throw new InvalidDataException("没有内存")));
        var problem = Assert.Single(problems.All);
        Assert.Equal((Index, "file-unforeseen", true), (problem.File, problem.Code, problem.IsError));
        Assert.Equal("甲", UnforeseenFault.Guard(problems, () => "甲"));
    }

    [Fact]
    public void Of_a_word_list_that_is_too_long_the_beginning_counts_and_the_line_is_told()
    {
        var list = string.Concat(Enumerable.Range(0, 50_003).Select(number => $"词{number}\n"));
        var problems = new ProblemList("词表.txt");
        var words = WordList.Read("# 词表\n" + list, problems);
        Assert.Equal(50_000, words.Words.Count);
        var problem = Assert.Single(problems.All);
        Assert.Equal((50_002, "words-many", true), (problem.Line, problem.Code, problem.IsError));
        Assert.Contains("最多 50000 个词", problem.Message);
        Assert.Equal(["词49999"], words.Find("词49999与词50000").Select(found => found.Word.Word).Take(1));
    }

    [Theory]
    [InlineData(51, "有 51 个字，最多 50 个")]
    [InlineData(201, "有 201 个字符，最多 200 个")]
    public void A_word_that_is_too_long_is_left_out(int length, string says)
    {
        var problems = new ProblemList("词表.txt");
        Assert.Empty(WordList.Read(new string('词', length), problems).Words);
        Assert.Contains(says, Assert.Single(problems.All, problem => problem.Code == "words-line").Message);
        Assert.Single(WordList.Read(new string('词', 50), problems).Words);
    }

    [Fact]
    public void Of_words_that_begin_alike_the_longest_is_found_at_each_place()
    {
        var words = WordList.Read("登陆\n登陆网站\n登陆网\n登记\n", new ProblemList("词表.txt"));
        Assert.Equal(
            ["登陆网站", "登陆", "登陆网", "登记"],
            words.Find("请登陆网站，登陆，登陆网，登录，登记").Select(found => found.Word.Word)
        );
    }

    /// <summary>It is asked for with each edition, and thousands of words take a while.</summary>
    [Fact]
    public void The_same_word_list_is_made_once()
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes($"登陆 → 登录\n{Guid.NewGuid()}\n甲\n");
        WordListFile Read() => WordListFile.Read("词表.txt", bytes);
        Assert.NotEmpty(Read().Problems);
        Assert.Equal(2, Read().Words!.Words.Count);
        // Another test may read another list in between.
        Assert.Contains(Enumerable.Range(0, 100), _ => ReferenceEquals(Read(), Read()));
    }
}
