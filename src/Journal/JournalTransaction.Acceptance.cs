using Dapper;

namespace WorkReports.Journal;

sealed partial class JournalTransaction
{
    /// <summary>Records that an admin let go on what was held; after what went on by it.</summary>
    /// <param name="note">By whom and what.</param>
    /// <param name="acceptances">Their numbers.</param>
    public void Accept(string note, IEnumerable<long> acceptances)
    {
        writer.Write(Entry(JournalEvent.Accepted, "", "", "", "") with { Note = note });
        var obeyed = acceptances.ToList();
        shared?.NoteObeyed(obeyed, writer.Head.Number);
        connection.Execute(
            "update acceptances set entry = @entry where number = @number",
            obeyed.Select(number => new { number, entry = writer.Head.Number })
        );
    }
}
