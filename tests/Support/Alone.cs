namespace WorkReports.Tests.Support;

/// <summary>For tests that measure what the whole process holds: no other runs beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
