using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenApiGen.Generator.OpenApi;

/// <summary>
/// Generic schemas (JSON Schema 2020-12, 8.2.3.2): a <c>$dynamicRef</c> is a parameter, and a component that refers to its schema and has a
/// <c>$dynamicAnchor</c>
/// of that name gives the argument. Such a component becomes a copy of the schema with the argument in place; where no one gives any, the
/// anchor of the
/// schema itself is meant. After that no dynamic reference within components is left.
/// </summary>
internal sealed class DynamicReferences
{
    private const string Components = "#/components/schemas/";

    /// <summary>No anchor of a document is called so: a dollar sign is not allowed in one.</summary>
    private const string RecursiveAnchor = "$recursive";

    private readonly JsonObject _schemas;
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, JsonObject>> _anchors = new(StringComparer.Ordinal);

    private DynamicReferences(JsonObject schemas)
    {
        _schemas = schemas;
        foreach (KeyValuePair<string, JsonNode?> schema in schemas)
        {
            if (schema.Value is not JsonObject members)
                continue;
            if (Text(members["$id"]) is { } id && !_ids.ContainsKey(id))
                _ids.Add(id, schema.Key);
            Dictionary<string, JsonObject> anchors = new(StringComparer.Ordinal);
            foreach (JsonObject node in Nodes(members))
            {
                if (Text(node["$dynamicAnchor"]) is { } anchor && !anchors.ContainsKey(anchor))
                    anchors.Add(anchor, node);
            }

            _anchors.Add(schema.Key, anchors);
        }
    }

    public static void Bind(JsonNode? document)
    {
        if (
            document is not JsonObject root
            || Text(root["openapi"]) is not { } version
            || version.StartsWith("3.0", StringComparison.Ordinal)
        )
            return;
        if (root["components"] is not JsonObject components || components["schemas"] is not JsonObject schemas)
            return;
        Recursive(schemas);
        if (!Nodes(schemas).Any(static n => n.ContainsKey("$dynamicRef")))
            return;
        DynamicReferences references = new(schemas);
        KeyValuePair<string, JsonNode?>[] all = [.. schemas];
        foreach (KeyValuePair<string, JsonNode?> schema in all)
        {
            if (schema.Value is JsonObject members)
                references.Arguments(schema.Key, members);
        }

        foreach (KeyValuePair<string, JsonNode?> schema in all)
        {
            if (schema.Value is JsonObject members)
                references.Defaults(schema.Key, members);
        }
    }

    /// <summary>
    /// <c>$recursiveRef</c> and <c>$recursiveAnchor</c> of JSON Schema 2019-09 are the same with one name for all: a reference to the
    /// component that it stands in, or to one that takes that in and has an anchor as well. The keyword stays, so that it can be told.
    /// </summary>
    private static void Recursive(JsonObject schemas)
    {
        foreach (KeyValuePair<string, JsonNode?> schema in schemas)
        {
            if (schema.Value is not JsonObject component)
                continue;
            if (component["$recursiveAnchor"]?.GetValueKind() == JsonValueKind.True && !component.ContainsKey("$dynamicAnchor"))
                component["$dynamicAnchor"] = RecursiveAnchor;
            bool isAnchor = Text(component["$dynamicAnchor"]) == RecursiveAnchor;
            foreach (JsonObject node in Nodes(component).ToArray())
            {
                if (Text(node["$recursiveRef"]) != "#" || node.ContainsKey("$ref") || node.ContainsKey("$dynamicRef"))
                    continue;
                if (isAnchor)
                    node["$dynamicRef"] = "#" + RecursiveAnchor;
                else
                    node["$ref"] = Reference(schema.Key);
            }
        }
    }

    private static string Reference(string key) => Components + key.Replace("~", "~0").Replace("/", "~1");

    /// <summary>Puts copies where the component refers to schemas that it has arguments for.</summary>
    private void Arguments(string key, JsonObject schema)
    {
        if (_anchors[key].Count == 0)
            return;
        if (Copy(key, schema) is { } whole)
        {
            schema.Remove("$ref");
            foreach (KeyValuePair<string, JsonNode?> member in whole.ToArray())
            {
                whole.Remove(member.Key);
                if (!schema.ContainsKey(member.Key))
                    schema[member.Key] = member.Value;
            }
        }

        if (schema["allOf"] is not JsonArray parts)
            return;
        for (int i = 0; i < parts.Count; i++)
        {
            if (parts[i] is JsonObject part && Copy(key, part) is { } copy)
                parts[i] = copy;
        }
    }

