using System.Collections;
using System.Text;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Content.Budget;

/// <summary>Looks into pictures and attachments with the counted program. Each character of an input is a byte.</summary>
public sealed class CountedInspection
{
    readonly Func<string, Stream, IEnumerable> faultsOf = new CountedWork()
        .TypeOf("Content.Inspection.FileInspections")
        .GetMethod("FaultsOf")!
        .CreateDelegate<Func<string, Stream, IEnumerable>>();

    public CountedInspection()
    {
        foreach (var (name, inputs) in AttachmentInputs.All)
            Measure(name, inputs[0].Text(100));
    }

    public Work Measure(string name, string text)
    {
        var bytes = new MemoryStream(Encoding.Latin1.GetBytes(text));
        return CountedWork.Measure(text.Length, () =>
        {
            foreach (var _ in faultsOf(name, bytes)) { }
            return [];
        });
    }
}
