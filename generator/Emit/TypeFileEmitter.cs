using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>One output: a type and the inline types that belong to it.</summary>
internal static class TypeFileEmitter
{
    public static SourceText Emit(TypeFileModel model)
    {
        SourceWriter writer = new(model.Context);
        for (int i = 0; i < model.Types.Length; i++)
        {
            if (i > 0)
                writer.Blank();
            bool isLarge = IsLarge(model.Types[i]);
            if (isLarge)
                writer.Lines("#nullable disable warnings");
            Emit(model.Types[i], writer);
            if (isLarge)
                writer.Lines("#nullable restore warnings");
        }

        return writer.ToSourceText();
    }

    /// <summary>
    /// Whether the compiler's analysis of null is left out: for each use of a struct it goes through the members of the struct, and so
    /// takes the
    /// square of their number where they make values of it.
    /// </summary>
    private static bool IsLarge(TypeModel type) =>
        type is EnumModel { Values.Length: > 256 } || (type is UnionModel union && UnionEmitter.IsLarge(union));

    private static void Emit(TypeModel type, SourceWriter writer)
    {
        switch (type)
        {
            case RecordModel record:
                RecordEmitter.Emit(record, writer);
                break;
            case TupleModel tuple:
                TupleEmitter.Emit(tuple, writer);
                break;
            case ClosedEnumModel closed:
                ClosedEnumEmitter.Emit(closed, writer);
                break;
            case EnumModel enumeration:
                EnumEmitter.Emit(enumeration, writer);
                break;
            case UnionModel union:
                UnionEmitter.Emit(union, writer);
                break;
        }
    }
}
