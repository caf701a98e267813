namespace WorkReports.Journal.Shared;

/// <summary>The shared record is not what this server can go on with; the message says why, and what to do.</summary>
public sealed class SharedRecordException(string message) : IOException(message);
