using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Distribution.Web.Tests.Wiring;

/// <summary>
/// Reads from a compiled assembly which types its types need: in what they inherit, declare and are marked with, and in the bodies of their
/// methods. What the compiler makes of lambdas and async methods are nested types, which count as the type around them.
/// </summary>
internal sealed class CompiledReferences : ISignatureTypeProvider<IEnumerable<string>, object?>
{
    private static readonly Dictionary<short, OperandType> Operands = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value, code => code.OperandType);

    private readonly MetadataReader reader;
    private readonly PEReader file;

    private CompiledReferences(PEReader file) => (this.file, reader) = (file, file.GetMetadataReader());

    /// <summary>References between two types whose names begin with <c>Distribution.</c>; each once.</summary>
    public static IReadOnlyList<Reference> Of(Assembly assembly)
    {
        using PEReader file = new(File.OpenRead(assembly.Location));
        return [.. new CompiledReferences(file).All().Distinct()];
    }

    private IEnumerable<Reference> All() =>
        from handle in reader.TypeDefinitions
        let user = OuterName(handle)
        where IsOurs(user)
        from used in Needs(reader.GetTypeDefinition(handle))
        where IsOurs(used) && used != user
        select new Reference(user, used);

    private static bool IsOurs(string name) => name.StartsWith("Distribution.", StringComparison.Ordinal);

    private IEnumerable<string> Needs(TypeDefinition type)
    {
        IEnumerable<EntityHandle> named =
        [
            type.BaseType,
            .. type.GetInterfaceImplementations().Select(handle => reader.GetInterfaceImplementation(handle).Interface),
            .. Attributes(type.GetCustomAttributes()),
            .. type.GetFields().SelectMany(field => Attributes(reader.GetFieldDefinition(field).GetCustomAttributes())),
            .. type.GetProperties().SelectMany(property => Attributes(reader.GetPropertyDefinition(property).GetCustomAttributes())),
            .. Constraints(type.GetGenericParameters()),
        ];
        return
        [
            .. named.SelectMany(Names),
            .. type.GetFields().SelectMany(field => reader.GetFieldDefinition(field).DecodeSignature(this, null)),
            .. type.GetMethods().SelectMany(method => Needs(reader.GetMethodDefinition(method))),
        ];
    }

    private IEnumerable<string> Needs(MethodDefinition method)
    {
        IEnumerable<string> declared =
        [
            .. Signature(method.DecodeSignature(this, null)),
            .. Attributes(method.GetCustomAttributes()).SelectMany(Names),
            .. method.GetParameters().SelectMany(parameter => Attributes(reader.GetParameter(parameter).GetCustomAttributes())).SelectMany(Names),
            .. Constraints(method.GetGenericParameters()).SelectMany(Names),
        ];
        if (method.RelativeVirtualAddress == 0) return declared;
        var body = file.GetMethodBody(method.RelativeVirtualAddress);
        var locals = body.LocalSignature.IsNil
            ? []
            : reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(this, null).SelectMany(name => name);
        var caught = body.ExceptionRegions.Where(region => !region.CatchType.IsNil).SelectMany(region => Names(region.CatchType));
        return [.. declared, .. locals, .. caught, .. Tokens(body.GetILReader()).SelectMany(Names)];
    }

    /// <summary>The types, fields and methods that the instructions of a method name.</summary>
    private static List<EntityHandle> Tokens(BlobReader code)
    {
        List<EntityHandle> found = [];
        while (code.RemainingBytes > 0)
        {
            int first = code.ReadByte();
            var instruction = first == 0xFE ? (short)((first << 8) | code.ReadByte()) : (short)first;
            var operand = Operands[instruction];
            if (operand is OperandType.InlineType or OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok)
            {
                found.Add((EntityHandle)MetadataTokens.Handle(code.ReadInt32()));
                continue;
            }

            var size = operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 * code.ReadInt32(),
                _ => 4,
            };
            code.Offset += size;
        }

        return found;
    }

    private IEnumerable<EntityHandle> Attributes(CustomAttributeHandleCollection attributes) =>
        attributes.Select(handle => reader.GetCustomAttribute(handle).Constructor);

    private IEnumerable<EntityHandle> Constraints(GenericParameterHandleCollection parameters) =>
        from parameter in parameters
        from constraint in reader.GetGenericParameter(parameter).GetConstraints()
        select reader.GetGenericParameterConstraint(constraint).Type;

    /// <summary>Names of the types that a handle is or belongs to, those of its generic arguments included.</summary>
    private IEnumerable<string> Names(EntityHandle handle) => handle.IsNil ? [] : handle.Kind switch
    {
        HandleKind.TypeDefinition => [OuterName((TypeDefinitionHandle)handle)],
        HandleKind.TypeReference => [OuterName((TypeReferenceHandle)handle)],
        HandleKind.TypeSpecification => reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null),
        HandleKind.FieldDefinition => Field(reader.GetFieldDefinition((FieldDefinitionHandle)handle)),
        HandleKind.MethodDefinition => Method(reader.GetMethodDefinition((MethodDefinitionHandle)handle)),
        HandleKind.MemberReference => Member(reader.GetMemberReference((MemberReferenceHandle)handle)),
        HandleKind.MethodSpecification => Generic(reader.GetMethodSpecification((MethodSpecificationHandle)handle)),
        _ => [],
    };

    private IEnumerable<string> Field(FieldDefinition field) => [OuterName(field.GetDeclaringType()), .. field.DecodeSignature(this, null)];

    /// <summary>With its parameters: a value of an enum is a number in the code and named nowhere else.</summary>
    private IEnumerable<string> Method(MethodDefinition method) => [OuterName(method.GetDeclaringType()), .. Signature(method.DecodeSignature(this, null))];

    private IEnumerable<string> Generic(MethodSpecification method) =>
        [.. Names(method.Method), .. method.DecodeSignature(this, null).SelectMany(name => name)];

    private IEnumerable<string> Member(MemberReference member) =>
    [
        .. Names(member.Parent),
        .. member.GetKind() == MemberReferenceKind.Method ? Signature(member.DecodeMethodSignature(this, null)) : member.DecodeFieldSignature(this, null),
    ];

    private static IEnumerable<string> Signature(MethodSignature<IEnumerable<string>> signature) =>
        signature.ParameterTypes.Prepend(signature.ReturnType).SelectMany(names => names);

    private string OuterName(TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer ? OuterName(outer) : Full(type.Namespace, type.Name);
    }

    private string OuterName(TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? OuterName((TypeReferenceHandle)type.ResolutionScope)
            : Full(type.Namespace, type.Name);
    }

    private string Full(StringHandle space, StringHandle name) => $"{reader.GetString(space)}.{reader.GetString(name).Split('`')[0]}";

    public IEnumerable<string> GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => [OuterName(handle)];

    public IEnumerable<string> GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => [OuterName(handle)];

    public IEnumerable<string> GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        Names(handle);

    public IEnumerable<string> GetGenericInstantiation(IEnumerable<string> genericType, ImmutableArray<IEnumerable<string>> typeArguments) =>
        [.. genericType, .. typeArguments.SelectMany(names => names)];

    public IEnumerable<string> GetFunctionPointerType(MethodSignature<IEnumerable<string>> signature) => Signature(signature);

    public IEnumerable<string> GetModifiedType(IEnumerable<string> modifier, IEnumerable<string> unmodifiedType, bool isRequired) =>
        [.. modifier, .. unmodifiedType];

    public IEnumerable<string> GetArrayType(IEnumerable<string> elementType, ArrayShape shape) => elementType;

    public IEnumerable<string> GetByReferenceType(IEnumerable<string> elementType) => elementType;

    public IEnumerable<string> GetPinnedType(IEnumerable<string> elementType) => elementType;

    public IEnumerable<string> GetPointerType(IEnumerable<string> elementType) => elementType;

    public IEnumerable<string> GetSZArrayType(IEnumerable<string> elementType) => elementType;

    public IEnumerable<string> GetGenericMethodParameter(object? genericContext, int index) => [];

    public IEnumerable<string> GetGenericTypeParameter(object? genericContext, int index) => [];

    public IEnumerable<string> GetPrimitiveType(PrimitiveTypeCode typeCode) => [];
}
