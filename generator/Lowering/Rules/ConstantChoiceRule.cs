using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Rules;

/// <summary>
/// A choice between string constants and inline string enums (<c>oneOf: [{const: a, title: …}, {enum: [b, c]}]</c>) is one enum, whose
/// values are documented where the branches are.
/// </summary>
internal static class ConstantChoiceRule
{
    public static bool Try(SchemaLowering lowering, in SchemaSite site, out SchemaUse use)
    {
        use = default;
        (IList<IOpenApiSchema>? branches, string keyword) = site.Schema.OneOf is { Count: > 0 }
            ? (site.Schema.OneOf, "oneOf")
            : (site.Schema.AnyOf, "anyOf");
        if (branches is not { Count: > 1 } || SchemaFacts.HasProperties(site.Schema))
            return false;
        bool nullable = SchemaFacts.AllowsNull(site.Schema);
        List<EnumValueDeclaration> values = [];
        for (int i = 0; i < branches.Count; i++)
        {
            IOpenApiSchema branch = branches[i];
            if (branch is null)
                return false;
            if (SchemaFacts.IsNull(branch))
                nullable = true;
            else if (
                branch is not OpenApiSchema
                || SchemaFacts.Types(branch) is not (0 or JsonSchemaType.String)
                || !Add(lowering, branch, site.Place[keyword][i], values, ref nullable)
            )
                return false;
        }

        if (values.Count < 2)
            return false;
        EnumDeclaration declaration = new(site.Hint, site.Place, "string") { IsClosed = EnumRule.IsClosed(lowering, site) };
        foreach (EnumValueDeclaration value in values.GroupBy(static v => v.Wire).Select(static g => g.First()))
            declaration.Values.Add(value);
        use = lowering.Declare(declaration, site, nullable);
        return true;
    }

    private static bool Add(
        SchemaLowering lowering,
        IOpenApiSchema branch,
        SpecPointer place,
        List<EnumValueDeclaration> values,
        ref bool nullable
    )
    {
        nullable |= SchemaFacts.AllowsNull(branch);
        if (branch.Enum is { Count: > 0 } nodes)
        {
            foreach (JsonNode node in nodes)
            {
                if (SchemaFacts.IsNullValue(node))
                    nullable = true;
                else if (SchemaFacts.StringValue(node) is { } wire)
                    values.Add(
                        new EnumValueDeclaration(
                            wire,
                            null,
                            nodes.Count == 1 ? branch.Description ?? branch.Title : branch.Description,
                            Obsolete(branch)
                        )
                    );
                else
                    return false;
            }

            return true;
        }

        // The reader keeps a constant as text: only the document tells "1" from 1.
        if (branch.Const is null || SchemaFacts.StringValue(lowering.Context.Raw(place["const"])) is not { } constant)
            return false;
        values.Add(
            new EnumValueDeclaration(constant, SchemaText.AskedMemberName(branch), branch.Description ?? branch.Title, Obsolete(branch))
        );
        return true;
    }

    private static string? Obsolete(IOpenApiSchema branch) => branch.Deprecated ? Deprecation.Message(branch) : null;
}
