using System.Globalization;

namespace OpenApiGen.Generator.Lowering.Shapes;

/// <summary>Texts that are the same for two uses exactly when they are the same.</summary>
internal static class ShapeKey
{
    /// <summary>The C# type with its annotations.</summary>
    public static string Of(SchemaUse use) => Of(use, erased: false);

    /// <summary>The C# type as overloads and cases see it: to them <c>string</c> and <c>string?</c> are one.</summary>
    public static string Erased(SchemaUse use) => Of(use, erased: true);

    /// <summary>Of two uses of one type, with null wherever either has it.</summary>
    public static SchemaUse Widest(SchemaUse left, SchemaUse right)
    {
        Shape shape = (left.Shape, right.Shape) switch
        {
            (ListShape one, ListShape other) => new ListShape(Widest(one.Item, other.Item), one.Type),
            (MapShape one, MapShape other) => new MapShape(one.Key, Widest(one.Value, other.Value)),
            _ => left.Shape,
        };
        return new SchemaUse(shape, left.Nullable || right.Nullable);
    }

    private static string Of(SchemaUse use, bool erased)
    {
        string key = use.Shape switch
        {
            PrimitiveShape primitive => primitive.Primitive.CSharp,
            ListShape list => "[" + Of(list.Item, erased) + "]",
            MapShape map => "{" + (map.Key is null ? "" : Of(new SchemaUse(map.Key, false), erased)) + ":" + Of(map.Value, erased) + "}",
            DeclaredShape declared => "#" + declared.Declaration.Id.ToString(CultureInfo.InvariantCulture),
            _ => "*",
        };
        return use.Nullable && !(erased && IsReference(use.Shape)) ? key + "?" : key;
    }

    private static bool IsReference(Shape shape) =>
        shape switch
        {
            PrimitiveShape primitive => !primitive.Primitive.IsValueType,
            DeclaredShape declared => declared.Declaration is not (EnumDeclaration or UnionDeclaration),
            ListShape or MapShape => true,
            _ => false,
        };
}
