namespace WorkReports.Content.Recording;

/// <summary>The record cannot be written now.</summary>
public sealed class RecordUnavailableException(string reason) : IOException($"The journal cannot be written: {reason}");
