using System;
using System.Collections.Generic;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>
/// Response headers. One of a name is one accessor of the API, however many responses have it; where they differ, it is text.
/// </summary>
internal sealed class HeaderLowering(SchemaLowering schemas)
{
    private readonly Dictionary<string, (string Key, HeaderDeclaration Header)> _known = new(StringComparer.OrdinalIgnoreCase);

    public List<HeaderDeclaration> Lower(IOpenApiResponse response, SpecPointer place)
    {
        List<HeaderDeclaration> headers = [];
        foreach (KeyValuePair<string, IOpenApiHeader> entry in response.Headers ?? new Dictionary<string, IOpenApiHeader>())
        {
            // The media type has a place of its own (OAS 3.1, 4.8.17).
            if (
                entry.Value is null or OpenApiHeaderReference { Target: null }
                || entry.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
            )
                continue;
            SpecPointer at = entry.Value is OpenApiHeaderReference { Reference.ReferenceV3: { } text }
                ? SpecPointer.Parse(text)
                : place[entry.Key];
            headers.Add(Header(entry.Key, entry.Value, at));
        }

        return headers;
    }

    private HeaderDeclaration Header(string name, IOpenApiHeader header, SpecPointer place)
    {
        KeyValuePair<string, IOpenApiMediaType>? content = MediaTypes.Json(header.Content);
        IOpenApiSchema? schema = header.Schema ?? content?.Value.Schema;
        string key = schema is null ? "" : Key(schema) + (content is null ? "" : "json");
        if (_known.TryGetValue(name, out (string Key, HeaderDeclaration Header) known))
        {
            if (known.Key != key)
                known.Header.BecomeText();
            return known.Header;
        }

        HeaderDeclaration declaration = new(name, header.Description, header.Required);
        _known.Add(name, (key, declaration));
        if (schema is null)
            return declaration;
        SpecPointer schemaPlace = header.Schema is not null ? place["schema"] : place["content"][content!.Value.Key]["schema"];
        SchemaUse use = schemas.Lower(new SchemaSite(schema, schemaPlace, NameHint.Operation(IdentifierCasing.Pascal(name) + "Header")));
        if (content is not null)
            declaration.Become(use, HeaderForm.Json);
        else if (Form(use.Shape) is { } form)
            declaration.Become(use, form);
        else
            schemas.Context.Unsupported(place, "schema", "has no C# type that can be read from a header; the header is given as text");
        return declaration;
    }

    private static HeaderForm? Form(Shape shape) =>
        shape switch
        {
            ListShape { Item.Shape: var item } => Form(item) switch
            {
                HeaderForm.Text => HeaderForm.TextList,
                HeaderForm.Json => HeaderForm.JsonList,
                _ => null,
            },
            PrimitiveShape { Primitive.Token: PrimitiveToken.String }
            or DeclaredShape { Declaration: EnumDeclaration { Underlying: "string" } } => HeaderForm.Text,
            PrimitiveShape or DeclaredShape { Declaration: EnumDeclaration } => HeaderForm.Json,
            JsonShape => HeaderForm.Text,
            _ => null,
        };

    private static string Key(IOpenApiSchema schema) =>
        schema is OpenApiSchemaReference reference
            ? reference.Reference.ReferenceV3 ?? ""
            : SchemaFacts.Types(schema)
                + ":"
                + schema.Format
                + (schema.Enum is { Count: > 0 } values ? ":" + string.Join(",", values) : "")
                + (schema.Items is { } items ? "[" + Key(items) + "]" : "");
}
