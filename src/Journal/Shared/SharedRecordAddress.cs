using Npgsql;

namespace WorkReports.Journal.Shared;

/// <summary>Where the shared record is: what <c>--journal</c> says.</summary>
static class SharedRecordAddress
{
    /// <summary>
    /// A dead connection is noticed within seconds: its server may be the one that publishes, and another must be able to take over.
    /// What the setting says comes after these, and counts.
    /// </summary>
    const string Defaults =
        "Application Name=WorkReports;Timeout=5;Command Timeout=30;Keepalive=5;Maximum Pool Size=8;Connection Idle Lifetime=60;";

    public const string Example =
        "Host=db.example.cn;Database=workreports;Username=workreports, or @FILE with the same in a file";

    /// <param name="setting">Npgsql's own form, or <c>@</c> and the file that holds it.</param>
    /// <param name="trouble">Why it is none, without a word of what it says: a password may be in it. Empty where it is one.</param>
    /// <returns>What Npgsql connects by; null where there is trouble.</returns>
    public static string? Read(string setting, out string trouble)
    {
        trouble = "";
        try
        {
            var text = setting.StartsWith('@') ? File.ReadAllText(setting[1..]).Trim() : setting;
            var builder = new NpgsqlConnectionStringBuilder(Defaults + text);
            if (string.IsNullOrEmpty(builder.Host))
                trouble = $"no Host is named; write for example {Example}.";
            else if (string.IsNullOrEmpty(builder.Database))
                trouble = $"no Database is named; write for example {Example}.";
            // What would keep the session that holds the lock from being one session.
            builder.Multiplexing = false;
            builder.Enlist = false;
            return trouble.Length > 0 ? null : builder.ConnectionString;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            trouble = exception.Message;
        }
        catch (Exception exception)
            when (exception is ArgumentException or FormatException or InvalidCastException or KeyNotFoundException)
        {
            trouble = $"that is no connection to PostgreSQL; write for example {Example}.";
        }
        return null;
    }
}