    /// <summary>
    /// The schema that <paramref name="holder"/> refers to, with the arguments of a component; null where it takes none of them.
    /// </summary>
    private JsonObject? Copy(string key, JsonObject holder)
    {
        if (
            Text(holder["$ref"]) is not { } reference
            || Component(reference) is not { } name
            || name == key
            || _schemas[name] is not JsonObject target
        )
            return null;
        if (!Nodes(target).Any(n => Parameter(n) is { } parameter && _anchors[key].ContainsKey(parameter)))
            return null;
        JsonObject copy = (JsonObject)target.DeepClone();
        foreach (string own in new[] { "$id", "$defs", "$dynamicAnchor", "$schema" })
            copy.Remove(own);
        foreach (JsonObject node in Nodes(copy).ToArray())
        {
            if (Parameter(node) is { } parameter && _anchors[key].TryGetValue(parameter, out JsonObject? argument))
                Replace(node, Argument(key, argument));
        }

        return copy;
    }

    /// <summary>What is left leads to the anchor of the same component, or to a component that is one.</summary>
    private void Defaults(string key, JsonObject schema)
    {
        foreach (JsonObject node in Nodes(schema).ToArray())
        {
            if (Parameter(node) is not { } parameter)
                continue;
            string? other = _anchors[key].ContainsKey(parameter)
                ? key
                : _schemas
                    .Select(static s => s.Key)
                    .FirstOrDefault(k => _schemas[k] is JsonObject one && Text(one["$dynamicAnchor"]) == parameter);
            if (other is not null && _anchors[other].TryGetValue(parameter, out JsonObject? anchor))
                Replace(node, Argument(other, anchor));
        }
    }

    /// <summary>
    /// A schema that says the same as one with an anchor. <c>not: {}</c> allows nothing: it stands where an argument has to be given.
    /// </summary>
    private JsonObject Argument(string key, JsonObject anchor)
    {
        if (ReferenceEquals(anchor, _schemas[key]))
            return new JsonObject { ["$ref"] = Reference(key) };
        JsonObject copy = (JsonObject)anchor.DeepClone();
        copy.Remove("$dynamicAnchor");
        if (copy["not"] is JsonObject { Count: 0 })
            copy.Remove("not");
        return copy;
    }

    private static void Replace(JsonObject node, JsonObject by)
    {
        node.Remove("$dynamicRef");
        foreach (KeyValuePair<string, JsonNode?> member in by.ToArray())
        {
            by.Remove(member.Key);
            if (!node.ContainsKey(member.Key))
                node[member.Key] = member.Value;
        }
    }

    private string? Component(string reference)
    {
        if (_ids.TryGetValue(reference, out string? key))
            return key;
        if (!reference.StartsWith(Components, StringComparison.Ordinal))
            return null;
        string name = reference.Substring(Components.Length).Replace("~1", "/").Replace("~0", "~");
        return _schemas.ContainsKey(name) ? name : null;
    }

    private static string? Parameter(JsonObject node) =>
        Text(node["$dynamicRef"]) is { Length: > 1 } text && text[0] == '#' && text[1] != '/' ? text.Substring(1) : null;

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>All objects in a node, with a stack of its own.</summary>
    private static IEnumerable<JsonObject> Nodes(JsonNode root)
    {
        Stack<JsonNode> open = new([root]);
        while (open.Count > 0)
        {
            JsonNode next = open.Pop();
            if (next is JsonArray items)
            {
                foreach (JsonNode? item in items)
                {
                    if (item is JsonObject or JsonArray)
                        open.Push(item);
                }
            }
            else if (next is JsonObject members)
            {
                yield return members;
                foreach (KeyValuePair<string, JsonNode?> member in members)
                {
                    if (member.Value is JsonObject or JsonArray)
                        open.Push(member.Value);
                }
            }
        }
    }
}
