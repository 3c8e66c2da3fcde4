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
            if (i > 0) writer.Blank();
            Emit(model.Types[i], writer);
        }

        return writer.ToSourceText();
    }

    private static void Emit(TypeModel type, SourceWriter writer)
    {
        switch (type)
        {
            case RecordModel record: RecordEmitter.Emit(record, writer); break;
            case TupleModel tuple: TupleEmitter.Emit(tuple, writer); break;
            case ClosedEnumModel closed: ClosedEnumEmitter.Emit(closed, writer); break;
            case EnumModel enumeration: EnumEmitter.Emit(enumeration, writer); break;
            case UnionModel union: UnionEmitter.Emit(union, writer); break;
        }
    }
}
