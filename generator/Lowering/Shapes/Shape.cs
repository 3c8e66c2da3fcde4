using System.Collections.Generic;
using OpenApiGen.Generator.Configuration;

namespace OpenApiGen.Generator.Lowering.Shapes;

/// <summary>What a schema becomes in C#, before names are settled. Declarations refer to each other freely, cycles included.</summary>
internal abstract class Shape
{
    /// <summary>The emitted types that it is made of.</summary>
    public virtual IEnumerable<TypeDeclaration> Declarations => [];

    /// <summary>How many lists and maps are in each other.</summary>
    public int Depth { get; protected init; }
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

/// <summary>A list; what it is in C# is up to the project.</summary>
internal sealed class ListShape : Shape
{
    public ListShape(SchemaUse item, CollectionType type)
    {
        (Item, Type) = (item, type);
        Depth = item.Shape.Depth + 1;
    }

    public CollectionType Type { get; }

    public SchemaUse Item { get; }

    public override IEnumerable<TypeDeclaration> Declarations => Item.Shape.Declarations;
}

/// <summary>A map; its key is null for plain strings.</summary>
internal sealed class MapShape : Shape
{
    public MapShape(Shape? key, SchemaUse value)
    {
        (Key, Value) = (key, value);
        Depth = value.Shape.Depth + 1;
    }

    public Shape? Key { get; }

    public SchemaUse Value { get; }

    public override IEnumerable<TypeDeclaration> Declarations => [.. Key?.Declarations ?? [], .. Value.Shape.Declarations];
}

/// <summary>A use of a type that is emitted.</summary>
internal sealed class DeclaredShape(TypeDeclaration declaration) : Shape
{
    public TypeDeclaration Declaration => declaration.Canonical;

    public override IEnumerable<TypeDeclaration> Declarations => [Declaration];
}
