using OpenApiGen.Generator.Configuration;

namespace OpenApiGen.Generator.Model;

/// <summary>How a C# type is read from and written to JSON; an emitter needs nothing else to know about it.</summary>
internal enum TypeKind
{
    /// <summary>One <c>JsonRead.X</c> / <c>JsonWrite.X</c> pair of the runtime.</summary>
    Primitive,

    /// <summary>Any JSON: <c>JsonElement</c>.</summary>
    Json,

    /// <summary>An emitted type with a nested <c>Converter</c>.</summary>
    Declared,

    /// <summary><c>IReadOnlyList&lt;Element&gt;</c>, or what the project asks for.</summary>
    List,

    /// <summary><c>IReadOnlyDictionary&lt;Key, Element&gt;</c>; the key is a string where <see cref="TypeRef.Key"/> is null.</summary>
    Map,
}

/// <summary>A use of a C# type in the emitted code.</summary>
/// <param name="Kind">How it is read and written.</param>
/// <param name="Name">The C# name without nullability; names of the framework and of the runtime carry the mark of
/// <see cref="Emit.SourceWriter"/>.</param>
/// <param name="IsValueType">Whether <c>T?</c> is <c>Nullable&lt;T&gt;</c>.</param>
/// <param name="IsNullable">Whether JSON null is a value of it.</param>
/// <param name="Runtime">
/// For a primitive and a list: the suffix of its <c>JsonRead</c> and <c>JsonWrite</c> members. For a declared type: <see cref="OpenText"/>,
/// <see cref="Union"/> or nothing.
/// </param>
/// <param name="Element">The item of a list, the value of a map.</param>
/// <param name="Key">The key of a map, when it is not a string.</param>
/// <param name="Converter">The class that reads and writes it, where that is not nested in it.</param>
internal sealed record TypeRef(
    TypeKind Kind,
    string Name,
    bool IsValueType,
    bool IsNullable,
    string Runtime = "",
    TypeRef? Element = null,
    TypeRef? Key = null,
    string? Converter = null
)
{
    /// <summary>An open enum over text.</summary>
    public const string OpenText = "OpenText";

    /// <summary>A union: a struct whose default is no value.</summary>
    public const string Union = "Union";

    /// <summary>Of a primitive whose reading has another name than its writing: that name.</summary>
    public string? Reader { get; init; }

    public static TypeRef Json { get; } = new(TypeKind.Json, "§JsonElement", IsValueType: true, IsNullable: false, "Element");

    /// <summary>The type as it stands in a signature.</summary>
    public string CSharp => IsNullable ? Name + "?" : Name;

    public TypeRef WithNullable(bool nullable) => nullable == IsNullable ? this : this with { IsNullable = nullable };

    public static TypeRef List(TypeRef element, bool nullable, CollectionType type = CollectionType.IReadOnlyList) =>
        type switch
        {
            CollectionType.Array => new(TypeKind.List, element.CSharp + "[]", false, nullable, "Array", element),
            CollectionType.ImmutableArray => new(
                TypeKind.List,
                $"§ImmutableArray<{element.CSharp}>",
                true,
                nullable,
                "ImmutableArray",
                element
            ),
            _ => new(TypeKind.List, $"§IReadOnlyList<{element.CSharp}>", false, nullable, "List", element),
        };

    public static TypeRef Map(TypeRef? key, TypeRef value, bool nullable) =>
        new(TypeKind.Map, $"§IReadOnlyDictionary<{key?.CSharp ?? "string"}, {value.CSharp}>", false, nullable, Element: value, Key: key);
}
