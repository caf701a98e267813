namespace WorkReports.Import.Coverage.Shown;

/// <summary>What Word shows and a draft has not.</summary>
/// <param name="Words">As they are written; a symbol is ※.</param>
/// <param name="Count">Of its visible characters.</param>
sealed record MissingText(ShownPlace Place, ShownKind Kind, string Words, int Count)
{
    public override string ToString() =>
        Kind switch
        {
            ShownKind.Header or ShownKind.Footer or ShownKind.Comment => $"{Place}：{Words}",
            ShownKind.TableOfContents => $"目录：{Words}",
            ShownKind.Chart => $"{Place}的图表：{Words}",
            ShownKind.SmartArt => $"{Place}的 SmartArt 图形：{Words}",
            ShownKind.Placeholder => $"{Place}里控件的提示：{Words}",
            ShownKind.Ruby => $"{Place}的拼音：{Words}",
            ShownKind.NumberLabel => $"{Place}的编号：{Words}",
            ShownKind.Symbol => $"{Place}的符号：{Words}",
            _ => $"{Place}：{Words}",
        };
}
