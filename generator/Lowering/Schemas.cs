using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace OpenApiGen.Generator.Lowering;

/// <summary>
/// Schemas made of others. All keywords are taken over, those that a later version of the document model has, too: a list of them here
/// would sooner
/// or later lack one, and a type would be lost without a word.
/// </summary>
internal static class Schemas
{
    private static readonly PropertyInfo[] s_keywords =
    [
        .. typeof(OpenApiSchema)
            .GetProperties()
            .Where(static p => p.CanRead && p.SetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0),
    ];

    /// <summary>A schema with the same keywords, the schemas within being the same objects.</summary>
    public static OpenApiSchema Copy(IOpenApiSchema schema)
    {
        OpenApiSchema copy = new();
        Fill(copy, schema);
        copy.AdditionalPropertiesAllowed = schema.AdditionalPropertiesAllowed;
        return copy;
    }

    /// <summary>Adds what another schema says and this one does not.</summary>
    public static void Fill(OpenApiSchema schema, IOpenApiSchema from)
    {
        if (from is not OpenApiSchema)
            return;
        foreach (PropertyInfo keyword in s_keywords)
        {
            if (IsUnset(keyword.GetValue(schema)) && keyword.GetValue(from) is { } value && !IsUnset(value))
                keyword.SetValue(schema, value);
        }
    }

    private static bool IsUnset(object? value) =>
        value is null or false || (value is IEnumerable items and not (string or JsonNode) && !items.GetEnumerator().MoveNext());

    /// <summary>Keeps of extensions that say something of each value of a list only what they say of some of them.</summary>
    public static void Select(OpenApiSchema schema, IReadOnlyCollection<int> positions, IEnumerable<string> extensions)
    {
        if (schema.Extensions is not { } all)
            return;
        Dictionary<string, IOpenApiExtension> kept = new(all);
        foreach (string name in extensions)
        {
            if (SchemaFacts.Extension(all, name) is not JsonArray texts)
                continue;
            kept[name] = new JsonNodeExtension(new JsonArray([.. positions.Select(i => i < texts.Count ? texts[i]?.DeepClone() : null)]));
        }

        schema.Extensions = kept;
    }
}
