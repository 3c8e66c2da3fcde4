using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering;

/// <summary>Names asked for and documentation, out of a schema's own words.</summary>
internal static class SchemaText
{
    /// <summary>A name the author asks for, as an identifier; null when there is none.</summary>
    public static string? AskedName(IOpenApiSchema schema)
    {
        IDictionary<string, IOpenApiExtension>? extensions = OwnExtensions(schema);
        if (extensions is not { Count: > 0 })
            return null;
        string? asked = SchemaFacts.TextExtension(extensions, "x-csharp-name") ?? SchemaFacts.TextExtension(extensions, "x-fern-type-name");
        return asked is { Length: > 0 } ? IdentifierCasing.Pascal(asked) : null;
    }

    /// <summary>The name asked for a member; that of the type it refers to is not meant.</summary>
    public static string? AskedMemberName(IOpenApiSchema schema) =>
        OwnExtensions(schema) is { } extensions && SchemaFacts.TextExtension(extensions, "x-csharp-name") is { Length: > 0 } asked
            ? IdentifierCasing.Pascal(asked)
            : null;

    /// <summary>Deprecated at this place: a reference to a deprecated schema is not deprecated itself.</summary>
    public static bool IsDeprecated(IOpenApiSchema schema) =>
        schema is OpenApiSchemaReference reference ? reference.Reference.Deprecated == true : schema.Deprecated;

    public static IDictionary<string, IOpenApiExtension>? OwnExtensions(IOpenApiSchema schema) =>
        schema is OpenApiSchemaReference reference ? reference.Reference.Extensions : schema.Extensions;

    /// <summary>The documentation of a type: the author's words, or at least where it comes from.</summary>
    public static DocModel Docs(IOpenApiSchema schema, SpecPointer place) =>
        DocText.Of(schema.Description) is { Summary.Length: > 0 } docs
            ? docs
            : new DocModel("<c>" + XmlDoc.Escape(place.ToString()) + "</c>");

    /// <summary>What is said at this place: what is said of the schema that it refers to is another matter.</summary>
    public static string? Description(IOpenApiSchema schema) =>
        schema is OpenApiSchemaReference reference ? reference.Reference.Description : schema.Description;

    /// <summary>The documentation of a member: its name and facts in JSON, then what the author says.</summary>
    public static DocModel MemberDocs(string wireName, IOpenApiSchema schema) => Docs("<c>" + XmlDoc.Escape(wireName) + "</c>", schema);

    /// <summary>The documentation of an item of a tuple: its number, from 1, and facts, then what the author says.</summary>
    public static DocModel ItemDocs(int number, IOpenApiSchema schema) =>
        Docs("Item " + number.ToString(System.Globalization.CultureInfo.InvariantCulture), schema);

    private static DocModel Docs(string head, IOpenApiSchema schema)
    {
        OpenApiSchema? inner = BesideNull(schema);
        string? description = Description(schema) is { Length: > 0 } own ? own : inner?.Description;
        StringBuilder text = new(head);
        Facts(text, schema);
        if (inner is not null)
            Facts(text, inner);
        DocModel docs = DocText.Of(description);
        if (docs.Summary.Length == 0)
            return new DocModel(text.Append('.').ToString());
        if (docs.Summary.IndexOf('\n') >= 0)
            return new DocModel(text.Append('.').ToString(), docs.Remarks.Length == 0 ? docs.Summary : docs.Summary + "\n" + docs.Remarks);
        return docs with { Summary = text.Append(": ").Append(docs.Summary).ToString() };
    }

    /// <summary>
    /// The schema of <c>anyOf: [{type: number, description: …}, {type: 'null'}]</c>, which is how OpenAPI 3.1 writes a nullable: what it
    /// says, it says of the member. Null where the schema is no such thing.
    /// </summary>
    private static OpenApiSchema? BesideNull(IOpenApiSchema schema)
    {
        if (schema is not OpenApiSchema || (schema.AnyOf is { Count: > 0 } ? schema.AnyOf : schema.OneOf) is not { Count: 2 } branches)
            return null;
        int other = SchemaFacts.IsNull(branches[0]) ? 1 : 0;
        return SchemaFacts.IsNull(branches[1 - other]) ? branches[other] as OpenApiSchema : null;
    }

    /// <summary>What a parameter is, where the author says nothing.</summary>
    public static string ParameterDocs(string place, string wireName, IOpenApiSchema? schema)
    {
        StringBuilder text = new("The ");
        text.Append(place).Append(" parameter <c>").Append(XmlDoc.Escape(wireName)).Append("</c>");
        if (schema is not null)
            Facts(text, schema);
        return text.Append('.').ToString();
    }

    private static void Facts(StringBuilder text, IOpenApiSchema schema)
    {
        if (schema is OpenApiSchemaReference)
            return;
        if (schema.Format is { Length: > 0 } format)
            Fact(text, "format", format);
        if (schema.Default is { } value)
            Fact(text, "default", Short(value));
        if (schema.Minimum is { } minimum)
            Fact(text, "minimum", minimum);
        if (schema.Maximum is { } maximum)
            Fact(text, "maximum", maximum);
        if (schema.MinLength is { } shortest)
            Fact(text, "minimum length", shortest.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (schema.MaxLength is { } longest)
            Fact(text, "maximum length", longest.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (schema.Pattern is { Length: > 0 and < 80 } pattern)
            Fact(text, "pattern", pattern);
#pragma warning disable CS0618 // Superseded in 3.1, but what nearly every description has.
        JsonNode? shown = schema.Example;
#pragma warning restore CS0618
        if ((shown ?? (schema.Examples is { Count: > 0 } examples ? examples[0] : null)) is JsonValue example)
            Fact(text, "example", Short(example));
    }

    private static void Fact(StringBuilder text, string name, string value) =>
        text.Append(", ").Append(name).Append(" <c>").Append(XmlDoc.Escape(value).Replace('\n', ' ').Replace('\r', ' ')).Append("</c>");

    private static string Short(JsonNode node)
    {
        string text =
            SchemaFacts.IsNullValue(node) ? "null"
            : node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>()
            : node.ToJsonString();
        if (text.Length <= 60)
            return text;
        int cut = char.IsHighSurrogate(text[59]) ? 59 : 60;
        return text.Substring(0, cut) + "…";
    }
}
