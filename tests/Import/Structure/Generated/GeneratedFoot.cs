namespace WorkReports.Tests.Import.Structure.Generated;

/// <summary>Annexes, signature and imprint of a document made at random.</summary>
sealed class GeneratedFoot(GeneratedDocument document)
{
    public void Write()
    {
        Annexes();
        Signature();
        Imprint();
    }

    void Annexes()
    {
        var count = document.Next(4);
        if (count == 1)
            document.Text("附件：任务分工表");
        for (var at = 1; at <= count && count > 1; at++)
        {
            var name = document.Pick("任务分工表", "统计表", "领导小组", "实施方案");
            if (at == 1)
            {
                document.Before("附件：");
                document.Add($"附件：{at}．{name}", $"{at}. {name}");
            }
            else
                document.AddItem($"　　　　　{at}．{name}", $"{at}. {name}");
        }
    }

    void Signature()
    {
        var day = new DateOnly(2024, document.Next(12) + 1, document.Next(28) + 1);
        var isMonth = document.Next(4) == 0;
        var date = $"2024年{day.Month}月" + (isMonth ? "" : $"{day.Day}日");
        var (one, other) = (document.Organ(), GeneratedDocument.Unit);
        document.Date = isMonth ? new DateOnly(2024, day.Month, 1) : day;
        switch (document.Next(6))
        {
            case 0:
                Sign(one, date);
                break;
            case 1:
                Sign(one, other, date);
                break;
            case 2:
                Sign($"{one}　　{other}", date);
                break;
            case 3:
                document.TakeTable([one, other], [date, date]);
                break;
            case 4:
                Sign(date, one);
                break;
            default:
                Sign(document.Pick("区长　李四", "张　三"), date);
                break;
        }
    }

    void Sign(params string[] lines)
    {
        foreach (var line in lines)
            document.Take(line, side: "right");
    }

    void Imprint()
    {
        string[] lines = document.Next(4) switch
        {
            0 => ["（此件公开发布）"],
            1 => ["抄送：区委办公室，区纪委监委。", $"{GeneratedDocument.Unit}办公室　　2024年12月30日印发"],
            2 => ["报：区委、区政府领导。", "送：区级机关各部门。", "（共印50份）"],
            _ => [],
        };
        foreach (var line in lines)
            document.Take(line, side: null, size: 14);
    }
}
