namespace WorkReports.Content.Coverage.Page;

/// <summary>What stands between two characters of a page and accounts for marks of the source, which are no text.</summary>
enum PageMark : byte
{
    /// <summary>Emphasis begins or ends: its value says for how many asterisks it stands.</summary>
    Star,
    Tilde,

    /// <summary>Code, in a line or as a block, begins or ends.</summary>
    CodeOpen,
    CodeClose,

    /// <summary>A block of code begins or ends.</summary>
    BlockOpen,
    BlockClose,
    LinkOpen,
    LinkClose,
    ImageOpen,
    ImageClose,

    /// <summary>A row or a cell of a table begins or ends.</summary>
    Cell,

    /// <summary>The head of a table ends.</summary>
    TableRule,

    /// <summary>An item of a list begins: its value is its number, or <see cref="PlacedMark.Bullet"/>.</summary>
    Item,
    HeadOpen,
    HeadClose,
    Rule,
    Definition,

    /// <summary>A tag that Markdown has no mark for: its name is the mark's.</summary>
    Tag,

    /// <summary>The mark of a note: its value is the note's number.</summary>
    Note,

    /// <summary>The words of a picture: the value is their length.</summary>
    Alternative,

    /// <summary>The title of a link or picture, which may be written elsewhere: the value is its length.</summary>
    Title,
}

/// <param name="At">How many visible characters of the page stand before it.</param>
readonly record struct PlacedMark(int At, PageMark Kind, int Value = 1)
{
    public const int Bullet = -1;

    /// <summary>The number that the list of an item begins with.</summary>
    public int First { get; init; }

    /// <summary>Of a tag, with a slash before that of its end.</summary>
    public string? Name { get; init; }
}
