using Microsoft.OpenApi;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Lowering.Rules;

/// <summary>
/// <c>$ref</c>: what it leads to. Words beside it (description, deprecated, default) belong to the member, not to the type.
/// </summary>
internal static class ReferenceRule
{
    public static bool Try(SchemaLowering lowering, in SchemaSite site, out SchemaUse use)
    {
        use = SchemaUse.Json;
        if (site.Schema is not OpenApiSchemaReference reference)
            return false;
        if (lowering.Resolve(reference) is not { } slot)
        {
            lowering.Context.ReportValue(
                DiagnosticDescriptors.UnresolvedReference,
                site.Place["$ref"],
                reference.Reference.ReferenceV3 ?? "",
                "nothing exists at that location",
                "any JSON"
            );
            return true;
        }

        use = lowering.Component(slot);
        if (reference.Reference.SchemaType is { } type && type.HasFlag(JsonSchemaType.Null))
            use = use.OrNull(true);
        return true;
    }
}
