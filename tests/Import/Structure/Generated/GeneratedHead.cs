namespace WorkReports.Tests.Import.Structure.Generated;

/// <summary>Letterhead, title and author of a document made at random.</summary>
sealed class GeneratedHead(GeneratedDocument document)
{
    const string Red = "FF0000";

    public void Write()
    {
        Letterhead();
        Title();
        if (document.Next(4) == 0)
            document.Take(document.Pick("张　三", $"{GeneratedDocument.Unit}　李四", "作者：王小五", document.Organ()));
        if (document.Next(5) == 0)
            document.Text(document.Pick("各位代表：", "区委、区政府：", "各镇人民政府，各街道办事处："));
    }

    void Letterhead()
    {
        var number = document.Next(98) + 1;
        switch (document.Next(7))
        {
            case 0:
                document.Take(document.Organ(), size: 36, colour: Red);
                break;
            case 1:
                document.Take("000012　　特急", side: null);
                document.Take(document.Organ() + "文件", size: 36, colour: Red);
                document.Take($"试发〔2024〕{number}号");
                break;
            case 2:
                document.Take(
                    document.Pick("机关党建简报", "工作动态", "党旗飘扬", "情 况 反 映"),
                    size: 48,
                    colour: Red
                );
                document.Take($"第{number}期（总第{number + 100}期）");
                document.Take($"{GeneratedDocument.Unit}　　2024年{document.Next(12) + 1}月8日", side: null);
                break;
            case 3:
                document.TakeTable([document.Organ(), "文件"], [document.Organ(), ""]);
                document.Take($"试发〔2024〕{number}号　　签发人：张三");
                break;
            case 4:
                document.Take(document.Organ() + document.Pick("通告", "公告"), size: 40, colour: Red);
                document.Take($"2024年第{number}号");
                break;
            default:
                break;
        }
    }

    void Title()
    {
        var of = document.Pick("读书活动", "营商环境建设", "“五个机关”建设");
        var kind = document.Pick("通知", "报告", "函", "情况通报");
        (document.Title, var lines) = document.Next(4) switch
        {
            0 => ($"关于{of}的{kind}", $"关于{of}\n的{kind}"),
            1 => ($"{of}工作报告", $"{of}　工　作　报　告"),
            2 => ($"关于{of}的{kind}——以示例区为例", $"关于{of}的{kind}"),
            _ => ($"2024年{of}工作总结", $"2024 年{of}工作总结"),
        };
        document.File.Titled(lines);
        if (document.Title.Contains('—'))
            document.File.Line("——以示例区为例", side: "center", size: 16);
    }
}
