using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenApiGen.Generator.Diagnostics;

namespace OpenApiGen.Generator.OpenApi;

/// <summary>
/// Makes a document readable that the reader has failed on: boolean schemas (JSON Schema 2020-12, 4.3.2) are spelled as objects, and what
/// has the wrong JSON type for its keyword is taken out and reported. Nothing runs here for a document the reader takes.
/// </summary>
internal sealed class DocumentRepair(List<SpecDiagnostic> diagnostics)
{
    /// <summary>
    /// Marks a parameter of Swagger 2.0 with <c>collectionFormat: tsv</c>, which the reader fails on and the later versions do not have.
    /// </summary>
    public const string TabSeparated = "x-collection-format-tsv";

    private static readonly HashSet<string> s_booleans =
    [
        "deprecated",
        "nullable",
        "readOnly",
        "writeOnly",
        "uniqueItems",
        "explode",
        "allowReserved",
        "allowEmptyValue",
        "attribute",
        "wrapped",
    ];

    private static readonly HashSet<string> s_counts =
    [
        "maxLength",
        "minLength",
        "maxItems",
        "minItems",
        "maxProperties",
        "minProperties",
        "maxContains",
        "minContains",
    ];

    private static readonly HashSet<string> s_numbers = [.. s_counts, "multipleOf", "maximum", "minimum"];

    private static readonly HashSet<string> s_texts =
    [
        "title",
        "description",
        "summary",
        "format",
        "pattern",
        "operationId",
        "in",
        "name",
        "style",
        "scheme",
        "bearerFormat",
        "openIdConnectUrl",
        "$ref",
        "$id",
        "$anchor",
        "contentEncoding",
        "contentMediaType",
    ];

    private static readonly HashSet<string> s_lists =
    [
        "servers",
        "tags",
        "security",
        "enum",
        "examples",
        "required",
        "parameters",
        "allOf",
        "anyOf",
        "oneOf",
        "prefixItems",
    ];

    private static readonly HashSet<string> s_objects =
    [
        "info",
        "components",
        "paths",
        "webhooks",
        "externalDocs",
        "discriminator",
        "xml",
        "flows",
        "requestBody",
        "responses",
        "content",
        "headers",
        "callbacks",
        "mapping",
    ];

    public void Apply(JsonNode root) => Visit(root, ObjectKind.Document, SpecPointer.Root, 0);

    /// <summary>The same for one schema.</summary>
    public void ApplyToSchema(JsonNode schema, SpecPointer place) => Visit(schema, ObjectKind.Schema, place, 0);

    private void Visit(JsonNode? node, ObjectKind kind, SpecPointer place, int depth)
    {
        if (node is not JsonObject members || depth > 500)
            return;
        foreach (KeyValuePair<string, JsonNode?> member in members.ToArray())
        {
            SpecPointer at = place[member.Key];
            if (BundleKinds.TryGetChild(kind, member.Key, out ObjectKind child, out ChildForm form))
                Child(members, member, child, form, at, depth);
            else if (!Fits(kind, member.Key, member.Value))
                Remove(members, member.Key, at);
            else if (
                kind == ObjectKind.Parameter
                && member.Key == "collectionFormat"
                && IsText(member.Value)
                && member.Value!.GetValue<string>() == "tsv"
            )
            {
                members["collectionFormat"] = "ssv";
                members[TabSeparated] = true;
            }
            else if (kind == ObjectKind.Schema && s_counts.Contains(member.Key))
                Count(members, member.Key, member.Value!);
        }
    }

