using System.Reflection;
using System.Runtime.Loader;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace WorkReports.Tests.Support;

/// <summary>
/// The program and its parsers with a counter built into them: each call and each turn of a loop is a step, so that work can be
/// judged without a clock. What the base library does by itself is no step, but for searching texts and searching and shifting
/// lists; what it allocates shows in the bytes.
/// </summary>
public sealed class CountedWork : AssemblyLoadContext
{
    /// <summary>Each with its loops and calls counted.</summary>
    static readonly string[] Counted =
    [
        "WorkReports",
        "Markdig",
        "AngleSharp",
        "HtmlSanitizer",
        "YamlDotNet",
        "DocumentFormat.OpenXml",
        "DocumentFormat.OpenXml.Framework",
    ];

    /// <summary>Bound to the counted ones, so it must be loaded beside them.</summary>
    const string Beside = "AngleSharp.Css";

    static readonly string[] ListMethods = ["IndexOf", "Contains", "Insert", "Remove", "RemoveAt"];

    const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>A type of the counted program.</summary>
    /// <param name="name">With its namespace below the program's.</param>
    public Type TypeOf(string name) =>
        LoadFromAssemblyName(new AssemblyName("WorkReports")).GetType("WorkReports." + name)!;

    /// <summary>An object of the counted program. What is not given is optional, and null.</summary>
    public object Make(string type, params object?[] arguments)
    {
        var constructor = TypeOf(type).GetConstructors(Any).Single();
        Array.Resize(ref arguments, constructor.GetParameters().Length);
        return constructor.Invoke(arguments);
    }

    /// <summary>What something costs on this thread.</summary>
    /// <param name="work">Answers the codes of the problems that were told.</param>
    public static Work Measure(int size, Func<IEnumerable<string>> work)
    {
        var (steps, allocated) = (StepCounter.Steps, GC.GetAllocatedBytesForCurrentThread());
        var codes = work();
        return new Work(
            size,
            StepCounter.Steps - steps,
            GC.GetAllocatedBytesForCurrentThread() - allocated,
            codes.Any(Refusals.Contains)
        );
    }

    /// <summary>Codes of the problems told of these, which are the counted program's own.</summary>
    public static IEnumerable<string> CodesOf(object told) =>
        ((System.Collections.IEnumerable)told.GetType().GetProperty("Problems")!.GetValue(told)!)
            .Cast<object>()
            .Select(problem => (string)problem.GetType().GetProperty("Code")!.GetValue(problem)!);

    /// <summary>Told of what is refused by a count, before it is looked at.</summary>
    static readonly string[] Refusals =
    [
        "table-large",
        "report-large",
        "paragraph-large",
        "yaml-long",
        "file-large",
        "words-many",
    ];

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var file = Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll");
        if (assemblyName.Name == Beside)
            return LoadFromAssemblyPath(file);
        if (!Counted.Contains(assemblyName.Name))
            return null;
        using var counted = new MemoryStream();
        using var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(AppContext.BaseDirectory);
        foreach (var framework in new[] { typeof(object), typeof(Microsoft.AspNetCore.Http.HttpContext) })
            resolver.AddSearchDirectory(Path.GetDirectoryName(framework.Assembly.Location));
        using var module = ModuleDefinition.ReadModule(file, new ReaderParameters { AssemblyResolver = resolver });
        CountIn(module);
        // The tests' program is compiled ahead. Without the counting that code would run, so it is left out: this is IL alone.
        (module.Attributes, module.Architecture) = (ModuleAttributes.ILOnly, TargetArchitecture.I386);
        module.Write(counted);
        counted.Position = 0;
        return LoadFromStream(counted);
    }

    static void CountIn(ModuleDefinition module)
    {
        var steps = module.ImportReference(typeof(StepCounter).GetField(nameof(StepCounter.Steps)));
        var wrappers = ListMethods.ToDictionary(
            name => name,
            name => module.ImportReference(typeof(StepCounter).GetMethod(name))
        );
        var searches = new CountedSearches(module);
        foreach (var method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody))
        {
            method.Body.SimplifyMacros();
            WrapLists(method.Body, wrappers);
            searches.Wrap(method.Body);
            CountIn(method.Body, steps);
            method.Body.OptimizeMacros();
        }
        searches.AddToModule();
    }

    static void CountIn(Mono.Cecil.Cil.MethodBody body, FieldReference steps)
    {
        var il = body.GetILProcessor();
        var places = body.Instructions.Select((step, place) => (step, place)).ToDictionary(p => p.step, p => p.place);
        var loops = body.Instructions.Where(step => Targets(step).Any(to => places[to] <= places[step])).ToList();
        CountBefore(il, body.Instructions[0], steps);
        foreach (var loop in loops)
        {
            var first = CountBefore(il, loop, steps);
            foreach (var step in body.Instructions.Where(step => step.Operand == loop))
                step.Operand = first;
        }
    }

    static IEnumerable<Instruction> Targets(Instruction step) =>
        step.Operand switch
        {
            Instruction target => [target],
            Instruction[] targets => targets,
            _ => [],
        };

    static Instruction CountBefore(ILProcessor il, Instruction step, FieldReference steps)
    {
        var first = il.Create(OpCodes.Ldsfld, steps);
        il.InsertBefore(step, first);
        il.InsertBefore(step, il.Create(OpCodes.Ldc_I4_1));
        il.InsertBefore(step, il.Create(OpCodes.Conv_I8));
        il.InsertBefore(step, il.Create(OpCodes.Add));
        il.InsertBefore(step, il.Create(OpCodes.Stsfld, steps));
        return first;
    }

    /// <summary>Lists are searched and shifted by the base library, where nobody counts: the list's length is counted instead.</summary>
    static void WrapLists(Mono.Cecil.Cil.MethodBody body, Dictionary<string, MethodReference> wrappers)
    {
        foreach (var step in body.Instructions)
        {
            if (
                step.Operand is not MethodReference { DeclaringType: GenericInstanceType list } called
                || list.ElementType.FullName != "System.Collections.Generic.List`1"
                || !wrappers.TryGetValue(called.Name, out var wrapper)
                || called.Parameters.Count != wrapper.Parameters.Count - 1
            )
                continue;
            var own = new GenericInstanceMethod(wrapper);
            own.GenericArguments.Add(list.GenericArguments[0]);
            (step.OpCode, step.Operand) = (OpCodes.Call, own);
        }
    }
}
