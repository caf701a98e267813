using WorkReports.Content.FrontMatter;
using WorkReports.Content.Problems;
using WorkReports.Content.Reports.Checks;

namespace WorkReports.Content.Reports;

/// <summary>Reads the publishing units of <c>site.yml</c>.</summary>
static class UnitEntries
{
    static readonly YamlKey Name = new("name", "名称");
    static readonly YamlKey Slug = new("slug", "网址");
    static readonly YamlKey ShortName = new("short", "简称");
    static readonly YamlKey Address = new("address", "地址");
    static readonly YamlKey Phone = new("phone", "电话");
    static readonly YamlKey Hours = new("hours", "电话时间");
    static readonly YamlKey Icp = new("icp", "ICP备案号");
    static readonly YamlKey Police = new("police", "公安备案号");
    static readonly YamlKey Notices = new("notices", "声明");
    static readonly YamlKey Default = new("default", "默认");

    /// <summary>In characters: it stands at the foot of every page, as all else does that is said of a unit.</summary>
    const int NameLimit = 100;
    const int TextLimit = 500;
    const int NoticeLimit = 20;

    /// <summary>Every text is searched for slips in all of their names.</summary>
    const int UnitLimit = 500;

    static readonly YamlKey[] Keys = [Name, Slug, ShortName, Address, Phone, Hours, Icp, Police, Notices, Default];

    /// <param name="key">The key of site.yml that lists them.</param>
    public static IReadOnlyList<PublishingUnit> Read(YamlFields site, YamlKey key, ProblemList problems)
    {
        var units = new List<PublishingUnit>();
        var entries = site.Entries(key, Keys);
        if (entries.Count > UnitLimit)
        {
            problems.Error(site.At(key), "list-long", $"发布单位有 {entries.Count} 个，最多 {UnitLimit} 个。");
            return [];
        }
        foreach (var fields in entries)
        {
            if (ReadUnit(fields, problems) is not { } unit)
                continue;
            if (units.Exists(other => other.Slug == unit.Slug || other.Name == unit.Name))
                problems.Error(
                    fields.At(Name),
                    "unit-twice",
                    $"单位“{unit.Name}”的名称或网址和前面的单位相同。请改成不同的。"
                );
            else
                units.Add(unit);
        }
        if (units.Count == 0)
            problems.Warn(site.At(key), "units-missing", "site.yml 里没有发布单位（units）。页脚将没有主办单位。");
        return units;
    }

    static PublishingUnit? ReadUnit(YamlFields fields, ProblemList problems)
    {
        if (fields.Text(Name) is not { } name)
        {
            problems.Error(fields.At(Slug), "unit-name", "这个单位没有写名称（name）。");
            return null;
        }
        var slug = fields.Text(Slug) ?? ReportName.Of(name).Slug;
        if (!ReportName.IsSlug(slug))
        {
            problems.Error(fields.At(Slug), "slug", $"网址“{slug}”只能用小写字母、数字和连字符，如 changzhou-jggw。");
            return null;
        }
        CheckLengths(fields, problems);
        return new PublishingUnit
        {
            Slug = slug,
            Name = name,
            ShortName = fields.Text(ShortName) ?? name,
            Address = fields.Text(Address),
            Phone = fields.Text(Phone),
            Hours = fields.Text(Hours),
            Icp = fields.Text(Icp),
            PoliceRecord = fields.Text(Police)?.Replace(" ", ""),
            Notices = fields.Texts(Notices),
            IsDefault = fields.Flag(Default),
        };
    }

    static void CheckLengths(YamlFields fields, ProblemList problems)
    {
        var lengths = new FieldLengths(fields, problems);
        foreach (var key in new[] { Name, ShortName })
            lengths.CheckText(key, fields.Text(key), NameLimit);
        foreach (var key in new[] { Slug, Address, Phone, Hours, Icp, Police })
            lengths.CheckText(key, fields.Text(key), TextLimit);
        lengths.CheckList(Notices, fields.Texts(Notices), NoticeLimit, TextLimit);
    }
}
