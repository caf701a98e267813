using WorkReports.Content.Problems;
using WorkReports.Secrecy;

namespace WorkReports.Content.Screening;

/// <summary>
/// Tells of marks of classified documents. What has one must not be on a website, and not be published because nobody saw it.
/// </summary>
static class SecretMarks
{
    const string Error =
        "这是密级标志。涉密文件不得放到网站上，草稿也不行：请立即移走这个文件，告诉保密干部和管理员。确实不是涉密文件的，由保密审查的人核对以后，在文件头加一行“涉密字样: 已核”。";

    const string Warning =
        "这里提到密级，旁边还有份号、保密期限之类的字样，像是从涉密文件里来的。请核对；不是涉密文件的，由保密审查的人核对以后，在文件头加一行“涉密字样: 已核”。";

    /// <param name="shown">What readers would see of it.</param>
    /// <returns>True for a text that must not reach them.</returns>
    public static bool Check(string text, IEnumerable<string?> shown, ProblemList problems)
    {
        Check(text, problems);
        CheckShown(shown, problems);
        return problems.All.Any(problem => problem is { Code: "secret-mark", IsError: true });
    }

    static void Check(string text, ProblemList problems)
    {
        foreach (var mark in ClassificationMarks.Find(text))
        {
            var place = new Place(mark.Line, mark.Index + 1, mark.Text.Length);
            if (mark.IsCertain)
                problems.Error(place, "secret-mark", Error);
            else
                problems.Warn(place, "secret-mark", Warning);
        }
    }

    /// <summary>What readers would see, where the source spells it otherwise: with entities, tags or emphasis within.</summary>
    static void CheckShown(IEnumerable<string?> shown, ProblemList problems)
    {
        if (problems.All.Any(problem => problem.Code == "secret-mark"))
            return;
        var mark = shown
            .SelectMany(text => (text ?? "").Split('\n'))
            .Select(ClassificationMarks.FindShown)
            .FirstOrDefault(found => found is not null);
        if (mark is not null)
            problems.Error(1, "secret-mark", $"页面上会显示“{mark}”。{Error}");
    }
}
