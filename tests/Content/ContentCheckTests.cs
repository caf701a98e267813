using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content;

public sealed class ContentCheckTests
{
    [Fact]
    public void Checking_and_publishing_tell_the_same_in_the_same_places()
    {
        using var index = new TestIndex(
            ContentOf
                .Pillars()
                .With("site.yml", "words: 词表.txt\n" + ContentOf.SiteYml)
                .With("词表.txt", "登陆网站 → 登录网站\n登 → 去\n")
                .With("政治机关/2021-08-31-甲.md", "---\ntitle: 甲\ndate: 2021-02-30\n天气: 晴\n---\n正文。")
                .With(
                    "政治机关/2021-08-30-乙.md",
                    "---\ntitle: 乙\n---\n##做法\n\n见[丙](没有.md)，请登陆网站**查看，电话13812345678。"
                )
                .With("书香机关/2021-08-31-丙.md", "---\ntitle: 丙\n---\n身份证11010519491231002X。")
                .With("书香机关/2021-08-29-丁.md", [0xFF, 0x00, 0x01])
                .With("书香机关/_index.md", "---\ntitle: 书香机关\nslug: shuxiang\n---\n![](没有.png)\n")
        );
        var published = index.Publish().Problems;
        Assert.Equal(
            Reading.ProblemsIn(index.Content.Folder).Order(ByPlace).Select(Told),
            published.Order(ByPlace).Select(Told)
        );
        Assert.True(published.Count > 9, "Too little to compare.");
        Assert.Contains(published, problem => problem.At is { Column: > 1, Length: > 1 });
    }

    static string Told(Problem problem) => $"{problem} {problem.At} {problem.Code} {problem.Severity}";

    static readonly Comparer<Problem> ByPlace = Comparer<Problem>.Create(
        (one, other) => string.CompareOrdinal(Told(one), Told(other))
    );
}
