using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using OpenApiGen.Generator.Diagnostics;

namespace OpenApiGen.Generator.OpenApi;

/// <summary>Components other than schemas that are references which lead back to themselves: asked for anything, the document model fails on them.</summary>
internal static class ComponentCycles
{
    private static readonly string[] s_swagger = ["parameters", "responses"];

    public static void TakeOut(JsonObject root, List<SpecDiagnostic> diagnostics)
    {
        foreach (string map in s_swagger) Visit(root[map] as JsonObject, "#/" + map + "/", diagnostics);
        if (root["components"] is not JsonObject components) return;
        foreach (KeyValuePair<string, JsonNode?> map in components)
        {
            if (map.Key != "schemas") Visit(map.Value as JsonObject, "#/components/" + map.Key + "/", diagnostics);
        }
    }

    private static void Visit(JsonObject? map, string prefix, List<SpecDiagnostic> diagnostics)
    {
        if (map is null || !map.Any(static entry => Reference(entry.Value) is not null)) return;
        foreach (KeyValuePair<string, JsonNode?> entry in map.ToArray())
        {
            HashSet<string> passed = [];
            string? key = entry.Key;
            while (key is not null && passed.Add(key)) key = Target(map, key, prefix);
            if (key != entry.Key) continue;
            SpecPointer place = SpecPointer.Parse(prefix.TrimEnd('/'))[entry.Key]["$ref"];
            diagnostics.Add(SpecDiagnostic.AtValue(
                DiagnosticDescriptors.UnresolvedReference, place.ToString(), Reference(entry.Value) ?? "", "it leads back to itself", "nothing"));
            foreach (string member in passed) map.Remove(member);
        }
    }

    private static string? Target(JsonObject map, string key, string prefix) =>
        Reference(map[key]) is { } reference && reference.StartsWith(prefix, StringComparison.Ordinal)
            ? reference.Substring(prefix.Length).Replace("~1", "/").Replace("~0", "~")
            : null;

    private static string? Reference(JsonNode? node) =>
        node is JsonObject members && members["$ref"] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
