namespace WorkReports.Content.Files;

/// <summary>What editors are told of an entry that is not read.</summary>
static class PathFault
{
    public static (string Code, string Message) Of(PathKind kind) =>
        kind switch
        {
            PathKind.Special => (
                "file-special",
                "这不是普通文件，而是管道、设备或套接字，网站不会打开它。请删去它，放一个普通的文件。"
            ),
            PathKind.BrokenLink => (
                "file-link-broken",
                "这是一个链接，它指向的文件不存在，或者绕回了自己。请改正链接，或者直接放文件。"
            ),
            PathKind.Outside => (
                "file-link-outside",
                "这是一个链接，指到了内容文件夹之外，网站不会读取。请把文件复制进来；确实要用那里的文件，请管理员写在 --link-roots 里。"
            ),
            _ => (
                "file-unreadable",
                "文件打不开（被占用、没有权限，或者已被移走）。请关闭正在编辑它的程序，或联系管理员检查权限。"
            ),
        };
}
