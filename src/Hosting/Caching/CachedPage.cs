using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using WorkReports.Hosting.Network;

namespace WorkReports.Hosting.Caching;

/// <summary>
/// A page as it is sent: its bytes in every coding that makes them fewer, each with its ETag. The tag is made of the
/// bytes alone, so that every replica, and a rebuilt index, gives the same page the same one.
/// </summary>
sealed class CachedPage
{
    readonly IReadOnlyList<Representation> representations;
    readonly byte[] hash;
    readonly string? contentType;
    readonly StringValues vary;

    /// <summary>The page in one coding.</summary>
    sealed record Representation(ContentCoding Coding, byte[] Bytes, EntityTagHeaderValue Tag, StringValues ETag);

    CachedPage(byte[] bytes, byte[] hash, string? contentType, bool isPerReader, ValidityPeriod period, string? report)
    {
        this.hash = hash;
        this.contentType = contentType;
        (Period, Report) = (period, report);
        vary = isPerReader ? "Cookie, Accept-Encoding" : "Accept-Encoding";
        representations =
        [
            .. Enum.GetValues<ContentCoding>()
                .Select(coding => (coding, Bytes: coding.Encode(bytes)))
                .Where(coded => coded.Bytes is not null)
                .Select(coded => Represent(coded.coding, coded.Bytes!)),
        ];
    }

    CachedPage(CachedPage page, ValidityPeriod period) =>
        (representations, hash, vary, contentType, Report, Period) = (
            page.representations,
            page.hash,
            page.vary,
            page.contentType,
            page.Report,
            period
        );

    /// <param name="isPerReader">True where the reader's cookie makes another page.</param>
    /// <param name="stale">What the same address said before: where its bytes are the same, they are not compressed
    /// again.</param>
    /// <param name="report">The address of the report whose page it is; null for what shows several.</param>
    public static CachedPage Of(
        byte[] bytes,
        string? contentType,
        bool isPerReader,
        ValidityPeriod period,
        CachedPage? stale,
        string? report = null
    )
    {
        var hash = SHA256.HashData(bytes);
        return stale is not null && stale.contentType == contentType && hash.AsSpan().SequenceEqual(stale.hash)
            ? new CachedPage(stale, period)
            : new CachedPage(bytes, hash, contentType, isPerReader, period, report);
    }

    /// <summary>The period in which it was rendered.</summary>
    public ValidityPeriod Period { get; }

    /// <summary>The address of the report whose page it is; null for what shows several.</summary>
    public string? Report { get; }

    /// <summary>Bytes in memory.</summary>
    public int Size => representations.Sum(representation => representation.Bytes.Length) + ObjectOverhead;

    /// <summary>An estimate of what the objects around the bytes take.</summary>
    const int ObjectOverhead = 1000;

    public async Task Send(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var representation = Negotiate(request.Headers.AcceptEncoding);
        response.Headers.ETag = representation.ETag;
        response.Headers.Vary = vary;
        response.Headers.CacheControl = "no-cache";
        if (IsNotModified(representation, request.Headers.IfNoneMatch))
        {
            // A rendering in this very request may have set them: a 304 has neither.
            (response.ContentType, response.ContentLength) = (null, null);
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = contentType;
        response.ContentLength = representation.Bytes.Length;
        if (representation.Coding.Name() is { } name)
            response.Headers.ContentEncoding = name;
        if (!HttpMethods.IsHead(request.Method))
            await response.WriteInParts(representation.Bytes, context.RequestAborted);
    }

    /// <summary>The coding that the client prefers; where it accepts none of ours, the plain bytes.</summary>
    Representation Negotiate(StringValues accept)
    {
        if (accept.Count == 0)
            return representations[^1];

        var accepted = ContentCodings.ParseAcceptEncoding(accept);
        return
            representations.MaxBy(representation => representation.Coding.Preference(accepted)) is { } best
            && best.Coding.Preference(accepted) > 0
            ? best
            : representations[^1];
    }

    static bool IsNotModified(Representation representation, StringValues ifNoneMatch) =>
        ifNoneMatch.Count > 0
        && (
            ifNoneMatch == representation.ETag
            || EntityTagHeaderValue.TryParseList(ifNoneMatch, out var tags)
                && tags.Any(tag =>
                    tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(representation.Tag, useStrongComparison: false)
                )
        );

    Representation Represent(ContentCoding coding, byte[] bytes)
    {
        var tag = $"\"{Convert.ToHexStringLower(hash.AsSpan(0, 12))}{(coding.Name() is { } name ? "-" + name : "")}\"";
        return new Representation(coding, bytes, new EntityTagHeaderValue(tag), tag);
    }
}
