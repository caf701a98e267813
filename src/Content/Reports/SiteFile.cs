using System.Text;
using System.Text.RegularExpressions;
using WorkReports.Content.Files;
using WorkReports.Content.FrontMatter;
using WorkReports.Content.Problems;
using WorkReports.Content.Reports.Checks;
using WorkReports.Content.Screening;

namespace WorkReports.Content.Reports;

/// <summary>Reads <c>site.yml</c>. A value with a mistake is left out and reported; the rest of the profile is used.</summary>
static partial class SiteFile
{
    static readonly YamlKey Name = new("name", "名称");
    static readonly YamlKey Domain = new("domain", "域名");
    static readonly YamlKey SiteCode = new("site-code", "网站标识码");
    static readonly YamlKey Description = new("description", "简介");
    static readonly YamlKey Keywords = new("keywords", "关键词");
    static readonly YamlKey GreyDays = new("grey-days", "灰度日");
    static readonly YamlKey PictureLimit = new("picture-limit", "图片上限");
    static readonly YamlKey AllowedNumbers = new("allowed-numbers", "允许号码");
    static readonly YamlKey Words = new("words", "词表");
    static readonly YamlKey SiteDays = new("site-days", "全站更新天数");
    static readonly YamlKey PillarDays = new("pillar-days", "栏目更新天数");
    static readonly YamlKey UnitDays = new("unit-days", "单位更新天数");
    static readonly YamlKey Units = new("units", "单位");

    static readonly YamlKey[] SiteKeys =
    [
        Name,
        Domain,
        SiteCode,
        SecurityContact.Key,
        Description,
        Keywords,
        GreyDays,
        PictureLimit,
        AllowedNumbers,
        Words,
        SiteDays,
        PillarDays,
        UnitDays,
        Units,
        ReportKeys.SecretWords,
    ];

    public static SiteProfile Read(byte[] bytes, ProblemList problems)
    {
        if (TextDecoder.Decode(bytes, problems) is not { } text)
            return new SiteProfile();
        if (string.IsNullOrWhiteSpace(text))
            problems.Error(1, "site-empty", "site.yml 是空的。请把原来的内容放回去，或按编辑指南重新写一份。");
        if (problems.HasErrors || YamlText.ReadFields(text, SiteKeys, problems) is not { } fields)
            return new SiteProfile();
        CheckLengths(fields, problems);
        var usual = new SiteProfile();
        var profile = usual with
        {
            Name = fields.Text(Name) ?? usual.Name,
            Origin = OriginOf(fields, problems) ?? usual.Origin,
            SiteCode = SiteCodeOf(fields, problems),
            SecurityContact = SecurityContact.Read(fields, problems),
            Description = fields.Text(Description) ?? "",
            Keywords = fields.Words(Keywords),
            Units = UnitEntries.Read(fields, Units, problems),
            LargestPicture = PictureLimitOf(fields, problems) ?? usual.LargestPicture,
            AllowedNumbers = [.. fields.Texts(AllowedNumbers).Select(BareNumber)],
            WordList = WordListOf(fields, problems),
            SiteDays = DaysOf(SiteDays, fields, problems),
            PillarDays = DaysOf(PillarDays, fields, problems),
            UnitDays = DaysOf(UnitDays, fields, problems),
            GreyDays = [.. fields.Texts(GreyDays).Take(366).Where(day => IsGreyDay(day, fields, problems))],
        };
        var isSecret =
            !ClassificationClearance.AreCleared(fields, problems) && SecretMarks.Check(text, profile.Texts(), problems);
        return isSecret ? usual : profile;
    }

    static string BareNumber(string number) =>
        string.Concat(number.Normalize(NormalizationForm.FormKC).Where(char.IsAsciiLetterOrDigit));

