using System.Globalization;

namespace WorkReports;

/// <summary>The site's clock: UTC+8 all year. China has kept no daylight saving time since 1991.</summary>
public static class BeijingTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateTimeOffset At(DateTimeOffset moment) => moment.ToOffset(Offset);

    /// <summary>When a day begins.</summary>
    public static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);

    public static int Year(DateTimeOffset moment) => At(moment).Year;

    /// <summary><c>2021-08-31</c></summary>
    public static string Date(DateTimeOffset moment) => Format(moment, "yyyy-MM-dd");

    /// <summary><c>2021-08-31 09:30</c></summary>
    public static string Minute(DateTimeOffset moment) => Format(moment, "yyyy-MM-dd HH:mm");

    /// <summary><c>2021-08-31 09:30:00</c></summary>
    public static string Second(DateTimeOffset moment) => Format(moment, "yyyy-MM-dd HH:mm:ss");

    /// <summary>The date, and the time when there is one beside midnight: a report dated by its day shows the day alone.</summary>
    public static string DateOrMinute(DateTimeOffset moment) =>
        At(moment).TimeOfDay == TimeSpan.Zero ? Date(moment) : Minute(moment);

    /// <summary>RFC 3339 with the offset, for feeds and <c>datetime</c> attributes.</summary>
    public static string Rfc3339(DateTimeOffset moment) => Format(moment, "yyyy-MM-dd'T'HH:mm:sszzz");

    static string Format(DateTimeOffset moment, string format) =>
        At(moment).ToString(format, CultureInfo.InvariantCulture);
}
