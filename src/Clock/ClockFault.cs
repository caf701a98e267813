using System.Globalization;

namespace WorkReports.Clock;

/// <summary>Why the machine's clock is not believed.</summary>
enum ClockFaultKind
{
    /// <summary>It stands before the last entry of the journal.</summary>
    BehindRecord,

    /// <summary>It stands before this program was built.</summary>
    BehindBuild,

    /// <summary>Years lie between the last entry and the start.</summary>
    AheadOfRecord,

    /// <summary>It was set while the program ran.</summary>
    Jumped,

    /// <summary>It was set while an earlier process of the program ran, and nobody accepted it.</summary>
    JumpedBefore,
}

/// <summary>A clock that is not believed: until it is set right, or accepted, time stands still for what readers see.</summary>
/// <param name="Told">What the machine's clock said when it was noticed.</param>
/// <param name="Witness">What it was held against: the last entry, the build, or what it should have said.</param>
/// <param name="FrozenAt">The moment that counts until then.</param>
sealed record ClockFault(ClockFaultKind Kind, DateTimeOffset Told, DateTimeOffset Witness, DateTimeOffset FrozenAt)
{
    /// <summary>Tells one fault from another, over restarts.</summary>
    public string Name =>
        IsJump ? $"{ClockFaultKind.Jumped} {BeijingTime.Second(Told)}" : $"{Kind} {BeijingTime.Date(Told)}";

    public bool IsJump => Kind is ClockFaultKind.Jumped or ClockFaultKind.JumpedBefore;

    /// <summary>A jump that an earlier process noticed.</summary>
    /// <param name="name">As <see cref="Name"/> was then.</param>
    /// <param name="frozenAt">As it was then.</param>
    /// <returns>Null for any other fault.</returns>
    public static ClockFault? JumpBefore(string name, DateTimeOffset frozenAt) =>
        name.Split(' ', 2) is [nameof(ClockFaultKind.Jumped), var second]
        && DateTime.TryParseExact(
            second,
            "yyyy-MM-dd HH:mm:ss",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var told
        )
            ? new ClockFault(
                ClockFaultKind.JumpedBefore,
                new DateTimeOffset(told, BeijingTime.Offset),
                frozenAt,
                frozenAt
            )
            : null;

    /// <summary>For log and <c>/readyz</c>.</summary>
    public string Sentence =>
        $"the clock says {BeijingTime.Second(Told)}, {Why}: nothing appears or goes by time alone, which stands at"
        + $" {BeijingTime.Second(FrozenAt)}; set the clock right, or accept it by the verb 'accept'";

    /// <summary>For editors and whoever accepts it.</summary>
    public string ChineseSentence =>
        $"时钟是 {BeijingTime.Second(Told)}，{ChineseWhy}，不可信：定时发布和到期下线暂停，停在 {BeijingTime.Second(FrozenAt)}。请把时钟校准。";

    string Why =>
        Kind switch
        {
            ClockFaultKind.BehindRecord => $"before the last entry of the journal ({BeijingTime.Second(Witness)})",
            ClockFaultKind.BehindBuild => $"before this program was built ({BeijingTime.Second(Witness)})",
            ClockFaultKind.AheadOfRecord =>
                $"years after the last entry of the journal ({BeijingTime.Second(Witness)})",
            ClockFaultKind.Jumped => $"and should say {BeijingTime.Second(Witness)}: it was set",
            _ =>
                $"and should have said {BeijingTime.Second(Witness)}: it was set before this start, and nobody accepted it",
        };

    string ChineseWhy =>
        Kind switch
        {
            ClockFaultKind.BehindRecord => $"早于日志的最后一条（{BeijingTime.Second(Witness)}）",
            ClockFaultKind.BehindBuild => $"早于本程序的生成日期（{BeijingTime.Second(Witness)}）",
            ClockFaultKind.AheadOfRecord => $"比日志的最后一条（{BeijingTime.Second(Witness)}）晚了两年以上",
            ClockFaultKind.Jumped => $"本应是 {BeijingTime.Second(Witness)}，被调过",
            _ => $"本应是 {BeijingTime.Second(Witness)}，重启以前被调过，没有人放行",
        };
}
