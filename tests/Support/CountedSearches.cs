using Mono.Cecil;
using Mono.Cecil.Cil;

namespace WorkReports.Tests.Support;

/// <summary>
/// Calls of the base library's searches of texts and spans, each led through a method that counts how far was looked. Without it,
/// work that grows with the square of a text would be a few steps, as long as one call does a whole turn of it.
/// </summary>
sealed class CountedSearches(ModuleDefinition module)
{
    readonly Dictionary<string, MethodDefinition?> wrappers = [];

    readonly TypeDefinition home = new(
        "",
        "CountedSearches",
        TypeAttributes.Class | TypeAttributes.NotPublic | TypeAttributes.Abstract | TypeAttributes.Sealed,
        module.TypeSystem.Object
    );

    public void Wrap(Mono.Cecil.Cil.MethodBody body)
    {
        foreach (var step in body.Instructions)
        {
            if (
                step.OpCode.Code is Code.Call or Code.Callvirt
                && step.Operand is MethodReference called
                && CounterOf(called) is { } counter
                && WrapperOf(called, counter) is { } wrapper
            )
                (step.OpCode, step.Operand) = (OpCodes.Call, wrapper);
        }
    }

    /// <summary>After the last call has been wrapped: the module's types are gone through until then.</summary>
    public void AddToModule() => module.Types.Add(home);

    /// <summary>The counter for what a method answers; null for a method that searches nothing.</summary>
    static string? CounterOf(MethodReference called) =>
        called.DeclaringType.FullName is not ("System.MemoryExtensions" or "System.String") ? null
        : called.Name.StartsWith("IndexOf", StringComparison.Ordinal) ? nameof(StepCounter.Found)
        : called.Name.StartsWith("LastIndexOf", StringComparison.Ordinal) ? nameof(StepCounter.FoundFromEnd)
        : called.Name.StartsWith("Contains", StringComparison.Ordinal) ? nameof(StepCounter.Contained)
        : called.Name is "Count" or "CountAny" ? nameof(StepCounter.CountedAll)
        : null;

    MethodDefinition? WrapperOf(MethodReference called, string counter)
    {
        if (wrappers.TryGetValue(called.FullName, out var known))
            return known;
        List<TypeReference> parameters =
        [
            .. called.HasThis ? [called.DeclaringType] : Array.Empty<TypeReference>(),
            .. called.Parameters.Select(parameter => Closed(parameter.ParameterType, called)),
        ];
        var isOpen = parameters.Exists(parameter => parameter.ContainsGenericParameter);
        return wrappers[called.FullName] = isOpen ? null : NewWrapper(called, counter, parameters);
    }

    MethodDefinition NewWrapper(MethodReference called, string counter, List<TypeReference> parameters)
    {
        var wrapper = new MethodDefinition(
            $"{called.Name}{wrappers.Count}",
            MethodAttributes.Static | MethodAttributes.Assembly,
            called.ReturnType
        );
        foreach (var parameter in parameters)
            wrapper.Parameters.Add(new ParameterDefinition(parameter));
        var il = wrapper.Body.GetILProcessor();
        foreach (var parameter in wrapper.Parameters)
            il.Emit(OpCodes.Ldarg, parameter);
        il.Emit(called.HasThis ? OpCodes.Callvirt : OpCodes.Call, called);
        var searched = wrapper.Parameters[0];
        il.Emit(called.HasThis ? OpCodes.Ldarg : OpCodes.Ldarga, searched);
        il.Emit(
            OpCodes.Call,
            new MethodReference("get_Length", module.TypeSystem.Int32, searched.ParameterType) { HasThis = true }
        );
        // A text alone is searched from a place in it; a span is cut before.
        if (called.HasThis && parameters is [_, _, { MetadataType: MetadataType.Int32 }, ..])
            il.Emit(OpCodes.Ldarg, wrapper.Parameters[2]);
        else
            il.Emit(OpCodes.Ldc_I4_M1);
        il.Emit(OpCodes.Call, module.ImportReference(typeof(StepCounter).GetMethod(counter)));
        il.Emit(OpCodes.Ret);
        home.Methods.Add(wrapper);
        return wrapper;
    }

    /// <summary>A type of a generic method, with what it is called for in the place of its parameters.</summary>
    static TypeReference Closed(TypeReference type, MethodReference called)
    {
        if (called is not GenericInstanceMethod generic)
            return type;
        if (type is GenericParameter { Type: GenericParameterType.Method } parameter)
            return generic.GenericArguments[parameter.Position];
        if (type is not GenericInstanceType open)
            return type;
        var closed = new GenericInstanceType(open.ElementType);
        foreach (var argument in open.GenericArguments)
            closed.GenericArguments.Add(Closed(argument, called));
        return closed;
    }
}
