using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(WorkReports.Tests.Support.LongestFirst))]

namespace WorkReports.Tests.Support;

/// <summary>
/// Classes that open windows, start the program or take seconds begin first: a long one that begins last keeps a run waiting
/// for it alone.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    /// <summary>How the name of the collection that a class is begins: nothing else of it is told.</summary>
    public static string NameOf(Type type) => $"Test collection for {type.FullName} ";

    static readonly List<string> Long =
    [
        .. typeof(LongestFirst)
            .Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(NeedsAttribute)))
            .Select(NameOf),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(
        IReadOnlyCollection<TTestCollection> testCollections
    )
        where TTestCollection : ITestCollection =>
        [
            .. testCollections.OrderByDescending(collection =>
                Long.Exists(name => collection.TestCollectionDisplayName.StartsWith(name, StringComparison.Ordinal))
            ),
        ];
}
