using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Lowering.Unions;

/// <summary>A record that a branch of a union may be: the branch itself, or a branch of the union that it is, at any depth.</summary>
/// <param name="Branch">The index of the branch.</param>
/// <param name="Record">The record.</param>
internal sealed record UnionLeaf(int Branch, RecordDeclaration Record)
{
    /// <summary>More would be compared with each other for nothing.</summary>
    private const int Most = 1000;

    /// <summary>The records of all branches, in their order.</summary>
    public static List<UnionLeaf> Of(UnionDeclaration union)
    {
        List<UnionLeaf> leaves = [];
        for (int i = 0; i < union.Branches.Count && leaves.Count < Most; i++)
        {
            foreach (RecordDeclaration record in Declared<RecordDeclaration>(union.Branches[i].Use.Shape))
                leaves.Add(new UnionLeaf(i, record));
        }

        return leaves;
    }

    /// <summary>The types of a kind that a shape is, or that a union which it is leads to.</summary>
    public static List<T> Declared<T>(Shape shape)
        where T : TypeDeclaration
    {
        List<T> found = [];
        HashSet<TypeDeclaration> seen = [];
        Stack<Shape> open = new([shape]);
        while (open.Count > 0 && found.Count < Most)
        {
            if ((open.Pop() as DeclaredShape)?.Declaration is not { } declared || !seen.Add(declared))
                continue;
            if (declared is T wanted)
                found.Add(wanted);
            else if (declared is UnionDeclaration inner)
            {
                foreach (UnionBranch branch in Enumerable.Reverse(inner.Branches))
                    open.Push(branch.Use.Shape);
            }
        }

        return found;
    }

    /// <summary>Whether an object that is no record, too, may be what a shape stands for: a map, or any JSON.</summary>
    public static bool HasOpenObject(Shape shape)
    {
        HashSet<TypeDeclaration> seen = [];
        Stack<Shape> open = new([shape]);
        while (open.Count > 0)
        {
            Shape next = open.Pop();
            if (next is JsonShape or MapShape)
                return true;
            if (next is not DeclaredShape { Declaration: UnionDeclaration inner } || !seen.Add(inner))
                continue;
            foreach (UnionBranch branch in inner.Branches)
                open.Push(branch.Use.Shape);
        }

        return false;
    }
}
