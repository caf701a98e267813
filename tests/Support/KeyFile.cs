using System.Security.Cryptography;

namespace WorkReports.Tests.Support;

/// <summary>Files with keys, as admins make them; the folder is the test's.</summary>
static class KeyFile
{
    public static string Private(string folder, string name = "key.pem", string curve = "nistP256")
    {
        using var key = ECDsa.Create(ECCurve.CreateFromFriendlyName(curve));
        return Write(folder, name, key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>The public half of a private one.</summary>
    public static string PublicOf(string file)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(file));
        return Write(Path.GetDirectoryName(file)!, "public.pem", key.ExportSubjectPublicKeyInfoPem());
    }

    public static string Write(string folder, string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