    private void Child(
        JsonObject members,
        KeyValuePair<string, JsonNode?> member,
        ObjectKind child,
        ChildForm form,
        SpecPointer at,
        int depth
    )
    {
        switch (member.Value)
        {
            case JsonArray items when form is ChildForm.List or ChildForm.OneOrList:
                for (int i = items.Count - 1; i >= 0; i--)
                {
                    if (Spelled(items[i], child) is { } schema)
                        items[i] = schema;
                    else if (items[i] is JsonObject)
                        Visit(items[i], child, at[i], depth + 1);
                    else
                    {
                        Report(at[i]);
                        items.RemoveAt(i);
                    }
                }

                break;
            case JsonObject map when form == ChildForm.Map:
                foreach (KeyValuePair<string, JsonNode?> entry in map.ToArray())
                {
                    if (Spelled(entry.Value, child) is { } schema)
                        map[entry.Key] = schema;
                    else if (entry.Value is JsonObject)
                        Visit(entry.Value, child, at[entry.Key], depth + 1);
                    else if (child == ObjectKind.Schema)
                    {
                        Report(at[entry.Key]);
                        map[entry.Key] = new JsonObject();
                    }
                    else
                        Remove(map, entry.Key, at[entry.Key]);
                }

                break;
            case JsonObject when form is ChildForm.One or ChildForm.OneOrList:
                Visit(member.Value, child, at, depth + 1);
                break;
            default:
                if (form is ChildForm.One or ChildForm.OneOrList && Spelled(member.Value, child) is { } one)
                    members[member.Key] = one;
                else
                    Remove(members, member.Key, at);
                break;
        }
    }

    private static JsonObject? Spelled(JsonNode? node, ObjectKind kind) =>
        kind != ObjectKind.Schema || node is not JsonValue value
            ? null
            : value.GetValueKind() switch
            {
                JsonValueKind.True => new JsonObject(),
                JsonValueKind.False => new JsonObject { ["not"] = new JsonObject() },
                _ => null,
            };

    /// <summary>Whether a keyword has a value of a JSON type that it can have; unknown ones can have any.</summary>
    private static bool Fits(ObjectKind kind, string keyword, JsonNode? node)
    {
        if (keyword is "required" && kind != ObjectKind.Schema)
            return IsBoolean(node);
        if (keyword is "examples" && kind != ObjectKind.Schema)
            return node is JsonObject;
        if (keyword is "required" or "enum")
            return node is JsonArray list && (keyword == "enum" || list.All(static i => IsText(i)));
        if (keyword is "exclusiveMaximum" or "exclusiveMinimum")
            return IsBoolean(node) || IsNumber(node);
        if (keyword is "type")
            return IsText(node) || (node is JsonArray types && types.Count > 0 && types.All(static t => IsText(t)));
        if (s_booleans.Contains(keyword))
            return IsBoolean(node);
        if (s_numbers.Contains(keyword))
            return IsNumber(node);
        if (s_texts.Contains(keyword))
            return IsText(node);
        if (s_lists.Contains(keyword))
            return node is JsonArray items
                && (
                    keyword is "examples"
                    || items.All(static i => i is JsonObject)
                    || (keyword == "tags" && kind == ObjectKind.Operation && items.All(static i => IsText(i)))
                );
        return !s_objects.Contains(keyword) || node is JsonObject;
    }

    /// <summary>The reader takes no 1e3 for a count; one that no array or text reaches says nothing.</summary>
    private static void Count(JsonObject members, string key, JsonNode node)
    {
        if (
            !double.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double count)
            || count < 0
            || count > int.MaxValue
            || count != System.Math.Floor(count)
        )
            members.Remove(key);
        else
            members[key] = JsonValue.Create((int)count);
    }

    private static bool IsText(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String;

    private static bool IsNumber(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.Number;

    private static bool IsBoolean(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() is JsonValueKind.True or JsonValueKind.False;

    private void Remove(JsonObject members, string key, SpecPointer place)
    {
        Report(place);
        members.Remove(key);
    }

    private void Report(SpecPointer place) =>
        diagnostics.Add(
            SpecDiagnostic.AtKey(
                DiagnosticDescriptors.SpecificationError,
                place.ToString(),
                "its value is of a JSON type that is not allowed here; it is ignored"
            )
        );
}
