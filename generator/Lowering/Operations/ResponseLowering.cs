using System.Collections.Generic;
using System.Linq;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>The responses of an operation: what each status is read as, and the items of a response that is streamed.</summary>
internal sealed class ResponseLowering(SchemaLowering schemas)
{
    private readonly HeaderLowering _headers = new(schemas);
    private readonly AlternativeLowering _alternatives = new(schemas);

    private LoweringContext Context => schemas.Context;

    public void Lower(OperationDeclaration operation)
    {
        if (operation.Operation.Responses is not { } responses)
            return;
        bool anySuccess = responses.Keys.Any(static k => StatusNames.Parse(k) is { } s && StatusNames.IsSuccess(s));
        bool isFirst = true;
        HashSet<int> statuses = [];
        foreach (KeyValuePair<string, IOpenApiResponse> response in responses)
        {
            if (StatusNames.Parse(response.Key) is not { } status || response.Value is null)
                continue;
            if (!statuses.Add(status))
            {
                Context.Report(
                    DiagnosticDescriptors.SpecificationError,
                    operation.Place["responses"][response.Key],
                    "this status is already declared above in another spelling; the first declaration is used"
                );
                continue;
            }

            if (response.Value is OpenApiResponseReference { Target: null } missing)
            {
                Context.ReportValue(
                    DiagnosticDescriptors.UnresolvedReference,
                    operation.Place["responses"][response.Key]["$ref"],
                    missing.Reference.ReferenceV3 ?? "",
                    "nothing exists at that location",
                    "a response without a body"
                );
                continue;
            }

            bool isSuccess = StatusNames.IsSuccess(status) || (status == 0 && !anySuccess);
            if (!isSuccess && status is 1 or 3 or (>= 100 and < 400))
                continue;
            SpecPointer place = response.Value is OpenApiResponseReference { Reference.ReferenceV3: { } text }
                ? Context.PlaceOf(text)
                : operation.Place["responses"][response.Key];
            string name = operation.TypeName + (isSuccess && isFirst ? "" : StatusNames.Name(status)) + "Response";
            if (isSuccess)
                Stream(operation, status, response.Value, place["content"]);
            ResponseDeclaration declared = Response(operation, response.Value, status, !isSuccess, place, name);
            operation.Responses.Add(declared);
            if (isSuccess && declared.Form != ResponseForm.Empty)
                _alternatives.Lower(operation, declared, response.Value.Content!, place["content"]);
            if (isSuccess)
                isFirst = false;
        }
    }

    private ResponseDeclaration Response(
        OperationDeclaration operation,
        IOpenApiResponse response,
        int status,
        bool isError,
        SpecPointer place,
        string name
    )
    {
        List<HeaderDeclaration> headers = _headers.Lower(response, place["headers"]);

        // A response to HEAD has no body whatever is declared (RFC 9110 section 9.3.2).
        IDictionary<string, IOpenApiMediaType>? content = HasBody(response, status) && operation.Method != "HEAD" ? response.Content : null;
        if (MediaTypes.Json(content) is { } json)
        {
            SchemaUse use = json.Value.Schema is { } schema
                ? schemas.LowerShared(
                    new SchemaSite(schema, place["content"][json.Key]["schema"], NameHint.Operation(name)),
                    (response as OpenApiResponseReference)?.Reference.ReferenceV3,
                    "Response"
                )
                : SchemaUse.Json;
            return new ResponseDeclaration(status, isError, ResponseForm.Json, use, json.Key, headers);
        }

        if (!isError)
        {
            foreach (KeyValuePair<string, IOpenApiMediaType> media in content ?? new Dictionary<string, IOpenApiMediaType>())
            {
                switch (MediaTypes.Form(media.Key, media.Value?.Schema))
                {
                    case BodyForm.Text:
                        return Whole(ResponseForm.Text, Primitive.String);
                    case BodyForm.File:
                        return Whole(ResponseForm.Stream, Primitive.Stream);
                    case BodyForm.Content or BodyForm.Multipart or BodyForm.Form:
                        bool isXml = MediaTypes.IsXml(MediaTypes.Essence(media.Key));
                        Context.Unsupported(
                            place["content"],
                            media.Key,
                            $"is a media type without a C# type; the body is given as {(isXml ? "text" : "a stream")}"
                        );
                        return isXml ? Whole(ResponseForm.Text, Primitive.String) : Whole(ResponseForm.Stream, Primitive.Stream);
                }

                ResponseDeclaration Whole(ResponseForm form, Primitive primitive) =>
                    new(
                        status,
                        false,
                        form,
                        new SchemaUse(new PrimitiveShape(primitive), false),
                        form == ResponseForm.Stream
                            ? string.Join(
                                ", ",
                                content!
                                    .Where(static c => MediaTypes.Form(c.Key, c.Value?.Schema) == BodyForm.File)
                                    .Select(static c => c.Key)
                                    .DefaultIfEmpty(media.Key)
                            )
                            : media.Key,
                        headers
                    );
            }
        }

        return new ResponseDeclaration(status, isError, ResponseForm.Empty, null, null, headers);
    }

