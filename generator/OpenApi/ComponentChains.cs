using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using OpenApiGen.Generator.Diagnostics;

namespace OpenApiGen.Generator.OpenApi;

/// <summary>
/// Components that are references to each other. One that leads back to itself is taken out, since the document model fails on it; a long
/// chain is made short, since the model follows it by recursion.
/// </summary>
internal sealed class ComponentChains
{
    /// <summary>Chains up to this length stay as they are: none of a real description is longer.</summary>
    private const int UsualLength = 16;

    /// <summary>So many components that are a reference and something more may follow each other.</summary>
    private const int MostWithMore = 64;

    private static readonly string[] s_swagger = ["definitions", "parameters", "responses"];

    private readonly JsonObject _map;
    private readonly string _prefix;
    private readonly bool _isSchema;
    private readonly List<SpecDiagnostic> _diagnostics;

    /// <summary>
    /// What is known to end: the reference that its chain ends with, the length, and how many in it are more than a reference.
    /// </summary>
    private readonly Dictionary<string, (string? End, int Length, int WithMore)> _known = new(StringComparer.Ordinal);

    private ComponentChains(JsonObject map, string prefix, bool isSchema, List<SpecDiagnostic> diagnostics)
    {
        _map = map;
        _prefix = prefix;
        _isSchema = isSchema;
        _diagnostics = diagnostics;
    }

    public static void Settle(JsonObject root, List<SpecDiagnostic> diagnostics)
    {
        foreach (string map in s_swagger)
            Settle(root[map], "#/" + map + "/", map == "definitions", diagnostics);
        if (root["components"] is not JsonObject components)
            return;
        foreach (KeyValuePair<string, JsonNode?> map in components.ToArray())
        {
            Settle(map.Value, "#/components/" + map.Key + "/", map.Key == "schemas", diagnostics);
        }
    }

    private static void Settle(JsonNode? node, string prefix, bool isSchema, List<SpecDiagnostic> diagnostics)
    {
        if (node is not JsonObject map || !map.Any(static entry => Reference(entry.Value) is not null))
            return;
        ComponentChains chains = new(map, prefix, isSchema, diagnostics);
        foreach (KeyValuePair<string, JsonNode?> entry in map.ToArray())
            chains.Follow(entry.Key);
    }

    private void Follow(string start)
    {
        List<string> passed = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        string? key = start;
        while (key is not null && !_known.ContainsKey(key) && seen.Add(key))
        {
            passed.Add(key);
            key = Target(key);
        }

        if (key is not null && !_known.ContainsKey(key))
        {
            // A circle; one that begins further on is told of when that is looked at.
            if (key != start)
                return;
            Cut(key, "it leads back to itself");
            if (!_isSchema)
            {
                foreach (string member in passed)
                    _map.Remove(member);
                return;
            }

            // A schema without its reference is any JSON, and so is what refers to it.
            passed.RemoveAt(0);
            _known[key] = default;
        }

        (string? end, int length, int withMore) = key is null ? default : _known[key];
        for (int i = passed.Count - 1; i >= 0; i--)
            (end, length, withMore) = _known[passed[i]] = Shorten(passed[i], end, length + 1, withMore);
    }

    /// <summary>Lets a reference lead to the end of its chain at once, if it is nothing more than a reference.</summary>
    private (string? End, int Length, int WithMore) Shorten(string key, string? end, int length, int withMore)
    {
        if (_map[key] is not JsonObject members || Reference(members) is not { } reference)
            return default;
        if (members.Count > 1)
        {
            if (withMore < MostWithMore)
                return (null, length, withMore + 1);
            Cut(key, "it leads on through more than 64 references");
            return default;
        }

        end ??= reference;
        if (length > UsualLength)
            members["$ref"] = end;
        return (end, length, withMore);
    }

    private void Cut(string key, string why)
    {
        JsonObject members = (JsonObject)_map[key]!;
        SpecPointer place = SpecPointer.Parse(_prefix.TrimEnd('/'))[key]["$ref"];
        _diagnostics.Add(
            SpecDiagnostic.AtValue(
                DiagnosticDescriptors.UnresolvedReference,
                place.ToString(),
                Reference(members)!,
                why,
                _isSchema ? "any JSON" : "nothing"
            )
        );
        members.Remove("$ref");
    }

    private string? Target(string key) =>
        Reference(_map[key]) is { } reference && reference.StartsWith(_prefix, StringComparison.Ordinal)
            ? References.Decode(reference.Substring(_prefix.Length))
            : null;

    private static string? Reference(JsonNode? node) => node is JsonObject members ? References.Text(members["$ref"]) : null;
}
