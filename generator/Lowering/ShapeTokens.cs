using System;
using System.Collections.Generic;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Lowering;

/// <summary>The JSON tokens that a shape can begin with.</summary>
internal static class ShapeTokens
{
    public static bool Has(Shape shape, BranchToken token) => (Of(shape) & Bit(token)) != 0;

    private static int Bit(BranchToken token) => 1 << (int)token;

    private static int Of(Shape shape) =>
        shape switch
        {
            JsonShape => -1,
            PrimitiveShape primitive => Of(primitive.Primitive),
            ListShape => Bit(BranchToken.Array),
            MapShape => Bit(BranchToken.Object),
            DeclaredShape { Declaration: EnumDeclaration declared } => Bit(
                declared.Underlying == "string" ? BranchToken.String : BranchToken.Number
            ),
            DeclaredShape { Declaration: TupleDeclaration } => Bit(BranchToken.Array),
            DeclaredShape { Declaration: RecordDeclaration } => Bit(BranchToken.Object),
            DeclaredShape { Declaration: UnionDeclaration union } => union.Tokens ??= Of(union),
            _ => 0,
        };

    private static int Of(Primitive primitive) =>
        primitive.Token switch
        {
            PrimitiveToken.String => Bit(BranchToken.String),
            PrimitiveToken.Boolean => Bit(BranchToken.Boolean),
            _ => Bit(BranchToken.Number) | (primitive.IsAlsoText ? Bit(BranchToken.String) : 0),
        };

    /// <summary>Those of all branches; unions among them are looked into once each.</summary>
    private static int Of(UnionDeclaration first)
    {
        int tokens = 0;
        Stack<UnionDeclaration> open = new([first]);
        HashSet<UnionDeclaration> seen = [first];
        while (open.Count > 0)
        {
            foreach (UnionBranch branch in open.Pop().Branches)
            {
                if (branch.Use.Shape is not DeclaredShape { Declaration: UnionDeclaration { Tokens: null } inner })
                    tokens |= Of(branch.Use.Shape);
                else if (seen.Add(inner))
                    open.Push(inner);
            }
        }

        return tokens;
    }
}
