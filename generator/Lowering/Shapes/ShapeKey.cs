using System.Globalization;

namespace OpenApiGen.Generator.Lowering.Shapes;

/// <summary>A text that is the same for two uses exactly when they are the same C# type.</summary>
internal static class ShapeKey
{
    public static string Of(SchemaUse use) => Of(use.Shape) + (use.Nullable ? "?" : "");

    private static string Of(Shape shape) => shape switch
    {
        PrimitiveShape primitive => primitive.Primitive.CSharp,
        ListShape list => "[" + Of(list.Item) + "]",
        MapShape map => "{" + (map.Key is null ? "" : Of(map.Key)) + ":" + Of(map.Value) + "}",
        DeclaredShape declared => "#" + declared.Declaration.Id.ToString(CultureInfo.InvariantCulture),
        _ => "*",
    };
}
