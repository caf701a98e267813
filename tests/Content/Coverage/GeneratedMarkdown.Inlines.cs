namespace WorkReports.Tests.Content.Coverage;

public sealed partial class GeneratedMarkdown
{
    string Inlines(int least) =>
        string.Concat(
            Enumerable
                .Range(0, random.Next(least, least + 5))
                .Select(_ =>
                    random.Next(4) switch
                    {
                        0 => Words(),
                        1 => "，",
                        _ => Inline(),
                    }
                )
        );

    string Inline() =>
        random.Next(33) switch
        {
            0 => $"**{Words()}**",
            1 => $"*{Words()}*",
            2 => $"***{Words()}***",
            3 => $" __{Words()}__ ",
            4 => $"~~{Words()}~~",
            5 => $"`{Words()} &amp; *{Words()}*`",
            6 => $"`` {Words()}`{Words()} ``",
            7 => $"[{Words()}](https://a.example.cn/{Number()}?b=(c))",
            8 => $"[{Words()}](https://a.example.cn \"{Words()} &amp; \\\" {Words()}\")",
            9 => $"[**{Words()}**{Words()}](<https://a.example.cn/{Number()}> '{Words()}')",
            10 => $"![{Words()}](图.png)",
            11 => $"![{Words()}*{Words()}*](图.png \"{Words()}\")",
            12 => $"[![{Words()}](图.png)](https://a.example.cn{Pick("", $" \"{Words()}\"")})",
            13 => Defined(),
            14 => Note(),
            15 => Note() + Note() + $"({Words()})!" + Note(),
            16 => $"<https://a.example.cn/{Number()}>",
            17 => $"https://a.example.cn/{Number()}。",
            18 => $" a{Number()}@example.cn，",
            19 => Pick("&amp;", "&lt;", "&nbsp;", "&#12295;", "&#x4E00;", "&hellip;", "&copy", "&zzz;"),
            20 => @"\*\_\[\]\<\!\#\|\~\`\\\&",
            21 => $"<b>{Words()}</b>H<sub>2</sub>O<br>{Words()}<i>{Words()}</i>",
            22 => $"<title>{Words()}<unit>{Words()}</unit><b>{Words()}<script>",
            23 => $"<!-- {Words()} -->{Words()}",
            24 => $"[{Words()}] ({Words()}) [{Words()}]({Words()} {Words()}) [^{Words()}]",
            25 => $"![](图.png){Words()}",
            26 => $"[![](图.png)](https://a.example.cn/{Number()}){Words()}",
            27 => $"**`*{Words()}*/`**[`[{Words()}]`](https://a.example.cn/{Number()})",
            28 => $"<code>&#124;{Words()} &amp; [{Words()}]</code>",
            29 => $" https://a.example.cn/{Number()}\\_a\\_b，",
            30 => $"&emsp;&emsp;{Words()}",
            _ => Signs[random.Next(Signs.Length)],
        };

    /// <summary>A link whose address stands elsewhere.</summary>
    string Defined()
    {
        var label = Words() + Number();
        definitions.Append(
            null,
            $"[{label}]: https://a.example.cn/{Number()}{Pick("", $" \"{Words()}\"", $"\n  '{Words()}'")}\n"
        );
        return $"[{label}]"
            + random.Next(4) switch
            {
                0 => "，",
                1 => Note(),
                2 => "[]",
                _ => $"，[{Words()}][{label}]",
            };
    }

    string Note()
    {
        var label = Pick(Number(), Words() + Number());
        notes.Append(
            null,
            $"[^{label}]: {Words()}**{Words()}**{Pick("", "\n" + Words(), $"\n\n    {Words()}", $"\n\n    - {Words()}\n    - {Words()}")}\n{Pick("", "\n")}"
        );
        return $"[^{label}]";
    }
}
