namespace WorkReports.Index.Search.Text;

/// <summary>Where in a report something was found; the greater, the more it says of what the report is about.</summary>
enum MatchField : byte
{
    None,
    Body,
    Heading,
    Title,
}
