using System.ComponentModel;
using Dapper;
using Microsoft.Data.Sqlite;
using WorkReports.Content.Rendering;
using WorkReports.Import;
using WorkReports.Index;

// What no room may do, one type for each way of doing it. RoomsTests sees that each of them is told.
namespace WorkReports.Tests.Planted.Storage
{
    sealed class InItsBase : List<ImportedReport>;

    sealed class InAnInterface : IEquatable<ImportedReport>
    {
        public bool Equals(ImportedReport? other) => other is null;

        public override bool Equals(object? other) => other is null;

        public override int GetHashCode() => 0;
    }

    sealed class InAField
    {
        readonly ImportedReport?[] reports = [];

        public int Count => reports.Length;
    }

    sealed class InAParameter
    {
        public static void Read(ImportedReport report) => ArgumentNullException.ThrowIfNull(report);
    }

    sealed class InAResult
    {
        public static ImportedReport? Read() => null;
    }

    sealed class InAConstraint
    {
        public static void Read<T>()
            where T : IEquatable<ImportedReport> { }
    }

    sealed class InATypeArgument
    {
        public static int Count() => new List<ImportedReport>().Count;
    }

    sealed class InAnArray
    {
        public static int Count() => Array.Empty<ImportedReport[]>().Length;
    }

    sealed class InACall
    {
        public static bool Read() => WordDocument.Read([], [], out _) is null;
    }

    sealed class InALambda
    {
        public static Func<bool> Read() => () => WordDocument.Read([], [], out _) is null;
    }

    sealed class InAnIterator
    {
        public static IEnumerable<bool> Read()
        {
            yield return WordDocument.Read([], [], out _) is null;
        }
    }

    sealed class WhileItWaits
    {
        public static async Task<bool> Read()
        {
            await Task.Yield();
            return WordDocument.Read([], [], out _) is null;
        }
    }

    sealed class NestedInAnother
    {
        public sealed class Nested
        {
            public ImportedReport? Report { get; init; }
        }
    }

    sealed class InAnAttribute
    {
        [TypeConverter(typeof(ImportedReport))]
        public int Number { get; init; }
    }

    sealed class InACatch
    {
        public static bool Read(Action action)
        {
            try
            {
                action();
                return true;
            }
            catch (Import.BadReport)
            {
                return false;
            }
        }
    }

    sealed class ByItsName
    {
        public static string Read() => typeof(ImportedReport).Name;
    }
}

namespace WorkReports.Tests.Planted.Import
{
    sealed class BadReport : Exception;
}

namespace WorkReports.Tests.Planted.Index.Search
{
    /// <summary>Inside <c>WorkReports.Index.Search</c> it needs no <c>using</c> to see this.</summary>
    sealed class LooksBack
    {
        public Library? Library { get; init; }
    }
}

namespace WorkReports.Tests.Planted.Pages
{
    sealed class MeetsMarkdown
    {
        public static string Read() => nameof(Outline) + typeof(Outline).Name;
    }

    sealed class AsksTheDatabase
    {
        public static int Ask(SqliteConnection connection) => connection.Execute("select 1");
    }
}
