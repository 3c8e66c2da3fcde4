using System.Linq;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Lowering;

/// <summary>The JSON tokens that a shape can begin with.</summary>
internal static class ShapeTokens
{
    public static bool Has(Shape shape, BranchToken token, int depth = 0) => shape switch
    {
        JsonShape => true,
        PrimitiveShape primitive => token == (primitive.Primitive.Token switch
        {
            PrimitiveToken.String => BranchToken.String,
            PrimitiveToken.Boolean => BranchToken.Boolean,
            _ => BranchToken.Number,
        }),
        ListShape => token == BranchToken.Array,
        MapShape => token == BranchToken.Object,
        DeclaredShape { Declaration: EnumDeclaration declared } => token == (declared.Underlying == "string" ? BranchToken.String : BranchToken.Number),
        DeclaredShape { Declaration: TupleDeclaration } => token == BranchToken.Array,
        DeclaredShape { Declaration: RecordDeclaration } => token == BranchToken.Object,
        DeclaredShape { Declaration: UnionDeclaration union } => depth > 8 || union.Branches.Any(b => Has(b.Use.Shape, token, depth + 1)),
        _ => false,
    };
}
