using System.Linq;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Lowering.Paging;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Lowering.Events;

/// <summary>What the union of the events has besides its cases, with settled names.</summary>
internal static class EventModels
{
    public static EventModel? Of(UnionDeclaration union)
    {
        if (union.Events is null)
            return null;
        return union.Discriminator is not { } member
            ? new EventModel(null, default)
            : new EventModel(Literals.String(member), union.Branches.Select(b => Type(b, member)).ToEquatableArray());
    }

    /// <summary>The expression, over <c>_value</c>, for the text of its discriminator.</summary>
    private static string Type(UnionBranch branch, string member)
    {
        if (
            (branch.Use.Shape as DeclaredShape)?.Declaration is not RecordDeclaration record
            || MemberStep.Find(record, member) is not { } step
        )
            return "";
        TypeRef type = TypeModels.MemberType(step.Member);
        string value = $"(({record.Name})_value!).{step.Name}";
        return step.Member.Use.Shape switch
        {
            PrimitiveShape { Primitive.Runtime: "String" } => value,
            DeclaredShape { Declaration: EnumDeclaration { Underlying: "string", Converter: { } converter } } =>
                $"{converter}.Text({value})",
            DeclaredShape { Declaration: EnumDeclaration { Underlying: "string" } } => value + (type.IsNullable ? "?.Value" : ".Value"),
            _ => "",
        };
    }
}
