using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Lowering.Unions;

/// <summary>
/// What a union takes besides its own cases: those of the unions among them, since C# makes one conversion and not two. What leads through
/// two of them is left to the caller.
/// </summary>
internal static class InnerCases
{
    /// <summary>More than that the compiler would have to look at for each conversion.</summary>
    private const int Most = 64;

    public static EquatableArray<InnerCaseModel> Of(UnionDeclaration union)
    {
        // Nor the union itself, which one of its branches may have as a branch: no type converts to itself.
        HashSet<string> own =
        [
            ShapeKey.Erased(new SchemaUse(new DeclaredShape(union), false)),
            .. union.Branches.Select(static b => ShapeKey.Erased(b.Use)),
        ];
        Dictionary<string, InnerCaseModel?> found = new(System.StringComparer.Ordinal);
        foreach (UnionBranch branch in union.Branches)
        {
            HashSet<TypeDeclaration> seen = [union];
            HashSet<string> within = new(System.StringComparer.Ordinal);
            Queue<(UnionDeclaration Union, string[] Path)> open = new();
            if ((branch.Use.Shape as DeclaredShape)?.Declaration is UnionDeclaration first)
                open.Enqueue((first, [first.Name]));
            while (open.Count > 0 && found.Count <= Most)
            {
                (UnionDeclaration inner, string[] path) = open.Dequeue();
                if (!seen.Add(inner))
                    continue;
                foreach (UnionBranch part in inner.Branches)
                {
                    string key = ShapeKey.Erased(part.Use);
                    if (own.Contains(key))
                        continue;
                    if (part.Use.Shape is not (ListShape or MapShape) && within.Add(key))
                    {
                        found[key] = found.ContainsKey(key) ? null : new InnerCaseModel(TypeModels.Ref(part.Use), path.ToEquatableArray());
                    }

                    if ((part.Use.Shape as DeclaredShape)?.Declaration is UnionDeclaration next)
                        open.Enqueue((next, [.. path, next.Name]));
                }
            }
        }

        return found.Count > Most ? default : found.Values.OfType<InnerCaseModel>().ToEquatableArray();
    }
}
