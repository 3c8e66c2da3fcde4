using System.Collections.Generic;
using OpenApiGen.Generator.Configuration;

namespace OpenApiGen.Generator.Lowering.Shapes;

/// <summary>What a schema becomes in C#, before names are settled. Declarations refer to each other freely, cycles included.</summary>
internal abstract class Shape
{
    /// <summary>The emitted types that it is made of.</summary>
    public virtual IEnumerable<TypeDeclaration> Declarations => [];
}

/// <summary>A use of a shape: JSON null may or may not be a value of it.</summary>
internal readonly record struct SchemaUse(Shape Shape, bool Nullable)
{
    public static SchemaUse Json { get; } = new(JsonShape.Instance, false);

    public SchemaUse OrNull(bool nullable) => nullable ? this with { Nullable = true } : this;
}

/// <summary>Any JSON.</summary>
internal sealed class JsonShape : Shape
{
    public static JsonShape Instance { get; } = new();
}

/// <summary>A type that the runtime reads and writes by itself.</summary>
internal sealed class PrimitiveShape(Primitive primitive) : Shape
{
    public Primitive Primitive => primitive;
}

/// <param name="type">What it is in C#.</param>
internal sealed class ListShape(SchemaUse item, CollectionType type) : Shape
{
    public CollectionType Type => type;

    public SchemaUse Item => item;

    public override IEnumerable<TypeDeclaration> Declarations => item.Shape.Declarations;
}

/// <param name="key">Null for plain strings.</param>
internal sealed class MapShape(Shape? key, SchemaUse value) : Shape
{
    public Shape? Key => key;

    public SchemaUse Value => value;

    public override IEnumerable<TypeDeclaration> Declarations => [.. key?.Declarations ?? [], .. value.Shape.Declarations];
}

/// <summary>A use of a type that is emitted.</summary>
internal sealed class DeclaredShape(TypeDeclaration declaration) : Shape
{
    public TypeDeclaration Declaration => declaration.Canonical;

    public override IEnumerable<TypeDeclaration> Declarations => [Declaration];
}
