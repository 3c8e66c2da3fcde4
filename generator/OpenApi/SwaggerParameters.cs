using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace OpenApiGen.Generator.OpenApi;

/// <summary>
/// The reader makes a body of the body and form parameters that stand in an operation of Swagger 2.0, but not of those that its path
/// declares for
/// all operations, nor of form parameters referred to. So these are put where they count before it reads the document.
/// </summary>
internal static class SwaggerParameters
{
    private static readonly HashSet<string> s_methods = ["get", "put", "post", "delete", "options", "head", "patch"];

    public static void Settle(JsonObject root)
    {
        if (root["swagger"] is null || root["paths"] is not JsonObject paths)
            return;
        JsonObject? shared = root["parameters"] as JsonObject;
        foreach (KeyValuePair<string, JsonNode?> path in paths)
        {
            if (path.Value is not JsonObject item)
                continue;
            JsonArray? common = item["parameters"] as JsonArray;
            List<JsonNode> bodies = common is null
                ? []
                : [.. common.OfType<JsonNode>().Where(p => In(Target(p, shared)) is "body" or "formData")];
            foreach (JsonNode body in bodies)
                common!.Remove(body);
            foreach (KeyValuePair<string, JsonNode?> method in item)
            {
                if (s_methods.Contains(method.Key) && method.Value is JsonObject operation)
                    Settle(operation, bodies, shared);
            }
        }
    }

    private static void Settle(JsonObject operation, List<JsonNode> bodies, JsonObject? shared)
    {
        if (bodies.Count > 0 && operation["parameters"] is null)
            operation["parameters"] = new JsonArray();
        if (operation["parameters"] is not JsonArray own)
            return;
        foreach (JsonNode body in bodies)
        {
            JsonObject? target = Target(body, shared);
            if (!own.Any(p => Overrides(Target(p, shared), target)))
                own.Add(body.DeepClone());
        }

        for (int i = 0; i < own.Count; i++)
        {
            if (Target(own[i], shared) is { } target && !ReferenceEquals(target, own[i]) && In(target) == "formData")
                own[i] = target.DeepClone();
        }
    }

    /// <summary>An operation has one body, and one form parameter of a name.</summary>
    private static bool Overrides(JsonObject? own, JsonObject? other) =>
        In(own) == In(other) && (In(own) == "body" || Text(own?["name"]) == Text(other?["name"]));

    private static JsonObject? Target(JsonNode? parameter, JsonObject? shared)
    {
        const string Place = "#/parameters/";
        JsonObject? members = parameter as JsonObject;
        return Text(members?["$ref"]) is not { } reference ? members
            : reference.StartsWith(Place, System.StringComparison.Ordinal)
                ? shared?[reference.Substring(Place.Length).Replace("~1", "/").Replace("~0", "~")] as JsonObject
            : null;
    }

    private static string? In(JsonObject? parameter) => Text(parameter?["in"]);

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
