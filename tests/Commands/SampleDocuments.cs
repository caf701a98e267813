using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands;

/// <summary>Word documents to import: signed, dated, with and without a picture.</summary>
static class SampleDocuments
{
    public static WordFile Summary() =>
        new WordFile()
            .Line("阅读活动总结", side: "center", size: 22)
            .Line("全年36场。")
            .Line("第二单位", side: "right")
            .Line("2021年8月31日", side: "right");

    public static WordFile WithPicture()
    {
        var file = new WordFile();
        return file.Line("阅读活动总结", side: "center", size: 22)
            .Line("全年36场。")
            .Runs(WordFile.Shows(file.Image(Importing.Png, DocumentFormat.OpenXml.Packaging.ImagePartType.Png), "现场"))
            .Line("第二单位")
            .Line("2021年8月31日");
    }
}
