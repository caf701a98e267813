using System.Security.Cryptography;
using WorkReports.Commands.Options;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Commands.Options;

public sealed class JournalSettingsCheckTests : IDisposable
{
    readonly ContentOf keys = ContentOf.Nothing();
    readonly ContentOf data = ContentOf.Nothing();

    string? Fault(string file) =>
        Assert.Single(
            SettingsCheck
                .Faults(new Settings { JournalKey = file, Data = data.Folder }, VerbNeeds.Journal)
                .DefaultIfEmpty(null)
        );

    [Fact]
    public void A_private_key_on_P256_outside_of_the_data_folder_is_sound()
    {
        Assert.Null(Fault(Settings.None));
        Assert.Null(Fault(KeyFile.Private(keys.Folder)));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Null(Fault(KeyFile.Write(keys.Folder, "ec.pem", key.ExportECPrivateKeyPem())));
    }

    [Fact]
    public void A_key_that_lies_in_the_data_folder_by_a_link_too_is_refused()
    {
        var inside = KeyFile.Private(data.Folder);
        Assert.Contains("lies in the data folder", Fault(inside), StringComparison.Ordinal);
        var link = Path.Combine(keys.Folder, "link.pem");
        File.CreateSymbolicLink(link, inside);
        Assert.Contains("lies in the data folder", Fault(link), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_such_key_is_told_without_a_word_of_what_the_file_holds()
    {
        Assert.Contains("P-256", Fault(KeyFile.Private(keys.Folder, "384.pem", "nistP384")), StringComparison.Ordinal);
        Assert.Contains(
            "public key",
            Fault(KeyFile.PublicOf(KeyFile.Private(keys.Folder, "half.pem"))),
            StringComparison.Ordinal
        );
        var secret = Fault(KeyFile.Write(keys.Folder, "secret.pem", "-----BEGIN PRIVATE KEY-----\ngeheim\n"));
        Assert.DoesNotContain("geheim", secret, StringComparison.Ordinal);
        Assert.Contains("PEM", secret, StringComparison.Ordinal);
        Assert.StartsWith("--journal-key: ", Fault("/nowhere/key.pem"), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        keys.Dispose();
        data.Dispose();
    }
}
