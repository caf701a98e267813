using WorkReports.Content.FrontMatter;

namespace WorkReports.Commands.Record;

/// <summary>A day or a moment that somebody typed, in Beijing time.</summary>
static class Moment
{
    /// <param name="isEnd">True where a day means its end.</param>
    public static DateTimeOffset? Read(string? text, string option, bool isEnd, List<string> faults)
    {
        if (text is null)
            return null;
        var moment = ContentDate.Read(text, out var fault);
        if (fault is not null)
            faults.Add($"{option} {fault}");
        var isDay = moment is { } day && BeijingTime.At(day).TimeOfDay == TimeSpan.Zero && !text.Contains(':');
        return isEnd && isDay ? moment!.Value.AddDays(1).AddSeconds(-1) : moment;
    }
}
