using System.Reflection;
using System.Text;
using WorkReports.Commands;
using WorkReports.Terminal;
using WorkReports.Tests.Support;

namespace WorkReports.Tests.Terminal;

/// <summary>Nothing goes to a console but through <see cref="PrintableWriter"/>, and nothing goes through that raw.</summary>
public sealed class PrintableWriterTests
{
    const string Text = "甲\u001b\n::error::乙";

    /// <summary>Who may hold the console itself: each hands it straight to what makes text printable.</summary>
    static readonly string[] ConsoleUsers = ["Program", "ProgramLog", "StandardError", "StandardInput"];

    public static TheoryData<string> Methods =>
        [
            .. typeof(PrintableWriter)
                .GetMethods(BindingFlags.Public | BindingFlags.Instance)
                .Where(method => method.Name is "Write" or "WriteLine" or "WriteAsync" or "WriteLineAsync")
                .Select(method => method.ToString()!)
                .Distinct(),
        ];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Every_way_to_write_shows_what_it_is_given(string signature)
    {
        using var console = new StringWriter { NewLine = "\n" };
        await using var writer = new PrintableWriter(console);
        var method = typeof(PrintableWriter).GetMethods().First(method => method.ToString() == signature);
        var arguments = method.GetParameters().Select(ArgumentFor).ToArray();
        if (method.GetParameters().FirstOrDefault(one => one.ParameterType.IsByRefLike) is { } span)
            WriteSpan(method, writer, span.ParameterType);
        else if (method.Invoke(writer, arguments) is Task task)
            await task;
        var isLine = method.Name.StartsWith("WriteLine", StringComparison.Ordinal);
        var written = console.ToString();
        Assert.Equal(isLine, written.EndsWith('\n'));
        Assert.DoesNotContain('\u001b', written);
        Assert.DoesNotContain('\n', isLine ? written[..^1] : written);
    }

    static object? ArgumentFor(ParameterInfo parameter) =>
        parameter.ParameterType switch
        {
            var type when type == typeof(string) && parameter.Name == "format" => "{0}",
            var type when type == typeof(string) || type == typeof(object) => Text,
            var type when type == typeof(char) => '\u001b',
            var type when type == typeof(char[]) => Text.ToCharArray(),
            var type when type == typeof(object[]) => new object[] { Text, Text, Text },
            var type when type == typeof(StringBuilder) => new StringBuilder(Text),
            var type when type == typeof(ReadOnlyMemory<char>) => Text.AsMemory(),
            var type when type == typeof(Rune) => new Rune('\u001b'),
            var type when type == typeof(int) => parameter.Name == "count" ? Text.Length : 0,
            { IsByRefLike: true } => null,
            var type => Activator.CreateInstance(type),
        };

    static void WriteSpan(MethodInfo method, PrintableWriter writer, Type span)
    {
        if (span == typeof(ReadOnlySpan<char>) && method.Name == "Write")
            writer.Write(Text.AsSpan());
        else if (span == typeof(ReadOnlySpan<char>))
            writer.WriteLine(Text.AsSpan());
        else if (method.Name == "Write")
            writer.Write("{0}", (ReadOnlySpan<object?>)[Text]);
        else
            writer.WriteLine("{0}", (ReadOnlySpan<object?>)[Text]);
    }

    [Fact]
    public void A_command_is_written_as_one_line()
    {
        using var console = new StringWriter { NewLine = "\n" };
        using var writer = new PrintableWriter(console);
        writer.WriteCommand("::error file=甲\u001b\n::b");
        writer.WriteLines("{\n  \"a\": 1\n}");
        writer.Rewrite("1 / 2");
        Assert.Equal("::error file=甲\\u001b\\u000a::b\n{\n  \"a\": 1\n}\n\r1 / 2", console.ToString());
    }

    [Fact]
    public void Nobody_else_holds_the_console()
    {
        var users = CompiledUses
            .Read(typeof(Settings).Assembly.Location)
            .Where(use => use is { UsedNamespace: "System", Used: "Console" })
            .Select(use => use.User);
        Assert.Equal(ConsoleUsers, users.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Verbs_are_given_nothing_else_to_write_to()
    {
        var takers = typeof(CommandLine)
            .Assembly.GetTypes()
            .Where(type => type.FullName!.StartsWith("WorkReports.Commands.", StringComparison.Ordinal))
            .Where(type => type.FullName!.Split('+')[0] != typeof(CommandLine).FullName)
            .SelectMany(type =>
                type.GetMethods(Everything)
                    .Cast<MethodBase>()
                    .Concat(type.GetConstructors(Everything))
                    .Where(method => method.DeclaringType == type)
            )
            .Where(method => method.GetParameters().Any(one => one.ParameterType == typeof(TextWriter)));
        Assert.Empty(takers);
    }

    const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
}
