using System.Globalization;

namespace WorkReports.Pages.Parts;

/// <summary>Sizes as readers know them.</summary>
public static class FileSize
{
    /// <param name="bytes">In steps of 1,024.</param>
    public static string Text(long bytes) =>
        bytes switch
        {
            < 1024 => $"{bytes} 字节",
            < 1024 * 1024 => Shown(bytes / 1024.0) + " KB",
            _ => Shown(bytes / 1024.0 / 1024.0) + " MB",
        };

    static string Shown(double size) => size.ToString(size < 10 ? "0.#" : "0", CultureInfo.InvariantCulture);
}
