using Mono.Cecil;
using Mono.Cecil.Cil;

namespace WorkReports.Tests.Support;

/// <summary>One type of ours that uses another, or a package's, as the compiler wrote it down.</summary>
/// <param name="User">The outermost type: what is nested in it, lambdas and state machines included, counts as its own.</param>
public sealed record TypeUse(string UserNamespace, string User, string UsedNamespace, string Used);

/// <summary>
/// Reads from a compiled assembly which types use which. Source tells less: C# sees the types of a parent namespace without
/// any <c>using</c>. What the compiler folds away, constants and names, is not seen here.
/// </summary>
public static class CompiledUses
{
    public static IReadOnlyList<TypeUse> Read(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return
        [
            .. module
                .GetTypes()
                .SelectMany(type =>
                    UsedBy(type).SelectMany(Parts).Select(used => (User: Outermost(type), Used: Outermost(used)))
                )
                .Where(use => use.User.FullName != use.Used.FullName)
                .Select(use => new TypeUse(use.User.Namespace, use.User.Name, use.Used.Namespace, use.Used.Name))
                .Distinct(),
        ];
    }

    static IEnumerable<TypeReference?> UsedBy(TypeDefinition type) =>
        [
            type.BaseType,
            .. type.Interfaces.Select(one => one.InterfaceType),
            .. type.Fields.Select(field => field.FieldType),
            .. UsedBy(type.GenericParameters),
            .. type.Methods.SelectMany(UsedBy),
            .. new ICustomAttributeProvider[] { type }
                .Concat(type.Fields)
                .Concat(type.Properties)
                .Concat(type.Events)
                .SelectMany(UsedBy),
        ];

    static IEnumerable<TypeReference?> UsedBy(MethodDefinition method) =>
        [
            method.ReturnType,
            .. method.Parameters.Select(parameter => parameter.ParameterType),
            .. UsedBy(method.GenericParameters),
            .. new ICustomAttributeProvider[] { method, method.MethodReturnType }
                .Concat(method.Parameters)
                .SelectMany(UsedBy),
            .. method.HasBody ? UsedBy(method.Body) : [],
        ];

    static IEnumerable<TypeReference?> UsedBy(MethodBody body) =>
        [
            .. body.Variables.Select(variable => variable.VariableType),
            .. body.ExceptionHandlers.Select(handler => handler.CatchType),
            .. body.Instructions.SelectMany(instruction => UsedBy(instruction.Operand)),
        ];

    static IEnumerable<TypeReference?> UsedBy(object? operand) =>
        operand switch
        {
            TypeReference type => [type],
            GenericInstanceMethod method => [method.DeclaringType, .. method.GenericArguments],
            MemberReference member => [member.DeclaringType],
            _ => [],
        };

    static IEnumerable<TypeReference?> UsedBy(IEnumerable<GenericParameter> parameters) =>
        parameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType);

    static IEnumerable<TypeReference?> UsedBy(ICustomAttributeProvider provider) =>
        provider.CustomAttributes.SelectMany(attribute =>
            attribute
                .ConstructorArguments.Select(argument => argument.Value as TypeReference)
                .Append(attribute.AttributeType)
        );

    /// <summary>What a type is made of: its own definition, and those of its arguments and elements.</summary>
    static IEnumerable<TypeReference> Parts(TypeReference? type) =>
        type switch
        {
            null or GenericParameter => [],
            GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
            IModifierType modified => Parts(modified.ElementType),
            TypeSpecification wrapped => Parts(wrapped.ElementType),
            _ => [type],
        };

    static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
