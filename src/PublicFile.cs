namespace WorkReports;

/// <summary>Which files of the content folder may leave it, and as what. Everything else stays inside.</summary>
public static class PublicFile
{
    static readonly Dictionary<string, string> ContentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".svg"] = "image/svg+xml",
        [".pdf"] = "application/pdf",
        [".ofd"] = "application/ofd",
        [".doc"] = "application/msword",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xls"] = "application/vnd.ms-excel",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".ppt"] = "application/vnd.ms-powerpoint",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".wps"] = "application/vnd.ms-works",
        [".et"] = "application/octet-stream",
        [".dps"] = "application/octet-stream",
        [".txt"] = "text/plain",
        [".csv"] = "text/csv",
        [".zip"] = "application/zip",
        [".mp3"] = "audio/mpeg",
        [".mp4"] = "video/mp4",
    };

    static readonly string[] ShownInBrowser =
    [
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".webp",
        ".svg",
        ".pdf",
        ".mp3",
        ".mp4",
    ];

    /// <summary>A Chinese sentence that names the kinds.</summary>
    public static string AllowedKinds { get; } =
        $"允许的类型：{string.Join("、", ContentTypes.Keys.Select(kind => kind[1..]))}。";

    /// <summary>False for a kind that is not on the list, and for anything that a dot hides.</summary>
    public static bool IsAllowed(string path) =>
        ContentTypes.ContainsKey(Path.GetExtension(path)) && !path.Split('/').Any(part => part.StartsWith('.'));

    public static string ContentType(string path) => ContentTypes[Path.GetExtension(path)];

    /// <summary>True for a kind that a browser opens itself; the rest is offered for download.</summary>
    public static bool IsShownInBrowser(string path) =>
        ShownInBrowser.Contains(Path.GetExtension(path).ToLowerInvariant());

    public static bool IsPicture(string path) =>
        ContentTypes.TryGetValue(Path.GetExtension(path), out var type)
        && type.StartsWith("image/", StringComparison.Ordinal);
}
