using System.Text;

namespace WorkReports.Tests.Support;

/// <summary>An answer of the site, read to its end.</summary>
public sealed record Answer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>A header as it was sent, twice with a comma between; empty when it is missing.</summary>
    public string this[string header] => Headers.GetValueOrDefault(header, "");

    public static async Task<Answer> Of(HttpResponseMessage answer)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
            headers[name] = string.Join(", ", values);
        return new Answer((int)answer.StatusCode, headers, await answer.Content.ReadAsByteArrayAsync());
    }
}
