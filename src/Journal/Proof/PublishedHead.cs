namespace WorkReports.Journal.Proof;

/// <summary>What the public is told of the last entry: whoever keeps it can tell later whether the journal goes on from there.</summary>
/// <param name="Time">Of the entry.</param>
/// <param name="Since">Of the first entry.</param>
/// <param name="Signature">Of the key in use; null where there is none.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo in Base64; empty where nobody signs.</param>
sealed record PublishedHead(
    long Number,
    string Hash,
    DateTimeOffset Time,
    DateTimeOffset Since,
    HeadSignature? Signature,
    string PublicKey
);
