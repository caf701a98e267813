using System.Globalization;
using System.Text;

namespace WorkReports.Tests.Support;

/// <summary>An input that can be made as long as one likes: a construct that a parser may be slow with, again and again.</summary>
/// <param name="Text">The input of about so many characters.</param>
public sealed record SlowInput(string Name, Func<int, string> Text)
{
    public static SlowInput Repeated(string part, string before = "", string after = "") =>
        new(Visible(before + "(" + part + ")*" + after), length =>
            before + Many(part, Math.Max(1, length / part.Length)) + after
        );

    /// <param name="part">Where <c>{0}</c> stands, each has its own number.</param>
    public static SlowInput Numbered(string part) =>
        new(Visible(part + " 0, 1, 2 …"), length =>
            string.Concat(
                Enumerable
                    .Range(0, Math.Max(1, length / (part.Length + 2)))
                    .Select(number => part.Replace("{0}", number.ToString(CultureInfo.InvariantCulture)))
            )
        );

    public static string Many(string part, int times) =>
        new StringBuilder(part.Length * times).Insert(0, part, times).ToString();

    static string Visible(string text) => text.Replace("\n", "\\n").Replace("\t", "\\t");

    public override string ToString() => Name;
}
