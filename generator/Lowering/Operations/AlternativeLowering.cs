using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>
/// The responses of a success that its operation does not give: JSON of another schema under a media type of its own, text, bytes. What
/// another media type
/// has the same schema for is the same response in another spelling, and no other.
/// </summary>
internal sealed class AlternativeLowering(SchemaLowering schemas)
{
    private LoweringContext Context => schemas.Context;

    /// <param name="operation">The operation.</param>
    /// <param name="given">The response that it gives.</param>
    /// <param name="content">All responses of that success.</param>
    /// <param name="place">Where they stand.</param>
    public void Lower(
        OperationDeclaration operation,
        ResponseDeclaration given,
        IDictionary<string, IOpenApiMediaType> content,
        SpecPointer place
    )
    {
        // Swagger 2.0 has one schema for all media types of a response.
        if (content.Count < 2 || operation.Alternatives.Count > 0 || Context.Version == OpenApiSpecVersion.OpenApi2_0)
            return;
        List<JsonNode?> known = [Schema(given.MediaType ?? "", place)];
        List<string> files = [],
            texts = [];
        foreach (KeyValuePair<string, IOpenApiMediaType> media in content)
        {
            if (media.Key == given.MediaType || media.Key.IndexOf('*') >= 0)
                continue;
            JsonNode? schema = Schema(media.Key, place);
            if (schema is not null && known.Exists(other => JsonNode.DeepEquals(other, schema)))
                continue;
            switch (MediaTypes.Form(media.Key, media.Value?.Schema))
            {
                case BodyForm.Json when given.Form == ResponseForm.Json && media.Value?.Schema is { } json:
                    known.Add(schema);
                    Json(operation, given.Status, media.Key, json, place[media.Key]["schema"]);
                    break;
                case BodyForm.Text when given.Form != ResponseForm.Text && IsText(media.Value?.Schema):
                    texts.Add(media.Key);
                    break;
                case BodyForm.File when given.Form != ResponseForm.Stream:
                    files.Add(media.Key);
                    break;
            }
        }

        if (texts.Count > 0)
            Whole(operation, given.Status, ResponseForm.Text, Primitive.String, texts, "AsText");
        if (files.Count > 0)
            Whole(operation, given.Status, ResponseForm.Stream, Primitive.Stream, files, "AsFile");
    }

    private void Json(OperationDeclaration operation, int status, string mediaType, IOpenApiSchema schema, SpecPointer place)
    {
        string word = "As" + Word(mediaType);
        SchemaUse use = schemas.Lower(new SchemaSite(schema, place, NameHint.Operation(operation.TypeName + word + "Response")));
        operation.Alternatives.Add(new AlternativeDeclaration(status, ResponseForm.Json, use, mediaType, word));
    }

    private static void Whole(
        OperationDeclaration operation,
        int status,
        ResponseForm form,
        Primitive primitive,
        List<string> mediaTypes,
        string word
    ) =>
        operation.Alternatives.Add(
            new AlternativeDeclaration(
                status,
                form,
                new SchemaUse(new PrimitiveShape(primitive), false),
                string.Join(", ", mediaTypes),
                word
            )
        );

    /// <summary>Text of an object is that object in another syntax.</summary>
    private static bool IsText(IOpenApiSchema? schema) =>
        schema is null || SchemaFacts.IsEmpty(schema) || SchemaFacts.Types(schema) == JsonSchemaType.String;

    private JsonNode? Schema(string mediaType, SpecPointer place) => Context.Raw(place[mediaType]["schema"]);

    /// <summary><c>application/vnd.acme.v2+json</c> is <c>VndAcmeV2</c>.</summary>
    private static string Word(string mediaType)
    {
        string text = mediaType.StartsWith("application/", StringComparison.OrdinalIgnoreCase)
            ? mediaType.Substring("application/".Length)
            : mediaType;
        return IdentifierCasing.Pascal(new string([.. text.Replace("+json", "").Select(static c => char.IsLetterOrDigit(c) ? c : ' ')]));
    }
}
