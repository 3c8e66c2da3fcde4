using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>Response headers with settled type names to the model that is emitted.</summary>
internal static class HeaderModels
{
    public static HeaderModel Of(HeaderDeclaration header) =>
        new(
            IdentifierCasing.Pascal(header.WireName),
            Literals.String(header.WireName),
            TypeModels.Ref(header.Use).WithNullable(true),
            header.Form,
            header.IsRequired,
            "The header <c>"
                + XmlDoc.Escape(header.WireName)
                + "</c> of the response; null if it is absent."
                + (DocText.Text(header.Description) is { Length: > 0 } text ? "\n" + text : "")
        );

    /// <summary>All headers of the API, with names that are free beside each other.</summary>
    public static EquatableArray<HeaderModel> All(IReadOnlyList<OperationDeclaration> operations)
    {
        NameScope names = new(["Type", "HashCode"]);
        return operations
            .SelectMany(static o => o.Responses)
            .SelectMany(static r => r.Headers)
            .Distinct()
            .Select(Of)
            .Select(h => h with { Name = names.Give(h.Name, "Header") })
            .ToEquatableArray();
    }
}
