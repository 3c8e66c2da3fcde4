using System.Collections.Generic;
using System.Linq;
using System.Text;
using OpenApiGen.Generator.Lowering;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Baseline;

/// <summary>
/// Types that are there under another key: because the document says so (<c>x-renamed-from</c>), because they have the C# name of one that
/// is gone (<c>x-csharp-name</c>), or because one that is gone and one that is new have the same shape, and no other has it.
/// </summary>
internal static class Renames
{
    public const string Hint = "x-renamed-from";

    public static IEnumerable<(TypeDeclaration Old, TypeDeclaration New)> Find(ApiMatch match)
    {
        HashSet<TypeDeclaration> gone = [.. match.Old.Types.Where(t => match.After(t) is null)];
        List<TypeDeclaration> added = [.. match.New.Types.Where(t => match.Before(t) is null)];
        if (gone.Count == 0 || added.Count == 0)
            yield break;

        Dictionary<string, TypeDeclaration> byKey = [];
        foreach (TypeDeclaration old in gone)
        {
            if (match.KeyOf(old) is { } key)
                byKey[key] = old;
        }

        foreach (TypeDeclaration now in added)
        {
            if (
                now.Schema is { } schema
                && SchemaFacts.TextExtension(SchemaText.OwnExtensions(schema), Hint) is { } key
                && byKey.TryGetValue(key, out TypeDeclaration? old)
                && old.Role == now.Role
            )
                yield return (old, now);
        }

        ILookup<(string, string), TypeDeclaration> byName = added.ToLookup(static t => (t.Role, t.Name));
        foreach (TypeDeclaration old in gone)
        {
            if (byName[(old.Role, old.Name)].FirstOrDefault() is { } same)
                yield return (old, same);
        }

        // Inline types have too many likes: those are told apart by where they stand, or not at all.
        ILookup<string, TypeDeclaration> shapesBefore = match
            .Old.Types.Where(t => match.After(t) is null && match.KeyOf(t) is not null)
            .ToLookup(t => Shape(t, match.After));
        ILookup<string, TypeDeclaration> shapesAfter = match
            .New.Types.Where(t => match.Before(t) is null && match.KeyOf(t) is not null)
            .ToLookup(t => Shape(t, u => match.Before(u) is null ? null : u));
        foreach (IGrouping<string, TypeDeclaration> shape in shapesBefore)
        {
            if (shape.Key.Length > 0 && Sole.Of(shape) is { } old && Sole.Of(shapesAfter[shape.Key]) is { } now)
                yield return (old, now);
        }
    }

    /// <summary>What is the same for two types that are alike on the wire; empty where there is too little to go by.</summary>
    /// <param name="known">The present declaration of one that is matched; null for others.</param>
    private static string Shape(TypeDeclaration declaration, System.Func<TypeDeclaration, TypeDeclaration?> known)
    {
        StringBuilder text = new(declaration.Role);
        switch (declaration)
        {
            case RecordDeclaration { Members.Count: > 1 } record:
                foreach (MemberDeclaration member in record.Members.OrderBy(static m => m.WireName, System.StringComparer.Ordinal))
                    Use(text.Append('\n').Append(member.WireName).Append(' '), member.Use, known);
                return text.ToString();
            case EnumDeclaration { Values.Count: > 1 } enumeration:
                foreach (EnumValueDeclaration value in enumeration.Values.OrderBy(static v => v.Wire, System.StringComparer.Ordinal))
                    text.Append('\n').Append(value.Wire);
                return text.ToString();
            case UnionDeclaration { Events: null } union
                when union.Branches.All(b => b.Use.Shape is not DeclaredShape d || known(d.Declaration) is not null):
                foreach (UnionBranch branch in union.Branches)
                    Use(text.Append('\n'), branch.Use, known);
                return text.ToString();
            default:
                return "";
        }
    }

    /// <summary>A type that is not matched by its role alone: one that was renamed may be part of another that was.</summary>
    private static void Use(StringBuilder text, SchemaUse use, System.Func<TypeDeclaration, TypeDeclaration?> known)
    {
        switch (use.Shape)
        {
            case PrimitiveShape primitive:
                text.Append(primitive.Primitive.CSharp);
                break;
            case ListShape list:
                Use(text.Append('['), list.Item, known);
                break;
            case MapShape map:
                Use(text.Append('{'), map.Value, known);
                break;
            case DeclaredShape { Declaration: var declared }:
                text.Append(known(declared)?.Name ?? declared.Role);
                break;
            default:
                text.Append('*');
                break;
        }
    }
}
