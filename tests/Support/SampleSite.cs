using WorkReports.Tests.Support;

[assembly: AssemblyFixture(typeof(SampleSite))]

namespace WorkReports.Tests.Support;

/// <summary>The sample site that ships, served once for all tests that only read it.</summary>
public sealed class SampleSite() : SharedSite(TestSite.OfSample);
