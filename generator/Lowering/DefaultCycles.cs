using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Lowering;

/// <summary>
/// Takes away the defaults that lead back to the object they are in: what an unset member reads as would have that member unset, too, and
/// whoever prints such an object would never come to an end.
/// </summary>
internal static class DefaultCycles
{
    public static void Break(LoweringContext context)
    {
        // Which default of a circle is taken away must not depend on the order of the document.
        foreach (
            RecordDeclaration record in context
                .Declarations.OfType<RecordDeclaration>()
                .Where(static r => r.Members.Exists(Counts))
                .OrderBy(static r => r.Place.ToString(), StringComparer.Ordinal)
        )
        {
            foreach (MemberDeclaration member in record.Members.OrderBy(static m => m.WireName, StringComparer.Ordinal))
            {
                if (!Counts(member) || !LeadsBack(member, record))
                    continue;
                member.Default = null;
                context.Unsupported(
                    member.Place,
                    "default",
                    "is ignored because it contains its own declaring type; the member is null while it is not set"
                );
            }
        }
    }

    private static bool Counts(MemberDeclaration member) => !member.IsRequired && member.Default is JsonObject or JsonArray { Count: > 0 };

    private static bool LeadsBack(MemberDeclaration member, RecordDeclaration record)
    {
        Stack<TypeDeclaration> open = new(member.Use.Shape.Declarations);
        HashSet<TypeDeclaration> seen = [];
        while (open.Count > 0)
        {
            TypeDeclaration next = open.Pop();
            if (next == record)
                return true;
            if (!seen.Add(next))
                continue;
            IEnumerable<SchemaUse> uses = next is RecordDeclaration other
                ? [.. other.Members.Where(Counts).Select(static m => m.Use), .. other.Hierarchy?.Uses ?? []]
                : next.Uses;
            foreach (TypeDeclaration declaration in uses.SelectMany(static u => u.Shape.Declarations))
                open.Push(declaration);
        }

        return false;
    }
}
