namespace WorkReports.Index;

/// <summary>Where in a report something was found; the greater, the more it says of what the report is about.</summary>
enum Region : byte
{
    None,
    Body,
    Heading,
    Title,
}
