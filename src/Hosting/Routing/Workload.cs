namespace WorkReports.Hosting.Routing;

/// <summary>What it takes to answer an address. Of each kind but the first only so many are done at once.</summary>
enum Workload
{
    /// <summary>Next to nothing, or a file as it lies on the disk.</summary>
    Light,

    /// <summary>A page is made of what the index holds.</summary>
    Rendering,

    /// <summary>The index is searched.</summary>
    Search,
}
