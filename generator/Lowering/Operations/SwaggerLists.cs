using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>
/// Lists in Swagger 2.0 have commas between their items, unless <c>collectionFormat</c> says otherwise (2.0, Parameter Object). The
/// reader's model has
/// them as in the later versions, where the name is repeated, so the document itself is asked.
/// </summary>
internal static class SwaggerLists
{
    /// <summary>Whether the items of a parameter are sent one by one; null where that is no list of Swagger 2.0.</summary>
    public static bool? Explode(LoweringContext context, SpecPointer place) =>
        context.Version == OpenApiSpecVersion.OpenApi2_0 && context.Raw(place) is JsonObject parameter && IsList(parameter)
            ? Format(parameter) == "multi"
            : null;

    /// <summary>How the lists among the fields of an operation's form are sent.</summary>
    public static EquatableArray<EncodingModel> Encodings(LoweringContext context, SpecPointer operation)
    {
        if (context.Version != OpenApiSpecVersion.OpenApi2_0 || context.Raw(operation["parameters"]) is not JsonArray parameters)
            return default;
        List<(string Style, string Name)> lists = [];
        foreach (JsonNode? node in parameters)
        {
            JsonObject? parameter = node as JsonObject;
            if (Text(parameter?["$ref"]) is { } reference)
                parameter = context.Raw(SpecPointer.Parse(reference)) as JsonObject;
            if (
                parameter is null
                || Text(parameter["in"]) != "formData"
                || Text(parameter["name"]) is not { } name
                || !IsList(parameter)
                || Format(parameter) == "multi"
            )
                continue;
            lists.Add(
                (
                    parameter.ContainsKey(DocumentRepair.TabSeparated)
                        ? "TabDelimited"
                        : Format(parameter) switch
                        {
                            "ssv" => nameof(ParameterStyle.SpaceDelimited),
                            "pipes" => nameof(ParameterStyle.PipeDelimited),
                            _ => nameof(ParameterStyle.Form),
                        },
                    Literals.String(name)
                )
            );
        }

        return lists
            .GroupBy(static l => l.Style, static l => l.Name)
            .Select(static g => new EncodingModel(g.ToEquatableArray(), null, g.Key, false, false))
            .ToEquatableArray();
    }

    private static bool IsList(JsonObject parameter) => Text(parameter["type"]) == "array";

    private static string? Format(JsonObject parameter) => Text(parameter["collectionFormat"]);

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
