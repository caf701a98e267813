using System.Reflection;
using WorkReports.Tests.Support;
using Xunit.v3;

[assembly: ClosesWindows]

namespace WorkReports.Tests.Support;

/// <summary>Closes the windows of a test that has ended: those that stay open take memory, and time of the browser, from all others.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ClosesWindowsAttribute : BeforeAfterTestAttribute
{
    public override void After(MethodInfo methodUnderTest, IXunitTest test) => Chromium.CloseWindowsOf(test);
}
