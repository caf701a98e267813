namespace WorkReports.Hosting.Routing;

/// <summary>Whether the page cache keeps what an address answers.</summary>
enum CacheMode
{
    /// <summary>Each request is answered anew.</summary>
    Never,

    /// <summary>A page a way of reading: the choices in the reader's cookie make another one.</summary>
    PerReader,

    /// <summary>The same bytes for every reader: feeds, and what else machines read.</summary>
    Shared,
}
