using System.Data.Common;
using WorkReports.Journal;
using WorkReports.Journal.Shared;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Journal.Shared;

/// <summary>What <c>--journal</c> may say; whatever is wrong with it, no password is told.</summary>
public sealed class SharedRecordAddressTests
{
    const string Secret = "geheim-4711";

    [Fact]
    public void Npgsqls_own_form_is_taken_and_counts_before_the_defaults()
    {
        var read = SharedRecordAddress.Read("Host=db;Database=j;Username=u;Timeout=9", out var trouble);
        Assert.Equal("", trouble);
        var parts = new DbConnectionStringBuilder { ConnectionString = read! };
        Assert.Equal(("db", "9", "5"), (parts["Host"], parts["Timeout"], parts["Keepalive"]));
    }

    [Fact]
    public void A_file_may_hold_it_and_is_read_anew()
    {
        using var folder = ContentOf.Nothing().With("journal.txt", "Host=one;Database=j\n");
        var file = Path.Combine(folder.Folder, "journal.txt");
        Assert.Contains("Host=one", SharedRecordAddress.Read("@" + file, out _));
        folder.With("journal.txt", "Host=two;Database=j\n");
        Assert.Contains("Host=two", SharedRecordAddress.Read("@" + file, out _));
    }

    [Theory]
    [InlineData("Host=db;Database=j;Pasword=" + Secret)]
    [InlineData("Host=db;Database=j;Port=" + Secret)]
    [InlineData("Host=db;Database=j;SSL Mode=" + Secret)]
    [InlineData("postgres://u:" + Secret + "@db/j")]
    [InlineData(Secret)]
    [InlineData("Database=j;Password=" + Secret)]
    [InlineData("Host=db;Password=" + Secret)]
    [InlineData("=;=" + Secret)]
    public void What_is_none_is_told_without_what_it_says(string setting)
    {
        Assert.Null(SharedRecordAddress.Read(setting, out var trouble));
        Assert.Contains("write for example", trouble);
        Assert.DoesNotContain(Secret, trouble);
        Assert.Equal(trouble, JournalFile.FaultOfShared(setting));
    }

    [Fact]
    public void A_file_that_is_not_there_is_told() =>
        Assert.Contains("/none/journal.txt", JournalFile.FaultOfShared("@/none/journal.txt"));

    [Fact]
    [Needs(NeedsAttribute.Program)]
    public async Task A_connection_is_encrypted_and_the_servers_name_is_checked_where_that_is_said()
    {
        using var authority = Certificates.Authority("Office CA");
        using var stranger = Certificates.Authority("Stranger CA");
        using var certificate = Certificates.IssuedBy(authority, "localhost");
        using var postgres = await PostgresServer.Started();
        postgres
            .With("server.crt", Certificates.Pem(certificate))
            .With("server.key", Certificates.KeyOf(certificate))
            .With("ca.crt", Certificates.Pem(authority))
            .With("other.crt", Certificates.Pem(stranger));
        postgres.Stop();
        postgres.Set(
            $"ssl = on",
            $"ssl_cert_file = '{postgres.PathOf("server.crt")}'",
            $"ssl_key_file = '{postgres.PathOf("server.key")}'"
        );
        await postgres.Start();

        Assert.True(Encrypts($"Host=localhost;SSL Mode=VerifyFull;Root Certificate={postgres.PathOf("ca.crt")}"));
        foreach (
            var wrong in new[]
            {
                $"Host=localhost;SSL Mode=VerifyFull;Root Certificate={postgres.PathOf("other.crt")}",
                $"Host=127.0.0.1;SSL Mode=VerifyFull;Root Certificate={postgres.PathOf("ca.crt")}",
                "Host=localhost;Password=" + Secret,
            }
        )
            Assert.DoesNotContain(Secret, Assert.ThrowsAny<DbException>(() => Encrypts(wrong)).ToString());

        bool Encrypts(string more)
        {
            using var connection = new SharedRecord($"{postgres.Address};{more}").Open(pooled: false);
            using var command = connection.CreateCommand();
            command.CommandText = "select ssl from pg_stat_ssl where pid = pg_backend_pid()";
            return (bool)command.ExecuteScalar()!;
        }
    }
}
