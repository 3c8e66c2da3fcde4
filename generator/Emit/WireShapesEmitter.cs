using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>What the text of parameters and form fields can be, for the types that these have.</summary>
internal static class WireShapesEmitter
{
    public static void Emit(WireShapesModel model, SourceWriter w)
    {
        w.Docs("summary", "What the text of parameters and form fields can be.");
        using (w.Open($"internal static class {model.Name}"))
        {
            foreach (WireShapeModel shape in model.Shapes)
                w.Lines($"public static readonly §WireShape {shape.TypeName} = {shape.Expression};");
        }
    }
}
