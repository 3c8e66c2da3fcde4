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
/// The body of a request to the ways to give it: one for each form of its media types that takes something else. The same schema
/// in JSON and as a form is one way, JSON; with files in it, multipart.
/// </summary>
internal sealed class BodyLowering(SchemaLowering schemas)
{
    private LoweringContext Context => schemas.Context;

    public void Lower(OperationDeclaration operation)
    {
        if (operation.Operation.RequestBody is not { } body || body.Content is not { Count: > 0 } content)
            return;
        SpecPointer place = (
            body is OpenApiRequestBodyReference { Reference.ReferenceV3: { } text } ? Context.PlaceOf(text) : operation.Place["requestBody"]
        )["content"];
        List<Entry> entries = Entries(content, place);
        for (int i = 0; i < entries.Count; i++)
        {
            Entry entry = entries[i];
            string suffix = entry.Form switch
            {
                BodyForm.Multipart or BodyForm.Form => "Form",
                BodyForm.Lines when entry.Media?.Schema?.Items is null => "Item",
                BodyForm.Lines => "",
                _ => "Request",
            };
            BodyDeclaration declared = Declaration(
                entry,
                operation.TypeName,
                suffix,
                body,
                isOptional: !(body.Required || IsNeeded(entry)) && i == 0
            ) with
            {
                Others = Variants(entry),
            };
            operation.Bodies.Add(
                entry.Form == BodyForm.Form && SwaggerLists.Encodings(Context, operation.Place) is { Length: > 0 } lists
                    ? declared with
                    {
                        Encodings = lists,
                    }
                    : declared
            );
            if (entry.Form == BodyForm.Content)
                Context.Unsupported(place, entry.MediaType, "is a media type without a C# type; the method takes the body as HttpContent");
        }
    }

    /// <summary>Swagger 2.0 asks for fields of a form, not for the form.</summary>
    private bool IsNeeded(Entry entry) =>
        Context.Version == OpenApiSpecVersion.OpenApi2_0
        && entry.Form is BodyForm.Form or BodyForm.Multipart
        && entry.Media?.Schema?.Required is { Count: > 0 };

    private List<Entry> Entries(IDictionary<string, IOpenApiMediaType> content, SpecPointer place)
    {
        List<Entry> all = [];
        foreach (KeyValuePair<string, IOpenApiMediaType> media in content)
        {
            IOpenApiSchema? schema = media.Value?.Schema;
            BodyForm form = MediaTypes.Form(media.Key, schema);
            if (form is BodyForm.Form or BodyForm.Multipart && (schema is null || !IsObject(schema)))
                form = BodyForm.Content;
            if (form is BodyForm.Events)
                form = BodyForm.File;
            all.Add(new Entry(form, media.Key, media.Value, place[media.Key], all.Count));
        }

        List<Entry> kept = [];
        foreach (Entry entry in all.OrderBy(Priority).ThenBy(static e => e.Order))
        {
            if (entry.Form == BodyForm.Content && kept.Count > 0)
                continue;
            if (kept.Find(k => IsSame(k, entry)) is not { } same)
                kept.Add(entry);
            else if (Context.HasServer)
                same.Others.Add(entry);
        }

        return kept;
    }

    private int Priority(Entry entry) =>
        entry.Form switch
        {
            BodyForm.Multipart when HasFiles(entry.Media?.Schema) => 0,
            BodyForm.Json => MediaTypes.Essence(entry.MediaType) == "application/json" ? 1 : 2,
            _ => 3 + (int)entry.Form,
        };

    private bool HasFiles(IOpenApiSchema? schema) =>
        schema is not null
        && Context.Files.Count > 0
        && MergedObject.Of(schemas, new SchemaSite(schema, SpecPointer.Root, NameHint.Operation(""))).Members.Any(m => IsFile(m.Schema));

    private bool IsFile(IOpenApiSchema? schema) =>
        schema is not null
        && (
            Context.Files.Contains(SchemaFacts.Target(schema) ?? schema)
            || IsFile(schema.Items)
            || (schema.AnyOf ?? []).Any(IsFile)
            || (schema.OneOf ?? []).Any(IsFile)
        );

    /// <summary>Whether one way to give the body does for both.</summary>
    private bool IsSame(Entry kept, Entry other)
    {
        bool isObject = kept.Form is BodyForm.Json or BodyForm.Form or BodyForm.Multipart;
        if (isObject != other.Form is BodyForm.Json or BodyForm.Form or BodyForm.Multipart)
            return false;
        if (!isObject)
            return kept.Form == other.Form;
        if (ReferenceEquals(kept.Media?.Schema, other.Media?.Schema))
            return true;
        return JsonNode.DeepEquals(Context.Raw(kept.Place["schema"]), Context.Raw(other.Place["schema"]));
    }

    private static bool IsObject(IOpenApiSchema schema) =>
        SchemaFacts.Types(schema) is JsonSchemaType.Object or 0 && !(SchemaFacts.IsEmpty(schema) && schema.Type is null);

    private BodyDeclaration Declaration(Entry entry, string owner, string suffix, IOpenApiRequestBody body, bool isOptional)
    {
        IOpenApiSchema? schema = entry.Media?.Schema;
        SchemaUse? use = entry.Form switch
        {
            BodyForm.Content => null,
            BodyForm.Text => new SchemaUse(new PrimitiveShape(Primitive.String), false),
            BodyForm.File => new SchemaUse(new PrimitiveShape(Primitive.File), false),
            BodyForm.Lines => Item(entry, owner + suffix),
            _ => schema is null
                ? SchemaUse.Json
                : schemas.LowerShared(
                    new SchemaSite(schema, entry.Place["schema"], NameHint.Operation(owner + suffix)),
                    (body as OpenApiRequestBodyReference)?.Reference.ReferenceV3,
                    suffix
                ),
        };
        string mediaType =
            entry.Form == BodyForm.Json && entry.MediaType.StartsWith("*/", System.StringComparison.Ordinal)
                ? "application/json"
                : entry.MediaType;
        return new BodyDeclaration(
            entry.Form,
            use,
            mediaType,
            !isOptional,
            body.Description,
            FormEncodings.Of(Context, entry.Form, entry.Media, entry.Place["encoding"])
        );
    }

    private List<BodyVariant> Variants(Entry entry) =>
        [
            .. entry.Others.Select(e => new BodyVariant(
                e.Form,
                e.MediaType,
                FormEncodings.Of(Context, e.Form, e.Media, e.Place["encoding"])
            )),
        ];

    /// <summary>What one line holds: the item schema of OpenAPI 3.2, the items of an array, or the schema itself.</summary>
    private SchemaUse Item(Entry entry, string hint)
    {
        if (entry.Media?.ItemSchema is { } item)
            return schemas.Lower(new SchemaSite(item, entry.Place["itemSchema"], NameHint.Operation(hint)));
        if (entry.Media?.Schema is not { } schema)
            return SchemaUse.Json;
        SchemaUse use = schemas.Lower(new SchemaSite(schema, entry.Place["schema"], NameHint.Operation(hint)));
        return use.Shape is ListShape list ? list.Item : use;
    }

    /// <param name="Order">Its number in the document.</param>
    private sealed record Entry(BodyForm Form, string MediaType, IOpenApiMediaType? Media, SpecPointer Place, int Order)
    {
        /// <summary>Those that one way to give the body does for as well.</summary>
        public List<Entry> Others { get; } = [];
    }
}
