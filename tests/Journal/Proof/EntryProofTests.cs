using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;
using WorkReports.Journal;
using WorkReports.Journal.Entries;
using WorkReports.Journal.Proof;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Journal.Proof;

public sealed class EntryProofTests : IDisposable
{
    const string Path = "政治机关/2021-08-31-试验.md";

    readonly TestIndex index = TestIndex.Of(ContentOf.Report("---\n网址: a\n---\n# 甲\n\n第一版正文。", Path));
    readonly ContentOf elsewhere = ContentOf.Nothing();
    readonly Settings settings;

    public EntryProofTests()
    {
        for (var version = 2; version <= 9; version++)
        {
            index.Content.With(Path, $"---\n网址: a\n---\n# 甲\n\n第{version}版正文。");
            index.Publish();
        }
        settings = index.Settings with { JournalKey = KeyFile.Private(elsewhere.Folder) };
    }

    JournalPublicKey Key => JournalKey.Of(settings)!.Public;

    void Sign()
    {
        using var entries = new JournalFile(settings).Begin(index.Clock.GetUtcNow());
        entries.Commit();
    }

    EntryProof Prove(long number, JournalPublicKey? key = null) =>
        EntryProof.FromJson(
            System.Text.Encoding.UTF8.GetBytes(EntryProof.Make(settings.JournalFile, number, key)!.ToJson())
        );

    [Fact]
    public void Every_entry_with_a_text_is_proven_against_the_head()
    {
        foreach (var entry in index.Journal.Entries().Where(entry => entry.Reading.Length > 0))
        {
            var proof = Prove(entry.Number);
            Assert.Equal(ProofVerdict.WithoutSignature, ProofCheck.Of(proof, null));
            Assert.Equal(index.Journal.Head(), proof.Head);
            Assert.Equal(index.Journal.TextOf(entry.Content), proof.Text);
        }
    }

    [Fact]
    public void A_signed_head_is_told_from_one_by_another_key_and_from_none()
    {
        Assert.Equal(ProofVerdict.OtherKey, ProofCheck.Of(Prove(1, Key), Key));
        Sign();
        Assert.Equal(ProofVerdict.SignatureSound, ProofCheck.Of(Prove(1, Key), Key));
        Assert.Equal(ProofVerdict.SignedByItsOwnKey, ProofCheck.Of(Prove(1, Key), null));
        Assert.Equal(ProofVerdict.SignatureUnchecked, ProofCheck.Of(Prove(1), null));
        var other = JournalKey.Of(settings with { JournalKey = KeyFile.Private(elsewhere.Folder, "other.pem") })!;
        Assert.Equal(ProofVerdict.OtherKey, ProofCheck.Of(Prove(1, Key), other.Public));
    }

    [Fact]
    public void Whatever_field_is_changed_it_is_told()
    {
        Sign();
        var json = EntryProof.Make(settings.JournalFile, 1, Key)!.ToJson();
        var fields = Values(JsonNode.Parse(json)!).Select(value => value.GetPath()).ToList();
        Assert.True(fields.Count > 25);
        foreach (var field in fields)
        {
            var root = JsonNode.Parse(json)!;
            var value = Values(root).Single(one => one.GetPath() == field);
            value.ReplaceWith(Changed(value));
            var proof = EntryProof.FromJson(System.Text.Encoding.UTF8.GetBytes(root.ToJsonString()));
            Assert.True(ProofCheck.Of(proof, null) >= ProofVerdict.NotAProof, field);
            Assert.True(ProofCheck.Of(proof, Key) >= ProofVerdict.NotAProof, field);
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[[[[")]
    [InlineData("""{"kind":"WorkReports journal proof 1","kind":"x"}""")]
    public void What_is_no_proof_is_none(string json) =>
        Assert.ThrowsAny<System.Text.Json.JsonException>(() =>
            EntryProof.FromJson(System.Text.Encoding.UTF8.GetBytes(json))
        );

    [Fact]
    public void A_path_without_end_or_with_a_foreign_step_is_refused()
    {
        var proof = Prove(1);
        Assert.Equal(ProofVerdict.NotAProof, ProofCheck.Of(proof with { Path = [] }, null));
        Assert.Equal(
            ProofVerdict.NotAProof,
            ProofCheck.Of(proof with { Path = [.. Enumerable.Repeat(proof.Path[0], 1000)] }, null)
        );
        Assert.Equal(
            ProofVerdict.PathBroken,
            ProofCheck.Of(proof with { Path = [proof.Path[0], .. proof.Path] }, null)
        );
    }

    [Fact]
    public void In_a_hundred_thousand_entries_few_hashes_lead_from_the_head_to_any_other()
    {
        const int count = 100_000;
        var entry = index.Journal.Entries()[0];
        Fill(entry, count);
        var random = new Random(Lane.Seed);
        long[] edges = [1, 2, 3, 32_767, 32_768, 65_535, 65_537, 77_777, 99_998, count];
        foreach (var number in edges.Concat(Enumerable.Range(0, 50).Select(_ => random.NextInt64(1, count))))
        {
            var proof = Prove(number);
            Assert.InRange(proof.Path.Count, 1, 3 * (int)Math.Log2(count));
            Assert.Equal(ProofVerdict.WithoutSignature, ProofCheck.Of(proof, null));
            Assert.InRange(proof.ToJson().Length - (proof.Text.Length * 2), 1, 20_000);
        }
    }

    /// <summary>Entries after those that are there, each about the same text.</summary>
    void Fill(JournalEntry like, int count)
    {
        using var connection = new SqliteConnection($"Data Source={settings.JournalFile};Pooling=false");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        var hashes = new List<string> { "" };
        hashes.AddRange(index.Journal.Entries().Select(known => known.Hash));
        var more = new List<JournalEntry>();
        for (var number = hashes.Count; number <= count; number++)
        {
            var entry = like with { Number = number, Format = Chain.Format };
            hashes.Add(Chain.HashOf(entry, hashes[^1], hashes[(int)Chain.SkipOf(number)]));
            more.Add(entry with { Hash = hashes[^1] });
        }
        connection.Execute(
            """
            insert into entries (
                number, time, event, slug, formerly, path, title, content, hash, reading, refers, note, format)
            values (
                @Number, @Time, @Event, @Slug, @Formerly, @Path, @Title, @Content, @Hash, @Reading, @Refers, @Note,
                @Format)
            """,
            more,
            transaction
        );
        transaction.Commit();
    }

    static IEnumerable<JsonNode> Values(JsonNode node) =>
        node switch
        {
            JsonObject some => some.Where(field => field.Value is not null).SelectMany(field => Values(field.Value!)),
            JsonArray some => some.SelectMany(item => Values(item!)),
            _ => [node],
        };

    /// <summary>Another value of the same kind: for hashes, Base64 and text another letter in the middle.</summary>
    static JsonNode Changed(JsonNode value)
    {
        if (value.GetValueKind() == System.Text.Json.JsonValueKind.Number)
            return JsonValue.Create(value.GetValue<long>() + 1);
        var text = value.GetValue<string>();
        var at = text.Length / 2;
        return text.Length == 0 ? "a" : text[..at] + (text[at] == 'b' ? 'c' : 'b') + text[(at + 1)..];
    }

    public void Dispose()
    {
        index.Dispose();
        elsewhere.Dispose();
    }
}
