using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands.Modes;

public sealed class VerifyModeTests : IDisposable
{
    const string A = "政治机关/2021-08-31-试验.md";

    readonly TestIndex index = TestIndex.Of(ContentOf.Report("---\n网址: a\n---\n# 甲\n\n正文。", A));
    readonly ContentOf elsewhere = ContentOf.Nothing();

    Task<Typed> Verify(params string[] more) => Typed.Run(["journal", "--verify", "--data", index.Data, .. more]);

    Task<Typed> Prove(params string[] more) => Typed.Run(["journal", "--prove", "a", "--data", index.Data, .. more]);

    string Elsewhere(string name) => Path.Combine(elsewhere.Folder, name);

    [Fact]
    public async Task What_nobody_can_know_from_the_file_alone_is_said() =>
        Assert.Contains("单凭这个文件看不出", (await Verify()).Output, StringComparison.Ordinal);

    [Fact]
    public async Task An_earlier_backup_or_a_hash_makes_it_know()
    {
        var backup = Elsewhere("earlier.db");
        index.Journal.BackUp(backup);
        var hash = index.Journal.Head().Hash;
        var typed = await Verify("--against", backup);
        Assert.Equal(0, typed.Code);
        Assert.Contains("较早的备份里的 4 条逐条相同", typed.Output, StringComparison.Ordinal);
        typed = await Verify("--against", hash.ToUpperInvariant());
        Assert.Equal(0, typed.Code);
        Assert.Contains("第 4 条的校验值就是抄录的那一个", typed.Output, StringComparison.Ordinal);

        JournalForgery.Rewrite(index.Settings.JournalFile, "update entries set title = '乙' where number = 1");
        Assert.Equal(0, (await Verify()).Code);
        typed = await Verify("--against", backup);
        Assert.Equal(1, typed.Code);
        Assert.StartsWith("和较早的备份不一致：从第 1 条起", typed.Output, StringComparison.Ordinal);
        typed = await Verify("--against", hash);
        Assert.Equal(1, typed.Code);
        Assert.StartsWith("没有一条记录的校验值是", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_says_up_to_where_it_signed_and_its_public_half_is_enough()
    {
        var key = KeyFile.Private(elsewhere.Folder);
        Sign(key);
        Assert.Contains("有 1 个签名没有核对", (await Verify()).Output, StringComparison.Ordinal);
        var typed = await Verify("--public-key", KeyFile.PublicOf(key));
        Assert.Equal(0, typed.Code);
        Assert.Contains("签名有效：到第 4 条", typed.Output, StringComparison.Ordinal);

        JournalForgery.Rewrite(index.Settings.JournalFile, "update entries set title = '乙' where number = 1");
        typed = await Verify("--journal-key", key);
        Assert.Equal(1, typed.Code);
        Assert.StartsWith("第 4 条的签名不符", typed.Output, StringComparison.Ordinal);
    }

    void Sign(string key)
    {
        using var entries = new WorkReports.Journal.JournalFile(index.Settings with { JournalKey = key }).Begin(
            index.Clock.GetUtcNow()
        );
        entries.Commit();
    }

    [Fact]
    public async Task A_proof_is_checked_without_the_data_folder()
    {
        var key = KeyFile.Private(elsewhere.Folder);
        Sign(key);
        var proof = Elsewhere("proof.json");
        var typed = await Prove("--out", proof, "--journal-key", key);
        Assert.Equal((0, ""), (typed.Code, typed.Errors));
        string[] check = ["journal", "--verify", proof, "--data", Elsewhere("nowhere")];
        typed = await Typed.Run(check);
        Assert.Equal(0, typed.Code);
        Assert.StartsWith(
            "证明成立：1  2026-11-24 12:00:00  发布  /reports/a  甲",
            typed.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("签名和证明里的公钥相符", typed.Output, StringComparison.Ordinal);
        typed = await Typed.Run([.. check, "--public-key", KeyFile.PublicOf(key)]);
        Assert.Contains("签名有效：2026-11-24 12:00:00", typed.Output, StringComparison.Ordinal);

        var text = await File.ReadAllTextAsync(proof, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            proof,
            text.Replace("甲", "乙", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );
        typed = await Typed.Run(check);
        Assert.Equal(new Typed(1, "证明无效：记录被改动过。\n", ""), typed);
    }

    [Fact]
    public async Task A_proof_without_a_signature_is_held_against_a_hash()
    {
        var proof = Elsewhere("proof.json");
        Assert.Equal(0, (await Prove("--out", proof)).Code);
        var typed = await Typed.Run("journal", "--verify", proof, "--against", index.Journal.Head().Hash);
        Assert.Equal(0, typed.Code);
        Assert.Contains("日志末尾就是抄录的那一个。", typed.Output, StringComparison.Ordinal);
        typed = await Typed.Run("journal", "--verify", proof, "--against", new string('0', 64));
        Assert.Equal(1, typed.Code);
        Assert.Contains("没有签名", (await Typed.Run("journal", "--verify", proof)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_proof_and_what_cannot_be_proven_is_said()
    {
        elsewhere.With("a.json", "{}");
        Assert.Equal(1, (await Typed.Run("journal", "--verify", Elsewhere("a.json"))).Code);
        var typed = await Typed.Run("journal", "--prove", "nowhere", "--data", index.Data);
        Assert.Equal(1, typed.Code);
        Assert.StartsWith("不能出具证明：日志里没有 nowhere", typed.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await Prove("--out", Elsewhere("a.json"))).Code);
    }

    [Theory]
    [InlineData("--against", "nowhere.db")]
    [InlineData("--public-key", "/nowhere.pem")]
    [InlineData("nowhere.json")]
    [InlineData("--diff")]
    [InlineData("--format", "csv")]
    public async Task What_cannot_be_meant_is_wrong_usage(params string[] more) =>
        Assert.Equal(2, (await Verify(more)).Code);

    public void Dispose()
    {
        index.Dispose();
        elsewhere.Dispose();
    }
}