    /// <summary>It stands on every page.</summary>
    static void CheckLengths(YamlFields fields, ProblemList problems)
    {
        var lengths = new FieldLengths(fields, problems);
        lengths.CheckText(Name, fields.Text(Name), 100);
        lengths.CheckText(Description, fields.Text(Description), 1000);
        lengths.CheckList(Keywords, fields.Words(Keywords), items: 50, length: 50);
        lengths.CheckList(GreyDays, fields.Texts(GreyDays), items: 366, length: 50);
    }

    static string? OriginOf(YamlFields fields, ProblemList problems)
    {
        if (fields.Text(Domain) is not { } domain)
        {
            problems.Warn(
                1,
                "domain-missing",
                "没有写域名（domain）。订阅和站点地图里的网址会是 http://localhost:8080。"
            );
            return null;
        }
        var address = domain.Contains("://", StringComparison.Ordinal) ? domain : "https://" + domain;
        if (
            Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri.PathAndQuery == "/"
        )
            return uri.GetLeftPart(UriPartial.Authority);
        problems.Error(
            fields.At(Domain),
            "domain",
            $"“{domain}”不是域名。请只写域名，如 www.example.cn；网站只有 http 时写 http://www.example.cn。"
        );
        return null;
    }

    static string? SiteCodeOf(YamlFields fields, ProblemList problems)
    {
        if (fields.Text(SiteCode) is not { } code || SiteCodeForm().IsMatch(code))
            return fields.Text(SiteCode);
        problems.Error(
            fields.At(SiteCode),
            "site-code",
            $"网站标识码是 10 位数字，现在写的是“{code}”。请加上引号照原样写，如 \"3204000001\"。"
        );
        return null;
    }

    static long? PictureLimitOf(YamlFields fields, ProblemList problems)
    {
        if (fields.Text(PictureLimit) is not { } text)
            return null;
        if (
            SizeForm().Match(text.Normalize(NormalizationForm.FormKC)) is { Success: true } size
            && long.TryParse(size.Groups[1].Value, out var number)
            && number > 0
        )
            return number
                << (
                    char.ToUpperInvariant(size.Groups[2].Value is [var unit, ..] ? unit : ' ') switch
                    {
                        'M' => 20,
                        'K' => 10,
                        _ => 0,
                    }
                );
        problems.Error(fields.At(PictureLimit), "size", $"“{text}”不是大小。请写成 800 KB 或 2 MB。");
        return null;
    }

    static string? WordListOf(YamlFields fields, ProblemList problems)
    {
        if (fields.Text(Words) is not { } file)
            return null;
        if (
            ContentFolder.PathBeside(ContentFolder.SiteFile, file) is { } path
            && path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)
        )
            return path;
        problems.Error(
            fields.At(Words),
            "words-file",
            $"词表要放在内容文件夹里，是扩展名为 .txt 的文本文件，现在写的是“{file}”。"
        );
        return null;
    }

    static int? DaysOf(YamlKey key, YamlFields fields, ProblemList problems)
    {
        var days = fields.Number(key);
        if (days is null or > 0)
            return days;
        problems.Error(fields.At(key), "type-number", $"{key} 应当大于零。不要检查就删去这一行。");
        return null;
    }

    static bool IsGreyDay(string day, YamlFields fields, ProblemList problems)
    {
        // A leap year, so that 02-29 counts as a day of every year.
        if (GreyDayForm().IsMatch(day) && ContentDate.Read(day.Length == 5 ? "2024-" + day : day, out _) is not null)
            return true;
        problems.Error(
            fields.At(GreyDays, day),
            "grey-day",
            $"“{day}”不是灰度日。每年都有的写“12-13”，只有一次的写“2022-12-06”。"
        );
        return false;
    }

    [GeneratedRegex(@"^([0-9]{1,9})\s*([KkMm]?)[Bb]?$")]
    private static partial Regex SizeForm();

    [GeneratedRegex(@"^\d{10}$")]
    private static partial Regex SiteCodeForm();

    [GeneratedRegex(@"^(\d{4}-)?\d{2}-\d{2}$")]
    private static partial Regex GreyDayForm();
}
