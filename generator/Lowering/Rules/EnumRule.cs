using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Configuration;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Lowering.Rules;

/// <summary>
/// <c>enum</c>: an open enum over strings or integers; anything else keeps its type, with the values in the documentation.
/// </summary>
internal static class EnumRule
{
    /// <summary>
    /// Values that are named; of more, which are data and no enumeration, the compiler would have as many members to go through.
    /// </summary>
    private const int MostValues = 15_000;

    private static readonly string[] s_names = ["x-enum-varnames", "x-enumNames", "x-enum-names"];

    private static readonly string[] s_texts = ["x-enum-descriptions", "x-enumDescriptions"];

    public static bool Try(SchemaLowering lowering, in SchemaSite site, out SchemaUse use)
    {
        use = default;
        IOpenApiSchema schema = site.Schema;
        if (schema.Enum is not { Count: > 0 } nodes)
            return false;
        bool nullable = SchemaFacts.AllowsNull(schema) || nodes.Any(SchemaFacts.IsNullValue);
        if (OneValue.OfEnum(schema) is { } only && PrimitiveRule.Try(lowering, site, out use))
        {
            for (int i = 1; i < nodes.Count; i++)
            {
                if (!SchemaFacts.IsNullValue(nodes[i]) && nodes.Take(i).Any(static n => !SchemaFacts.IsNullValue(n)))
                    lowering.Context.ReportValue(DiagnosticDescriptors.DuplicateEnumValue, site.Place["enum"][i], OneValue.Text(only));
            }

            use = use.OrNull(nullable);
            return true;
        }

        JsonSchemaType types = SchemaFacts.Types(schema);
        string? underlying = Underlying(nodes, types, schema.Format);
        if (underlying is null)
            return TryMixed(lowering, site, types, nullable, out use);

        if (
            nodes.Count > MostValues
            && nodes.Select(n => SchemaFacts.IsNullValue(n) ? "" : Text(n, underlying)).Distinct().Count() > MostValues
        )
        {
            lowering.Context.Unsupported(
                site.Place,
                "enum",
                $"is ignored because it has more than {MostValues} values; any value of the type is read, and none has a name"
            );
            OpenApiSchema plain = Schemas.Copy(schema);
            plain.Enum = null;
            plain.Type = underlying == "string" ? JsonSchemaType.String : JsonSchemaType.Integer;
            use = lowering.Lower(site with { Schema = plain }).OrNull(nullable);
            return true;
        }

        EnumDeclaration declaration = new(site.Hint, site.Place, underlying) { IsClosed = IsClosed(lowering, site) };
        Values(lowering, site, nodes, declaration);
        use = lowering.Declare(declaration, site, nullable);
        return true;
    }

