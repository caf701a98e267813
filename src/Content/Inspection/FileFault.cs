namespace WorkReports.Content.Inspection;

/// <summary>What is in a file that its editor must be told before readers get it.</summary>
/// <param name="Message">A Chinese sentence that names the file, and says what to do.</param>
sealed record FileFault(string Code, Severity Severity, string Message);
