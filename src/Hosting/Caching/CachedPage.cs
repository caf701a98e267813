using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace WorkReports.Hosting.Caching;

/// <summary>
/// A page as it is sent: its bytes in every coding that makes them fewer, each with its tag. The tag is made of the bytes
/// alone, so that every replica, and an index made anew, gives the same page the same one.
/// </summary>
sealed class CachedPage
{
    readonly IReadOnlyList<Representation> representations;
    readonly byte[] hash;
    readonly string? contentType;
    readonly StringValues vary;

    /// <summary>The page in one coding.</summary>
    sealed record Representation(ContentCoding Coding, byte[] Bytes, EntityTagHeaderValue Tag, StringValues ETag);

    CachedPage(byte[] bytes, byte[] hash, string? contentType, bool isForReaders, ValidityPeriod period)
    {
        this.hash = hash;
        this.contentType = contentType;
        Period = period;
        vary = isForReaders ? "Cookie, Accept-Encoding" : "Accept-Encoding";
        representations =
        [
            .. Enum.GetValues<ContentCoding>()
                .Select(coding => (coding, Bytes: coding.Encode(bytes)))
                .Where(form => form.Bytes is not null)
                .Select(form => Represent(form.coding, form.Bytes!)),
        ];
    }

    CachedPage(CachedPage page, ValidityPeriod period) =>
        (representations, hash, vary, contentType, Period) = (
            page.representations,
            page.hash,
            page.vary,
            page.contentType,
            period
        );

    /// <param name="last">What the same address said before: where nothing of it changed, its forms serve on.</param>
    public static CachedPage Of(
        byte[] bytes,
        string? contentType,
        bool isForReaders,
        ValidityPeriod period,
        CachedPage? last
    )
    {
        var hash = SHA256.HashData(bytes);
        return last is not null && last.contentType == contentType && hash.AsSpan().SequenceEqual(last.hash)
            ? new CachedPage(last, period)
            : new CachedPage(bytes, hash, contentType, isForReaders, period);
    }

    /// <summary>When it was rendered, and stands.</summary>
    public ValidityPeriod Period { get; }

    /// <summary>What it takes in memory.</summary>
    public int Size => representations.Sum(form => form.Bytes.Length) + ObjectOverhead;

    /// <summary>A guess at what objects around the bytes take.</summary>
    const int ObjectOverhead = 1000;

    public async Task Send(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var form = Negotiate(request.Headers.AcceptEncoding);
        response.Headers.ETag = form.ETag;
        response.Headers.Vary = vary;
        response.Headers.CacheControl = "no-cache";
        if (IsNotModified(form, request.Headers.IfNoneMatch))
        {
            // Its rendering may have named them.
            (response.ContentType, response.ContentLength) = (null, null);
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = contentType;
        response.ContentLength = form.Bytes.Length;
        if (form.Coding.Name() is { } name)
            response.Headers.ContentEncoding = name;
        if (!HttpMethods.IsHead(request.Method))
            await response.BodyWriter.WriteAsync(form.Bytes, context.RequestAborted);
    }

    /// <summary>The form that the client wants most; where it wants none of them, the plain bytes.</summary>
    Representation Negotiate(StringValues accept)
    {
        if (accept.Count == 0)
            return representations[^1];

        var asked = ContentCodings.ParseAcceptEncoding(accept);
        return
            representations.MaxBy(form => form.Coding.Preference(asked)) is { } best
            && best.Coding.Preference(asked) > 0
            ? best
            : representations[^1];
    }

    static bool IsNotModified(Representation form, StringValues known) =>
        known.Count > 0
        && (
            known == form.ETag
            || EntityTagHeaderValue.TryParseList(known, out var tags)
                && tags.Any(tag =>
                    tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(form.Tag, useStrongComparison: false)
                )
        );

    Representation Represent(ContentCoding coding, byte[] bytes)
    {
        var tag = $"\"{Convert.ToHexStringLower(hash.AsSpan(0, 12))}{(coding.Name() is { } name ? "-" + name : "")}\"";
        return new Representation(coding, bytes, new EntityTagHeaderValue(tag), tag);
    }
}
