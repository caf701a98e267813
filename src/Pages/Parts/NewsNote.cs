namespace WorkReports.Pages.Parts;

/// <summary>A note as a list shows it that names day and kind beside it.</summary>
static class NewsNote
{
    public static string WithoutDate(string note) => note.Split(" 修订：", 2) is [_, var change] ? change : note;
}
