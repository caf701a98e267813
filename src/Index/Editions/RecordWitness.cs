using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using WorkReports.Storage;

namespace WorkReports.Index.Editions;

/// <summary>
/// The small file <c>journal.head</c>: number and hash of the last entry that readers' edition shows. It outlives the index, so that a
/// journal which vanished, was cut off or replaced is noticed although the index is made anew.
/// </summary>
/// <param name="file">Null where nobody keeps one: of a preview, and of a record that servers share, whose copies are witnesses enough.</param>
sealed class RecordWitness(string? file)
{
    const int HashLength = 64;

    public static RecordWitness Of(Settings settings) =>
        new(settings.Preview || settings.Journal != Settings.None ? null : settings.JournalHeadFile);

    /// <summary>Null where there is none, or none that can be read.</summary>
    public (long Number, string Hash)? Read()
    {
        try
        {
            return
                File.Exists(file)
                && File.ReadAllText(file).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
                    is [var word, var hash]
                && long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && hash.Length == HashLength
                && hash.All(char.IsAsciiHexDigitLower)
                ? (number, hash)
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Write(long number, string hash)
    {
        if (file is null || number == 0)
            return;
        try
        {
            // Whole or not at all: a program that is killed leaves the last one.
            var unfinished = file + ".new";
            File.WriteAllText(unfinished, $"{number} {hash}\n");
            File.Move(unfinished, file, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The edition stands all the same, and the next one writes it again.
        }
    }

    /// <summary>Takes over what an index knows that is about to be deleted, where nothing is kept beside it.</summary>
    public void TakeOver(string index)
    {
        if (file is null || Read() is not null)
            return;
        try
        {
            using var connection = Connections.Open(
                new SqliteConnectionStringBuilder
                {
                    DataSource = index,
                    Mode = SqliteOpenMode.ReadOnly,
                    Pooling = false,
                }.ToString()
            );
            var (number, hash) = connection.QuerySingleOrDefault<(long, string)>(
                "select record, record_hash from edition"
            );
            Write(number, hash);
        }
        catch (SqliteException)
        {
            // Damaged, or of a build that did not say it.
        }
    }
}
