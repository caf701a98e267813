namespace WorkReports.Storage;

/// <summary>
/// Who may read a database: the program's user alone, since drafts lie in it; its group, too, where the folder is the group's.
/// SQLite itself would ask for everybody's right to read, and gives its log and journal the mode of the database.
/// </summary>
static class DatabaseMode
{
    const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    const UnixFileMode OfGroup = Own | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;

    static readonly string[] Parts = ["", "-wal", "-shm", "-journal"];

    /// <summary>Makes the file, empty, where there is none.</summary>
    public static void Create(string file) => Create(file, ModeIn(Path.GetDirectoryName(Path.GetFullPath(file))!));

    /// <summary>Makes a file for a copy, which may be read by those who may read the original.</summary>
    public static void CreateLike(string original, string file) =>
        Create(file, OperatingSystem.IsWindows() ? Own : File.GetUnixFileMode(original) & OfGroup);

    /// <summary>Takes from what is there the rights that nobody should have; what belongs to another user stays as it is.</summary>
    public static void Tighten(string file)
    {
        if (OperatingSystem.IsWindows())
            return;
        var most = ModeIn(Path.GetDirectoryName(Path.GetFullPath(file))!);
        foreach (var part in Parts.Select(part => file + part).Where(File.Exists))
        {
            try
            {
                var mode = File.GetUnixFileMode(part);
                if ((mode & ~most) != 0)
                    File.SetUnixFileMode(part, mode & most);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
        }
    }

    static void Create(string file, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
            return;
        try
        {
            using var made = new FileStream(
                file,
                new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.Write,
                    UnixCreateMode = Own,
                }
            );
            // The mask of the process takes rights away from what is only asked for.
            File.SetUnixFileMode(made.SafeFileHandle, mode);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is there already, or cannot be made: SQLite tells it better.
        }
    }

    static UnixFileMode ModeIn(string folder) =>
        !OperatingSystem.IsWindows()
        && Directory.Exists(folder)
        && (File.GetUnixFileMode(folder) & UnixFileMode.GroupWrite) != 0
            ? OfGroup
            : Own;
}
