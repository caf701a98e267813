namespace WorkReports;

/// <summary>A folder that the program must be able to write to.</summary>
static class WritableFolder
{
    /// <summary>Why it cannot be written to; null while it can. Made when missing.</summary>
    public static string? Trouble(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, ".writable");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }
}
