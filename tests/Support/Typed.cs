using WorkReports.Commands;

namespace WorkReports.Tests.Support;

/// <summary>What somebody typed was answered with this.</summary>
public sealed record Typed(int Code, string Output, string Errors)
{
    /// <summary>In this process: for what ends by itself.</summary>
    public static async Task<Typed> Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.Run(args, output, errors);
        return new Typed(code, output.ToString(), errors.ToString());
    }

    /// <summary>As a process of its own, to its end.</summary>
    public static async Task<Typed> RunAlone(string[] args, params (string Variable, string Value)[] environment)
    {
        using var program = new ProgramProcess(args, environment);
        return await program.End();
    }
}
