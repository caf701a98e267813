namespace WorkReports.Commands;

/// <summary>What <c>help VERB</c> says of each verb: in Chinese of those that editors use.</summary>
static class VerbHelp
{
    public const string Serve = """
        Publishes what the content folder holds, serves the site, and publishes every change until it is told to stop.

          WorkReports
          WorkReports serve --content /srv/reports --data /var/lib/workreports --hosts www.example.cn
        """;

    public const string Check = """
        检查内容：哪个文件、第几行第几列、什么问题、怎样改，一条一条列出来。有错误的文件不会发布，网站上保留它最后一个没有错误的版本。

          check                       检查全部内容
          check 政治机关/2021         只检查这些文件或文件夹
          --watch                     一直看着，有改动就重新检查，按 Ctrl+C 结束
          --online                    也检查报告里链到别的网站的地址还在不在（要能上网）
          --format text|json|sarif|github
                                      输出的格式：text 给人看，其余给程序用
        """;

    public const string Import = """
        把 Word 文档（.docx）变成报告的草稿，并说明哪些是猜的、哪些没有带过来。先说两个数：原文多少字，草稿多少字；
        少了的字在哪里、是什么，一处一处列出来。已有的文件不会被覆盖。标有密级的文件不导入。

          import 报告.docx --pillar 政治机关
          import *.docx --pillar 书香机关 --unit 教育局
          import 旧稿                 文件夹里的 Word 文件全部导入，下级文件夹里的也导入
          --pillar 机关               放进哪个机关的文件夹；不写就放进“综合”
          --unit 单位                 发布单位；不写就从落款里找
          --date 2021-08-31           发布日期；不写就从落款里找，哪里都没有就在草稿里空着，等你来写
          --title 标题                标题；不写就用文档里的标题，一次只能用于一个文件
          --not-secret                有像密级的字样、没有导入的，由保密审查的人核对过，不是涉密文件
        """;

    public const string Preview = """
        在本机预览：草稿、定时发布的、写错的地方都看得到，别人看不到。保存文件以后，打开的页面会自己更新。

          preview                     打开它说的地址；每个文件的情况在 /status
          --urls http://127.0.0.1:8082
                                      换一个地址或端口
        """;

    public const string New = """
        新写一篇报告：建好文件，写好文件头和小标题，接着写正文就可以。已有的文件不会被覆盖。

          new 区级机关上半年工作报告 --pillar 政治机关
          --pillar 机关               放进哪个机关的文件夹；不写就放进“综合”
          --unit 单位                 发布单位；不写就用 site.yml 里的默认单位
          --date 2021-08-31           发布日期；不写就是今天
        """;

    public const string Backup = """
        Copies the journal while the server runs, reads the whole copy as 'journal --verify' does, and overwrites
        nothing. With the content folder it is all that cannot be made anew.

          backup /backups               into a folder, under today's date; it must continue the newest copy there
          backup /backups/before.db     into this file
          --keep NUMBER                 keep so many copies of the folder, the newest ones
        """;

    public const string Journal = """
        The record of what was published when, at which address. ADDRESS is one that a report has or had, whole or its
        last part, or its file.

          journal [ADDRESS…]            list what happened, to these reports or to all
          --from DAY, --to DAY          within these days
          --format text|csv|json        for people, spreadsheets, programs
          journal ADDRESS --at DAY      the text that stood there at the end of that day
          journal ADDRESS --diff        what changed between its last two texts
          journal --diff 3 7            what changed between the texts of two entries
          journal --verify              whether anybody changed it
          --against FILE|HASH           beside an earlier backup, or the hash of an entry that was kept elsewhere
          --public-key FILE             check signatures without a secret
          journal --prove ADDRESS       write what proves that this was published
          --out FILE                    to this file
          journal --verify FILE         check such a proof, anywhere
          journal --erase ENTRY         take the text of an entry out for good
          --reason TEXT                 why: it stays in the journal
          --yes                         do not ask before
          journal --copy TARGET         copy it to a PostgreSQL database that servers share (Host=…;Database=…, or
                                        @FILE), or to a file
        """;

    public const string Accept = """
        Lists what the site holds back since it looks like an accident (many reports gone at once, a clock that jumped,
        another journal), and lets it go on. On a terminal it asks.

          accept
          --yes NUMBER                  let go exactly the number that it told
        """;

    public const string Health = """
        Asks the running server whether it lives, and prints what is wrong or held all the same; for containers without
        a shell.

          health
          --ready                       whether readers can come
        """;

    public const string Help = """
          help                          all verbs and settings
          help check                    all about one verb
        """;

    public const string Version = """
        The version, and the commit that the program was built from.
        """;
}
