using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace WorkReports.Content.Files;

/// <summary>A look at a path that opens nothing, as Linux offers it: https://man7.org/linux/man-pages/man2/open.2.html, O_PATH.</summary>
static class LinuxPath
{
    const int HandleOnly = 0x200000 | 0x80000; // O_PATH | O_CLOEXEC

    const int NoRight = 13;
    const int Circle = 40;

    const int EmptyPath = 0x1000; // AT_EMPTY_PATH
    const uint BasicStatus = 0x7FF; // STATX_BASIC_STATS

    const int CurrentFolder = -100; // AT_FDCWD

    const int KindOfMode = 0xF000;
    const int FolderMode = 0x4000;
    const int FileMode = 0x8000;

    /// <summary>What the system calls <c>struct statx</c>: laid out alike on every processor.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    struct Status
    {
        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(40)]
        public ulong Size;

        [FieldOffset(96)]
        public long ChangedSeconds;

        [FieldOffset(104)]
        public uint ChangedNanoseconds;

        [FieldOffset(112)]
        public long ModifiedSeconds;

        [FieldOffset(120)]
        public uint ModifiedNanoseconds;
    }

    /// <param name="kind">Why there is none.</param>
    public static SafeFileHandle? Hold(string path, out PathKind kind)
    {
        var descriptor = OpenPath(NullTerminated(path), HandleOnly);
        kind = descriptor < 0 ? KindOfError(Marshal.GetLastPInvokeError()) : PathKind.Unreadable;
        return descriptor < 0 ? null : new SafeFileHandle(descriptor, ownsHandle: true);
    }

    public static PathStatus? StatusOf(SafeFileHandle held) =>
        GetStatus((int)held.DangerousGetHandle(), NullTerminated(""), EmptyPath, BasicStatus, out var status) == 0
            ? Told(status)
            : null;

    /// <summary>Of what a path leads to, behind links; null where nothing is.</summary>
    public static PathStatus? StatusAt(string path) =>
        GetStatus(CurrentFolder, NullTerminated(path), 0, BasicStatus, out var status) == 0 ? Told(status) : null;

    public static string? RealPathOf(SafeFileHandle held) => new FileInfo(NameOf(held)).LinkTarget;

    /// <summary>A name that leads to this very file, whatever lies at its path meanwhile.</summary>
    public static string NameOf(SafeFileHandle held) => $"/proc/self/fd/{held.DangerousGetHandle()}";

    static PathStatus Told(Status status) =>
        new(
            (status.Mode & KindOfMode) switch
            {
                FileMode => PathKind.File,
                FolderMode => PathKind.Folder,
                _ => PathKind.Special,
            },
            (long)status.Size,
            Moment(status.ModifiedSeconds, status.ModifiedNanoseconds),
            Moment(status.ChangedSeconds, status.ChangedNanoseconds).Ticks,
            (long)status.Inode
        );

    static DateTime Moment(long seconds, uint nanoseconds) =>
        DateTime.UnixEpoch.AddSeconds(seconds).AddTicks(nanoseconds / 100);

    static byte[] NullTerminated(string path) => Encoding.UTF8.GetBytes(path + '\0');

    static PathKind KindOfError(int error) =>
        error switch
        {
            NoRight => PathKind.Unreadable,
            Circle => PathKind.BrokenLink,
            _ => PathKind.Missing,
        };

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int OpenPath(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int GetStatus(int folder, byte[] path, int flags, uint mask, out Status status);
}
