using WorkReports.Content.Problems;

namespace WorkReports.Content.Reports;

/// <summary>
/// A file that made the program stumble. Nobody knows every file that people will drop in, nor every exception of three parsers. One
/// file must never keep all others from readers: it is left out and told.
/// </summary>
static class UnforeseenFault
{
    public const string Code = "file-unforeseen";

    public static string MessageOf(Exception exception) =>
        $"这个文件让程序出了意外（{exception.GetType().Name}：{exception.Message}）。请把文件交给管理员；管理员请把它报告给程序的作者。";

    /// <summary>What it reads; null, with an error in the list, where that stumbles: what readers see of the file stays.</summary>
    public static T? Guard<T>(ProblemList found, Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception)
        {
            found.Error(1, Code, MessageOf(exception));
            return default;
        }
    }
}
