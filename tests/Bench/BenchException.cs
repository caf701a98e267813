namespace WorkReports.Bench;

/// <summary>Why nothing could be measured; its message is for the one who typed the command.</summary>
sealed class BenchException(string message) : Exception(message);