    /// <summary>Some statuses have no body (RFC 9110 section 15.3.5), and in Swagger 2.0 neither has a response without a schema.</summary>
    private bool HasBody(IOpenApiResponse response, int status) =>
        status is not (204 or 205 or 304)
        && (Context.Version != OpenApiSpecVersion.OpenApi2_0 || response.Content?.Values.Any(static m => m?.Schema is not null) == true);

    /// <summary>
    /// A response that comes item by item: the operation itself, or another way to call it where it has a response in one piece as well.
    /// </summary>
    private void Stream(OperationDeclaration operation, int status, IOpenApiResponse response, SpecPointer place)
    {
        if (operation.Stream is not null || operation.Method == "HEAD" || response.Content is not { Count: > 0 } content)
            return;
        bool isOnly = content.All(static c => IsStream(c.Key, c.Value));
        foreach (KeyValuePair<string, IOpenApiMediaType> media in content)
        {
            if (!IsStream(media.Key, media.Value))
                continue;
            (SchemaUse item, StreamFormat format, EventsModel? events) = Item(
                operation,
                media.Value,
                MediaTypes.Form(media.Key, null) == BodyForm.Events,
                place[media.Key]
            );
            operation.Stream = new StreamDeclaration(status, item, format, media.Key, isOnly) { Events = events };
            return;
        }
    }

    private static bool IsStream(string mediaType, IOpenApiMediaType? media) =>
        MediaTypes.Form(mediaType, media?.Schema) is BodyForm.Events or BodyForm.Lines;

    private (SchemaUse Item, StreamFormat Format, EventsModel? Events) Item(
        OperationDeclaration operation,
        IOpenApiMediaType? media,
        bool isEvents,
        SpecPointer place
    )
    {
        IOpenApiSchema? schema = media?.ItemSchema ?? media?.Schema;
        SchemaUse text = new(new PrimitiveShape(Primitive.String), false);
        if (schema is null)
            return isEvents ? (text, StreamFormat.EventText, null) : (SchemaUse.Json, StreamFormat.Lines, null);
        SchemaSite site = new(
            schema,
            place[media!.ItemSchema is null ? "schema" : "itemSchema"],
            NameHint.Operation(
                operation.TypeName
                    + (
                        isEvents ? "Event"
                        : schema.Items is null || media.ItemSchema is not null ? "Item"
                        : ""
                    )
            )
        );
        if (isEvents && media.ItemSchema is not null && EventSchemas.Lower(schemas, site) is { } described)
            return described;
        SchemaUse use = schemas.Lower(site);
        if (media.ItemSchema is null && use.Shape is ListShape list)
            use = list.Item;
        if (!isEvents)
            return (use, StreamFormat.Lines, null);
        if (EventData(site, media.ItemSchema is not null) is { } data)
            return (use, SchemaFacts.Types(data) == JsonSchemaType.String ? StreamFormat.EventObject : StreamFormat.EventObjectJson, null);
        return (use, IsText(use.Shape) ? StreamFormat.EventText : StreamFormat.EventJson, null);
    }

    /// <summary>
    /// The schema of the data where the schema is of whole events, as an item schema of OpenAPI 3.2 is; before that it is of the data,
    /// unless its members say otherwise.
    /// </summary>
    private IOpenApiSchema? EventData(in SchemaSite site, bool isItem)
    {
        List<MergedMember> members = MergedObject.Of(schemas, site).Members;
        IOpenApiSchema? data = members.Find(static m => m.Name == "data")?.Schema;
        return data is not null && (isItem || members.TrueForAll(static m => m.Name is "data" or "event" or "id" or "retry")) ? data : null;
    }

    private static bool IsText(Shape shape) =>
        shape
            is PrimitiveShape { Primitive.Token: PrimitiveToken.String }
                or DeclaredShape { Declaration: EnumDeclaration { Underlying: "string" } };
}
