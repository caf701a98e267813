using System.Text;
using WorkReports.Index;

namespace WorkReports.Feeds;

/// <summary><c>/.well-known/security.txt</c>: whom to tell of a hole in the website (RFC 9116).</summary>
static class SecurityTxt
{
    /// <summary>The standard wants less than a year: what a copy somewhere says grows old.</summary>
    const int ValidDays = 180;

    public const string Address = "/.well-known/security.txt";

    public static IResult Answer(Library library, TimeProvider clock)
    {
        var site = library.Site();
        return site.SecurityContact is { } contact
            ? Results.Text(
                $"""
                Contact: {contact}
                Expires: {BeijingTime.Rfc3339(BeijingTime.Midnight(Today(clock).AddDays(ValidDays)))}
                Preferred-Languages: zh
                Canonical: {site.Absolute(Address)}

                """.ReplaceLineEndings("\n"),
                "text/plain",
                Encoding.UTF8
            )
            : Results.NotFound();
    }

    /// <summary>Of a whole day, so that the page cache keeps it until midnight.</summary>
    static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(BeijingTime.At(clock.GetUtcNow()).Date);
}
