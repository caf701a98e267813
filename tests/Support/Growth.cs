namespace WorkReports.Tests.Support;

/// <summary>What an input costs.</summary>
/// <param name="Size">Of the input, in characters.</param>
public readonly record struct Work(int Size, long Steps, long Bytes, bool IsRefused);

/// <summary>
/// Judges how work grows with the input, by counted steps and allocated bytes at two sizes; never by time. An input that is refused
/// from some size on is judged up to there. Growth is judged where there is work: what a count cuts off below that hurts nobody.
/// </summary>
/// <param name="measure">What a text costs.</param>
/// <param name="largest">In characters.</param>
/// <param name="worthSteps">Growth is judged from so many on. Below, a curve is what little there is to do, or what a count allows.</param>
public sealed class Growth(Func<string, Work> measure, int largest, long stepLimit, long byteLimit, long worthSteps)
{
    const double ExponentLimit = 1.3;

    /// <summary>The smaller input is so many times smaller.</summary>
    const int Ratio = 4;

    const int SmallestSize = 4 * 1024;

    const long WorthBytes = 64 << 20;

    /// <summary>What is wrong; null where nothing is.</summary>
    public string? FaultOf(SlowInput input)
    {
        var size = SmallestSize;
        var large = measure(input.Text(size));
        while (
            !large.IsRefused
            && large.Steps <= stepLimit
            && size < largest
            && measure(input.Text(size * 2)) is { IsRefused: false } larger
        )
            (size, large) = (size * 2, larger);
        var small = measure(input.Text(size / Ratio));
        return FaultOf("steps", small.Size, small.Steps, large.Size, large.Steps, stepLimit, worthSteps)
            ?? FaultOf("bytes", small.Size, small.Bytes, large.Size, large.Bytes, byteLimit, WorthBytes);
    }

    static string? FaultOf(string what, int smallSize, long small, int largeSize, long large, long limit, long worth)
    {
        if (large > limit)
            return $"{large} {what} for {largeSize} characters: more than {limit}";
        if (large < worth || largeSize <= smallSize)
            return null;
        var exponent = Math.Log((double)large / small) / Math.Log((double)largeSize / smallSize);
        return exponent > ExponentLimit
            ? $"{small} {what} for {smallSize} characters, {large} for {largeSize}: exponent {exponent:0.00}"
            : null;
    }
}
