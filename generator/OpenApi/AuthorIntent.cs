using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenApiGen.Generator.Diagnostics;

namespace OpenApiGen.Generator.OpenApi;

/// <summary>Spells what documents say in the words of another version, and mean all the same, in those of their own.</summary>
internal sealed class AuthorIntent
{
    private readonly JsonObject _root;
    private readonly List<SpecDiagnostic> _diagnostics;
    private readonly HashSet<JsonObject> _patches = [];
    private readonly bool _hasNullable;

    private AuthorIntent(JsonObject root, List<SpecDiagnostic> diagnostics)
    {
        _root = root;
        _diagnostics = diagnostics;
        _hasNullable = root["openapi"]?.ToString().StartsWith("3.0", System.StringComparison.Ordinal) == true;
    }

    public static void Apply(JsonObject root, List<SpecDiagnostic> diagnostics)
    {
        if (root["openapi"] is null)
            return;
        AuthorIntent intent = new(root, diagnostics);
        foreach ((JsonObject node, ObjectKind kind, SpecPointer place) in ObjectNodes.Of(root))
        {
            if (kind == ObjectKind.Schema)
            {
                intent.Nullable(node, place);
                intent.Recursive(node, place);
            }
            else if (kind == ObjectKind.RequestBody)
                intent.Patch(node);
        }
    }

    /// <summary>
    /// <c>nullable: true</c> in 3.1 and later, which have a type for null instead; and in any version beside a reference, where what stands
    /// there is no
    /// part of it. Whoever writes it there knows of responses that have null.
    /// </summary>
    private void Nullable(JsonObject schema, SpecPointer place)
    {
        if (schema["nullable"] is not JsonValue value || value.GetValueKind() != JsonValueKind.True)
            return;
        bool isReference = schema["$ref"] is JsonValue;
        if (_hasNullable)
        {
            if (isReference)
                Wrap(schema);
            return;
        }

        _diagnostics.Add(
            SpecDiagnostic.AtKey(
                DiagnosticDescriptors.UnsupportedConstruct,
                place["nullable"].ToString(),
                "nullable",
                "is not a keyword of this version of OpenAPI, which uses the type 'null'; null is read and written as if 'nullable' were one"
            )
        );
        AddNull(schema);
    }

    /// <summary>A keyword of JSON Schema 2019-09; what it stands for is there already, see <see cref="DynamicReferences"/>.</summary>
    private void Recursive(JsonObject schema, SpecPointer place)
    {
        if (!schema.ContainsKey("$recursiveRef"))
            return;
        _diagnostics.Add(
            SpecDiagnostic.AtKey(
                DiagnosticDescriptors.UnsupportedConstruct,
                place["$recursiveRef"].ToString(),
                "$recursiveRef",
                schema.ContainsKey("$ref")
                    ? "belongs to an earlier version of JSON Schema; it is read as the component that it stands in"
                    : "is read only as '#' within a component; here it is any JSON"
            )
        );
    }

    private static void AddNull(JsonObject schema)
    {
        switch (schema["type"])
        {
            case JsonValue type when type.GetValueKind() == JsonValueKind.String && type.GetValue<string>() != "null":
                schema["type"] = new JsonArray(type.GetValue<string>(), "null");
                break;
            case JsonArray types when !Names(types, "null"):
                types.Add("null");
                break;
            case null when schema["$ref"] is JsonValue:
                // Beside a reference the type 'null' adds null to what that allows, see ReferenceRule.
                schema["type"] = new JsonArray("null");
                break;
        }
    }

    /// <summary>
    /// A JSON merge patch (RFC 7396): null takes a member, or an entry of a map, away, whatever the schema says of its values. Arrays are
    /// given whole.
    /// </summary>
    private void Patch(JsonObject body)
    {
        if (
            (body["content"] as JsonObject)?["application/merge-patch+json"] is not JsonObject media
            || media["schema"] is not JsonObject schema
        )
            return;
        Stack<JsonObject> open = new([schema]);
        while (open.Count > 0)
        {
            JsonObject next = Component(open.Pop());
            if (!_patches.Add(next))
                continue;
            foreach (JsonObject part in (next["allOf"] as JsonArray ?? []).OfType<JsonObject>())
                open.Push(part);
            foreach (string map in new[] { "additionalProperties", "unevaluatedProperties" })
            {
                if (next[map] is JsonObject value)
                    Removable(value, open);
            }

            HashSet<string> required = [.. (next["required"] as JsonArray ?? []).Select(static r => r?.ToString() ?? "")];
            foreach (KeyValuePair<string, JsonNode?> member in next["properties"] as JsonObject ?? [])
            {
                if (member.Value is JsonObject value && !required.Contains(member.Key))
                    Removable(value, open);
            }
        }
    }

    /// <summary>
    /// Also of objects within, as far as they are written in the patch itself: other components are not patches everywhere.
    /// </summary>
    private void Removable(JsonObject schema, Stack<JsonObject> open)
    {
        bool isReference = schema["$ref"] is JsonValue;
        if (!isReference)
            open.Push(schema);
        if (!_hasNullable)
            AddNull(schema);
        else if (isReference || schema["type"] is not null)
        {
            schema["nullable"] = true;
            if (isReference)
                Wrap(schema);
        }
    }

    private JsonObject Component(JsonObject schema)
    {
        const string Schemas = "#/components/schemas/";
        return
            schema["$ref"] is JsonValue value
            && value.GetValueKind() == JsonValueKind.String
            && value.GetValue<string>() is var text
            && text.StartsWith(Schemas, System.StringComparison.Ordinal)
            && (_root["components"] as JsonObject)?["schemas"] is JsonObject schemas
            && schemas[text.Substring(Schemas.Length)] is JsonObject found
            ? found
            : schema;
    }

    /// <summary>The reader of 3.0 passes over what stands beside a reference, but not beside a list of one.</summary>
    private static void Wrap(JsonObject schema)
    {
        JsonNode reference = schema["$ref"]!;
        schema.Remove("$ref");
        schema["allOf"] = new JsonArray(new JsonObject { ["$ref"] = reference.DeepClone() });
    }

    private static bool Names(JsonArray types, string name)
    {
        foreach (JsonNode? type in types)
        {
            if (type is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() == name)
                return true;
        }

        return false;
    }
}
