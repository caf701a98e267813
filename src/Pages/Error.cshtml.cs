using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using WorkReports.Index;

namespace WorkReports.Pages;

/// <summary>
/// What a visitor is told when there is no page: a sentence and the way on. The details are in the log.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorModel(Library library) : SitePage(library)
{
    public override string Title =>
        Code switch
        {
            StatusCodes.Status403Forbidden => "这个文件暂时打不开",
            StatusCodes.Status404NotFound => "没有找到这个页面",
            StatusCodes.Status410Gone => "这篇报告已经下线",
            StatusCodes.Status429TooManyRequests => "搜索得太频繁了",
            StatusCodes.Status503ServiceUnavailable => "网站正在准备",
            >= 500 => "网站出了一点问题",
            _ => "这个请求无法处理",
        };

    /// <summary>The address that led nowhere: a reader's choice comes back to it.</summary>
    public override string ReturnUrl =>
        HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } original
            ? new PathString(original.OriginalPath).ToUriComponent()
                + new QueryString(original.OriginalQueryString).ToUriComponent()
            : base.ReturnUrl;

    public int Code { get; private set; }

    /// <summary>What the log calls this request.</summary>
    public string Trace => Activity.Current?.Id ?? HttpContext.TraceIdentifier;

    public IActionResult OnGet(int code) => IsInPlaceOfAnother ? Show(code) : NotFound();

    public IActionResult OnPost(int code) => OnGet(code);

    /// <summary>False for whoever asks for this address: errors happen, they are not visited.</summary>
    bool IsInPlaceOfAnother =>
        HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null
        || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;

    IActionResult Show(int code)
    {
        Code = code is >= 400 and <= 599 ? code : StatusCodes.Status404NotFound;
        Response.StatusCode = Code;
        return Page();
    }
}
