using Microsoft.AspNetCore.Mvc;
using WorkReports.Index;

namespace WorkReports.Pages;

/// <summary>
/// <c>/status</c>, in previews alone: how every file of the content folder stands, those with errors first.
/// </summary>
public sealed class StatusModel(Library library) : SitePage(library)
{
    public override string Title => "每个文件的情况";

    public IReadOnlyList<IGrouping<string, FileState>> Groups { get; private set; } = [];

    public int Files { get; private set; }

    public IActionResult OnGet()
    {
        if (!Library.IsPreview)
            return NotFound();

        var files = Library.FileStates();
        Files = files.Count;
        Groups = [.. files.GroupBy(Heading).OrderBy(group => Array.IndexOf(Headings, group.Key))];
        return Page();
    }

    static readonly string[] Headings = ["有错误，不会发布", "有提醒", "草稿", "定时", "撤稿", "已下线", "已发布"];

    static string Heading(FileState file) =>
        file.Problems.Any(problem => problem.IsError) ? Headings[0]
        : file.Problems.Count > 0 ? Headings[1]
        : file.State.Name();
}
