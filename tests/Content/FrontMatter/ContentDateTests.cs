using WorkReports.Content.FrontMatter;

namespace WorkReports.Tests.Content.FrontMatter;

public sealed class ContentDateTests
{
    [Theory]
    [InlineData("2021-08-31", "2021-08-31 00:00")]
    [InlineData("2021/8/31", "2021-08-31 00:00")]
    [InlineData("2021.8.31", "2021-08-31 00:00")]
    [InlineData("2021年8月31日", "2021-08-31 00:00")]
    [InlineData("２０２１年８月３１日", "2021-08-31 00:00")]
    [InlineData("2021-08-31 09:30", "2021-08-31 09:30")]
    [InlineData("2021/8/31 9:30:15", "2021-08-31 09:30")]
    [InlineData("2021年8月31日 9时30分", "2021-08-31 09:30")]
    [InlineData("2021-08-31T09:30:00+08:00", "2021-08-31 09:30")]
    [InlineData("2021-08-31T01:30:00Z", "2021-08-31 09:30")]
    [InlineData("2021-08-31T01:30:00.000Z", "2021-08-31 09:30")]
    public void Reads_every_form_as_Beijing_time(string text, string minute)
    {
        Assert.Equal(minute, BeijingTime.Minute(ContentDate.Read(text, out var fault)!.Value));
        Assert.Null(fault);
    }

    [Theory]
    [InlineData("2021-02-30", "2 月只有 28 天")]
    [InlineData("2021-13-01", "没有 13 月")]
    [InlineData("2021-08-00", "只有 31 天")]
    [InlineData("0021-08-31", "年份")]
    [InlineData("2021-08-31 25:00", "没有这个时间")]
    [InlineData("去年八月", "不是日期")]
    [InlineData("31/8/2021", "不是日期")]
    [InlineData("٢٠٢١-٠٨-٣١", "不是日期")]
    [InlineData("2021-08-31T09:00:00+14:30", "不是日期")]
    public void Says_what_is_wrong_with_a_date_that_does_not_exist(string text, string says)
    {
        Assert.Null(ContentDate.Read(text, out var fault));
        Assert.Contains(says, fault);
    }

    [Theory]
    [InlineData("2021-08-31-某报告", "2021-08-31", "某报告")]
    [InlineData("2021年8月31日某报告", "2021-08-31", "某报告")]
    [InlineData("20210831某报告", "2021-08-31", "某报告")]
    [InlineData("2021-8-31 某报告", "2021-08-31", "某报告")]
    public void Finds_the_date_at_the_start_of_a_file_name(string name, string date, string rest)
    {
        var (found, title) = ContentDate.FromFileName(name);
        Assert.Equal(date, BeijingTime.Date(found!.Value));
        Assert.Equal(rest, title);
    }

    [Theory]
    [InlineData("某报告")]
    [InlineData("2021-02-30-某报告")]
    [InlineData("202108311234号文")]
    [InlineData("٢٠٢١-٠٨-٣١-某报告")]
    public void Finds_no_date_where_none_stands(string name)
    {
        Assert.Equal((null, name), ContentDate.FromFileName(name));
    }
}
