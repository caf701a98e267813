namespace WorkReports.Hosting.Endpoints;

/// <summary>
/// <c>/reader/{choice}?back=…</c>: takes a reader's choice by a plain link, remembers it, and leads back.
/// </summary>
static class ReaderChoices
{
    public static IResult Choose(string choice, string? back, HttpContext context)
    {
        // HEAD only asks what a GET would say: it must not change what the reader chose.
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Headers.Allow = HttpMethods.Get;
            return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
        }
        if (!ReaderPreferences.Choices.Contains(choice))
            return Results.NotFound();

        var preferences = ReaderPreferences.Read(context.Request.Cookies[ReaderPreferences.Cookie]).With(choice);
        context.Response.Cookies.Append(
            ReaderPreferences.Cookie,
            preferences.ToString(),
            new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                HttpOnly = true,
                Secure = context.Request.IsHttps,
                IsEssential = true,
            }
        );
        context.Response.Headers.CacheControl = "no-store";
        return Results.LocalRedirect(IsLocal(back) ? back! : "/");
    }

    /// <summary>A path of this site, in ASCII as a header wants it; anything else could lead a reader astray.</summary>
    static bool IsLocal(string? back) =>
        back is ['/', ..]
        && !back.StartsWith("//", StringComparison.Ordinal)
        && back.All(letter => letter is > ' ' and < '\u007f' and not '\\');
}
