using Markdig.Syntax;

namespace WorkReports.Content.Syntax;

/// <summary>What was met while a text was parsed and its editor should know.</summary>
sealed class SyntaxFindings
{
    /// <summary>Tags of ours that are never closed, or close nothing: they are shown as text.</summary>
    public List<SourceSpan> UnpairedTags { get; } = [];

    public List<SourceSpan> Comments { get; } = [];

    /// <summary>Marks of notes that are nowhere.</summary>
    public List<SourceSpan> MissingNotes { get; } = [];

    /// <summary>Notes that no mark leads to.</summary>
    public List<Note> UnusedNotes { get; } = [];

    /// <summary>Notes whose label another one bears.</summary>
    public List<Note> RepeatedNotes { get; } = [];

    public static SyntaxFindings Of(MarkdownDocument document)
    {
        if (document.GetData(typeof(SyntaxFindings)) is SyntaxFindings findings)
            return findings;
        findings = new SyntaxFindings();
        document.SetData(typeof(SyntaxFindings), findings);
        return findings;
    }
}
