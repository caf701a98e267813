using static WorkReports.Tests.Import.SlowWord;

namespace WorkReports.Tests.Import;

/// <summary>Pictures, text boxes and alternate content.</summary>
static class SlowWordShapes
{
    const string BoxOpen =
        "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent><w:p>";
    const string BoxClose =
        "</w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";

    const string VmlOpen = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>";
    const string VmlClose = "</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>";

    const string EitherOpen = """<mc:AlternateContent><mc:Choice Requires="wps">""";
    const string EitherClose = "</mc:Choice><mc:Fallback><w:r><w:t>旧</w:t></w:r></mc:Fallback></mc:AlternateContent>";

    static string Shown(string id) =>
        $"""<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图"/><a:graphic><a:graphicData uri="p"><pic:pic><pic:blipFill><a:blip r:embed="{id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>""";

    public static readonly IReadOnlyList<SlowWord> All =
    [
        new("showings of one picture", n => Package(Paragraph(Times(n / 4, Shown("i")))).Picture("i")),
        new("pictures", n =>
            Enumerable
                .Range(0, n / 10)
                .Aggregate(
                    Package(Times(n / 10, at => Paragraph(Shown($"i{at}")) + Paragraph(Run($"图{at} 说明")))),
                    (file, at) => file.Picture($"i{at}")
                )
        ),
        Of("pictures that are not there", n => Paragraph(Times(n / 4, Shown("none")))),
        Of("pictures of the old kind", n =>
            Paragraph(Times(n / 4, """<w:r><w:pict><v:shape><v:imagedata r:id="x"/></v:shape></w:pict></w:r>"""))
        ),
        Of("lines and shapes", n => Paragraph(Times(n, "<w:r><w:pict><v:line/></w:pict></w:r>"))),
        Of("shapes of a drawing", n => Paragraph($"<w:r><w:pict>{Times(n, "<v:shape/>")}</w:pict></w:r>")),
        Of("embedded objects", n => Paragraph(Times(n, "<w:r><w:object/></w:r>"))),
        Of("text boxes", n => Paragraph(Times(n, BoxOpen + Run("甲") + BoxClose))),
        Of("text boxes in each other", n => Paragraph(Towers(n, 15, BoxOpen, BoxClose, Run("甲")))),
        Of("text boxes in each other around a text", n =>
            Paragraph(Towers(15, 15, BoxOpen, BoxClose, Times(n, Run("甲"))))
        ),
        Of("text boxes of the old kind in each other", n => Paragraph(Towers(n, 20, VmlOpen, VmlClose, Run("甲")))),
        Of("alternatives", n => Paragraph(Times(n, EitherOpen + Run("新") + EitherClose))),
        Of("alternatives in each other", n => Paragraph(Towers(n, 80, EitherOpen, EitherClose, Run("甲")))),
        Of("alternatives in a run", n =>
            Paragraph(
                $"<w:r>{Times(n, "<mc:AlternateContent><mc:Choice Requires=\"w16se\"><w:t>新</w:t></mc:Choice><mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent>")}</w:r>"
            )
        ),
        Of("alternatives in a run in each other", n =>
            Paragraph($"<w:r>{Towers(n, 80, EitherOpen, "</mc:Choice></mc:AlternateContent>", "<w:t>甲</w:t>")}</w:r>")
        ),
        Of("choices of one alternative", n =>
            Paragraph(
                $"<mc:AlternateContent>{Times(n, $"<mc:Choice Requires=\"wps\">{Run("甲")}</mc:Choice>")}</mc:AlternateContent>"
            )
        ),
    ];
}
