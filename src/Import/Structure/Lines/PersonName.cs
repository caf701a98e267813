using System.Text.RegularExpressions;

namespace WorkReports.Import.Structure.Lines;

/// <summary>Lines that name persons: 张三, 张　三, 区长　李四.</summary>
static partial class PersonName
{
    const int LineLengthLimit = 60;

    const string Surnames =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀胥南班储原栗燕楚鄢";

    /// <summary>司法局 begins with a surname, too.</summary>
    const string Organs = "局部委办院会处科所站社厅区县市镇乡街队组";

    /// <summary>Words that begin with a surname and stand under a title, or instead of a unit, as a person's name would.</summary>
    static readonly string[] NoNames =
    [
        "贺信",
        "贺词",
        "祝词",
        "申请书",
        "白皮书",
        "安全",
        "时间",
        "成效",
        "方法",
        "项目",
        "程序",
        "和谐",
        "明确",
        "向上",
        "成果",
        "全文",
        "原文",
        "文件",
        "方案",
        "简报",
        "简介",
        "章程",
        "纪要",
        "安排",
    ];

    public static bool IsOne(string text)
    {
        var name = OrganizationName.WithoutSpaces(text);
        return name.Length is 2 or 3
            && Surnames.Contains(name[0])
            && Chinese().IsMatch(name)
            && !NoNames.Contains(name)
            && !Organs.Contains(name[^1])
            // 张　三 is spread, 王 小明 is not written so.
            && text.Trim().Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries) is [_] or [{ Length: 1 }, ..];
    }

    /// <summary>A person with the post before the name, or several persons, with spaces between.</summary>
    public static bool IsLine(string text)
    {
        if (text.Length > LineLengthLimit || IsOne(text))
            return text.Length <= LineLengthLimit;
        var pieces = Joined(text.Split([' ', '\u3000', '\n', '、'], StringSplitOptions.RemoveEmptyEntries));
        return pieces.Count > 1 && WithPost().Match(text.Trim()) is { Success: true } match
            ? IsOne(match.Groups["name"].Value)
            : pieces.Count > 1 && pieces.TrueForAll(IsOne);
    }

    /// <summary>张　三 is one name.</summary>
    static List<string> Joined(string[] pieces)
    {
        var joined = new List<string>();
        for (var at = 0; at < pieces.Length; at++)
        {
            var isSpread = pieces[at].Length == 1 && at + 1 < pieces.Length && pieces[at + 1].Length == 1;
            joined.Add(isSpread ? pieces[at] + pieces[++at] : pieces[at]);
        }
        return joined;
    }

    [GeneratedRegex(@"^[\p{IsCJKUnifiedIdeographs}]+$")]
    private static partial Regex Chinese();

    [GeneratedRegex(
        @"^[\p{L}、（）]{1,40}(长|主任|书记|总理|主席|委员|主委|主编|代表|教授|干部|研究员|调研员|专员|秘书|负责人|委|局|办公室|中心|院|部|处|科|厅|会|所|公司|社|学校|支部)[ \u3000]+(?<name>\p{L}([ \u3000]*\p{L}){1,3})$"
    )]
    private static partial Regex WithPost();
}
