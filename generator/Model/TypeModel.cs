namespace OpenApiGen.Generator.Model;

/// <summary>A type to emit. Leaves are strings, booleans, integers and enums; collections are <see cref="EquatableArray{T}"/>.</summary>
/// <param name="Name">The C# name, unique in the namespace.</param>
/// <param name="Docs">What the document says about it.</param>
/// <param name="Obsolete">Null unless deprecated.</param>
internal abstract record TypeModel(string Name, DocModel Docs, ObsoleteModel? Obsolete);

/// <summary>An object.</summary>
/// <param name="Properties">The declared members, in document order.</param>
/// <param name="ExtraName">The C# name of the property that keeps the members that are not declared.</param>
/// <param name="ExtraType">The value type of those members; null for any JSON.</param>
/// <param name="Hierarchy">Null for a record that is alone.</param>
internal sealed record RecordModel(
    string Name,
    DocModel Docs,
    ObsoleteModel? Obsolete,
    EquatableArray<PropertyModel> Properties,
    string ExtraName,
    TypeRef? ExtraType,
    HierarchyModel? Hierarchy = null
) : TypeModel(Name, Docs, Obsolete);

/// <summary>When a property is written, and whether its absence is an error.</summary>
internal enum Presence
{
    /// <summary>Must be there, must not be null.</summary>
    Required,

    /// <summary>Must be there but may be null; one that was absent on the wire stays absent when written back.</summary>
    RequiredNullable,

    /// <summary>Written if and only if it was set.</summary>
    Optional,

    /// <summary>Required with a single allowed value: the caller need not set it, and it is always written.</summary>
    Constant,
}

/// <summary>A property of an emitted record.</summary>
/// <param name="WireName">The member name in JSON.</param>
/// <param name="Name">The C# name.</param>
/// <param name="FieldName">The backing field.</param>
/// <param name="Type">The C# type, nullable where an unset or null member reads as null.</param>
/// <param name="Presence">When it is written.</param>
/// <param name="Default">A C# expression for what an unset member reads as; null for the default of the type.</param>
/// <param name="Docs">What the document says about it.</param>
/// <param name="Obsolete">Null unless deprecated.</param>
/// <param name="Shared">What an unset member reads as where that is no C# expression; null for none.</param>
/// <param name="AllowsNull">Whether the schema has null as a value; else null means absent.</param>
/// <param name="IsConstant">An optional member that a new object has, with <paramref name="Default"/> as its value.</param>
/// <param name="MayBeMissing">A constant without which an object is read, too; it is written as it came.</param>
internal sealed record PropertyModel(
    string WireName,
    string Name,
    string FieldName,
    TypeRef Type,
    Presence Presence,
    string? Default,
    DocModel Docs,
    ObsoleteModel? Obsolete,
    SharedDefaultModel? Shared = null,
    bool AllowsNull = false,
    bool IsConstant = false,
    bool MayBeMissing = false
);

/// <summary>A default that all objects share: a list, an object, a point in time.</summary>
/// <param name="FieldName">The static field that keeps it.</param>
/// <param name="Literal">Its JSON as a UTF-8 C# literal.</param>
internal sealed record SharedDefaultModel(string FieldName, string Literal);

/// <summary>An open enum: known values over a string or an integer.</summary>
/// <param name="Underlying">string, int or long.</param>
/// <param name="Values">The known values, in document order, each once.</param>
internal sealed record EnumModel(
    string Name,
    DocModel Docs,
    ObsoleteModel? Obsolete,
    string Underlying,
    EquatableArray<EnumValueModel> Values
) : TypeModel(Name, Docs, Obsolete)
{
    /// <summary>Values of the baseline that are no more: names for the compiler to explain, and no known values.</summary>
    public EquatableArray<EnumValueModel> Removed { get; init; }

    public bool IsString => Underlying == "string";
}

/// <summary>A C# enum.</summary>
/// <param name="Underlying">What it is on the wire: string, int or long.</param>
/// <param name="Values">The values, in document order, each once.</param>
/// <param name="FullName">The C# name, as it is understood everywhere.</param>
/// <param name="JsonName">The class of the resolver, in which its converter is.</param>
/// <param name="ConverterName">The class of its converter.</param>
internal sealed record ClosedEnumModel(
    string Name,
    DocModel Docs,
    ObsoleteModel? Obsolete,
    string Underlying,
    EquatableArray<EnumValueModel> Values,
    string FullName,
    string JsonName,
    string ConverterName
) : TypeModel(Name, Docs, Obsolete)
{
    /// <summary>Values of the baseline that are no more: names for the compiler to explain, and nothing on the wire.</summary>
    public EquatableArray<EnumValueModel> Removed { get; init; }

    public bool IsString => Underlying == "string";
}

/// <summary>A known value of an enum.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Literal">The wire value as a C# literal.</param>
/// <param name="Docs">What the document says about it.</param>
/// <param name="Obsolete">Null unless deprecated.</param>
internal sealed record EnumValueModel(string Name, string Literal, DocModel Docs, ObsoleteModel? Obsolete);