    /// <summary>Values that are neither all strings nor all integers: booleans, or an enum for each JSON type.</summary>
    private static bool TryMixed(SchemaLowering lowering, in SchemaSite site, JsonSchemaType types, bool nullable, out SchemaUse use)
    {
        use = default;
        IList<JsonNode> nodes = site.Schema.Enum!;
        if (
            types is 0
            && nodes.All(static n => !SchemaFacts.IsNullValue(n) && n!.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
        )
        {
            use = new SchemaUse(new PrimitiveShape(Primitive.Boolean), nullable);
            return true;
        }

        List<(IOpenApiSchema Schema, OpenApi.SpecPointer)> branches = (types & (types - 1)) != 0 || types is 0 ? Kinds(site, nodes) : [];
        if (branches.Count > 1)
        {
            use = UnionRule.Union(lowering, site, branches, nullable, byTitle: false);
            return true;
        }

        if (types != JsonSchemaType.Boolean && !nodes.All(SchemaFacts.IsNullValue))
        {
            lowering.Context.Unsupported(
                site.Place,
                "enum",
                "is ignored because its values are neither all strings nor all integers; the type is the same as without it"
            );
        }

        if (branches.Count == 1)
            use = lowering.Lower(site with { Schema = branches[0].Schema }).OrNull(nullable);
        return branches.Count == 1;
    }

    /// <summary>What the schema says, and where it says nothing, the project.</summary>
    public static bool IsClosed(SchemaLowering lowering, in SchemaSite site)
    {
        const string Extension = OneValue.Extension;
        bool usual = lowering.Context.Options.EnumStyle == EnumStyle.Closed;
        if (SchemaFacts.Extension(site.Schema.Extensions, Extension) is not { } node)
            return usual;
        string style = SchemaFacts.StringValue(node)?.ToLowerInvariant() ?? "";
        if (style is "open" or "closed")
            return style == "closed";
        lowering.Context.ReportValue(
            DiagnosticDescriptors.InvalidOption,
            site.Place[Extension],
            Extension,
            SchemaFacts.StringValue(node) ?? node.ToJsonString(),
            $"open or closed; {(usual ? "closed" : "open")} is used"
        );
        return usual;
    }

    /// <summary>
    /// Values of several JSON types: a schema for each, with its values; none where one of them is an object or an array.
    /// </summary>
    private static List<(IOpenApiSchema, OpenApi.SpecPointer)> Kinds(in SchemaSite site, IList<JsonNode> nodes)
    {
        List<(IOpenApiSchema, OpenApi.SpecPointer)> branches = [];
        bool hasFractions = nodes.Any(static n => !SchemaFacts.IsNullValue(n) && TypeOf(n) == JsonSchemaType.Number);
        IEnumerable<int> positions = Enumerable.Range(0, nodes.Count).Where(i => !SchemaFacts.IsNullValue(nodes[i]));
        foreach (
            IGrouping<JsonSchemaType, int> group in positions.GroupBy(i =>
                TypeOf(nodes[i]) is JsonSchemaType.Integer && hasFractions ? JsonSchemaType.Number : TypeOf(nodes[i])
            )
        )
        {
            if (group.Key is 0)
                return [];
            OpenApiSchema kind = Schemas.Copy(site.Schema);
            kind.Type = group.Key;
            kind.Enum = group.Key is JsonSchemaType.String or JsonSchemaType.Integer ? [.. group.Select(i => nodes[i])] : null;
            Schemas.Select(kind, [.. group], [.. s_names, .. s_texts]);
            branches.Add((kind, site.Place));
        }

        return branches;
    }

    private static JsonSchemaType TypeOf(JsonNode node) =>
        node.GetValueKind() switch
        {
            JsonValueKind.String => JsonSchemaType.String,
            JsonValueKind.Number => Integer(node) is not null ? JsonSchemaType.Integer : JsonSchemaType.Number,
            JsonValueKind.True or JsonValueKind.False => JsonSchemaType.Boolean,
            _ => 0,
        };

    private static string? Underlying(IList<JsonNode> nodes, JsonSchemaType types, string? format)
    {
        bool anyString = false,
            anyInteger = false,
            anyOther = false;
        foreach (JsonNode? node in nodes)
        {
            if (SchemaFacts.IsNullValue(node))
                continue;
            JsonValueKind kind = node!.GetValueKind();
            anyString |= kind == JsonValueKind.String;
            if (kind == JsonValueKind.Number && Integer(node) is not null)
                anyInteger = true;
            else
                anyOther |= kind != JsonValueKind.String;
        }

        if (types == JsonSchemaType.String && nodes.All(static n => n is JsonValue))
            return anyString || anyInteger || anyOther ? "string" : null;
        if (anyOther)
            return null;
        if (
            types is JsonSchemaType.Integer or JsonSchemaType.Number
            && nodes.All(static n => SchemaFacts.IsNullValue(n) || Integer(n!) is not null)
            && (anyInteger || anyString)
        )
        {
            return
                format == "int32" && nodes.All(static n => SchemaFacts.IsNullValue(n) || Integer(n!) is >= int.MinValue and <= int.MaxValue)
                ? "int"
                : "long";
        }

        if (types is not 0)
            return null;
        return anyString
            ? anyInteger
                ? null
                : "string"
            : anyInteger
                ? "long"
                : null;
    }

    private static long? Integer(JsonNode node)
    {
        string text = node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && number == System.Math.Floor(number)
            && System.Math.Abs(number) < 1e15
                ? (long)number
            : null;
    }

    private static void Values(SchemaLowering lowering, in SchemaSite site, IList<JsonNode> nodes, EnumDeclaration declaration)
    {
        IDictionary<string, IOpenApiExtension>? extensions = site.Schema.Extensions;
        IReadOnlyList<string>? names = SchemaFacts.TextsExtension(extensions, s_names);
        IReadOnlyList<string>? texts = SchemaFacts.TextsExtension(extensions, s_texts);
        JsonObject? textsByValue =
            SchemaFacts.Extension(extensions, "x-enum-descriptions") as JsonObject
            ?? SchemaFacts.Extension(extensions, "x-enumDescriptions") as JsonObject;
        HashSet<string>? deprecated = SchemaFacts.TextsExtension(extensions, "x-enum-deprecated", "x-deprecated-enum") is { } old
            ? [.. old]
            : null;
        HashSet<string> seen = [];
        for (int i = 0; i < nodes.Count; i++)
        {
            if (SchemaFacts.IsNullValue(nodes[i]))
                continue;
            string wire = Text(nodes[i], declaration.Underlying);
            if (!seen.Add(wire))
            {
                lowering.Context.ReportValue(DiagnosticDescriptors.DuplicateEnumValue, site.Place["enum"][i], wire);
                continue;
            }

            declaration.Values.Add(
                new EnumValueDeclaration(
                    wire,
                    names is not null && i < names.Count && names[i].Length > 0 ? names[i] : null,
                    texts is not null && i < texts.Count ? texts[i] : SchemaFacts.StringValue(textsByValue?[wire]),
                    deprecated is not null && deprecated.Contains(wire) ? "Deprecated in the API description." : null
                )
            );
        }
    }

    private static string Text(JsonNode node, string underlying)
    {
        if (underlying != "string")
            return Integer(node)!.Value.ToString(CultureInfo.InvariantCulture);
        return node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();
    }
}
