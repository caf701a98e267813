using System.Security.Cryptography;
using WorkReports.Index;

namespace WorkReports.Pages;

/// <summary><c>/journal</c>: the last entry of the journal, so that anybody may keep it, and how to check it.</summary>
public sealed class JournalModel(Library library) : SitePage(library)
{
    public override string Title => "发布日志";
    public override string Description => "发布日志的最后一条记录和它的校验值，以及怎样核对。";
    public override string? CanonicalPath => Address.Journal;

    /// <summary>Null where nothing is recorded, as in a preview.</summary>
    public IndexedRecord? Record { get; private set; }

    /// <summary>PEM, as <c>--verify --public-key</c> takes it; null where nobody signs.</summary>
    public string? PublicKey =>
        Record?.PublicKey is { Length: > 0 } key
            ? PemEncoding.WriteString("PUBLIC KEY", Convert.FromBase64String(key))
            : null;

    public void OnGet() => Record = Library.Record();
}
