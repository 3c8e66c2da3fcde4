using System.Linq;
using OpenApiGen.Generator.Lowering;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Baseline;

/// <summary>
/// The member that an earlier one is now: because the document says so (<c>x-renamed-from</c>), because both ask for one C# name, or
/// because
/// it is the only one that came, the other the only one that went, and both are of one declared type or described in the same words.
/// </summary>
internal static class MemberRenames
{
    public static MemberDeclaration? Of(ChangeReport report, RecordDeclaration old, RecordDeclaration now, MemberDeclaration gone)
    {
        MemberDeclaration[] added = [.. now.Members.Where(m => !old.Members.Exists(o => o.WireName == m.WireName))];
        if (
            added.FirstOrDefault(m => SchemaFacts.TextExtension(SchemaText.OwnExtensions(m.Schema), Renames.Hint) == gone.WireName) is
            { } hinted
        )
            return hinted;
        string name = old.MemberNames[old.Members.IndexOf(gone)];
        if (added.FirstOrDefault(m => now.MemberNames[now.Members.IndexOf(m)] == name) is { } same)
            return same;
        if (
            Sole.Of(added) is not { } only
            || old.Members.Count(o => !now.Members.Exists(m => m.WireName == o.WireName)) != 1
            || !report.IsSame(gone.Use, only.Use)
        )
            return null;
        string? description = SchemaText.Description(gone.Schema);
        return gone.Use.Shape is DeclaredShape || (description is { Length: > 0 } && description == SchemaText.Description(only.Schema))
            ? only
            : null;
    }
}
