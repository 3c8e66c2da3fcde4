using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Lowering.Operations;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Events;

/// <summary>
/// What the API sends by itself: the payloads of webhooks, and those of callbacks, as one union each. Webhooks with the same payload
/// are one case, so that a document with many webhooks and few payloads has a small union.
/// </summary>
internal sealed class EventLowering(SchemaLowering schemas)
{
    private LoweringContext Context => schemas.Context;

    public IReadOnlyList<EventPayload> Lower(IReadOnlyList<OperationDeclaration> operations)
    {
        string api = Context.Options.ApiName;
        List<EventPayload> webhooks = [.. Webhooks()];
        Declare(api + "Event", isOfCallbacks: false, webhooks, "An event that the API sends: the payload of one of its webhooks.");
        List<EventPayload> callbacks = [.. Callbacks(operations)];
        Declare(
            api + "CallbackEvent",
            isOfCallbacks: true,
            callbacks,
            "What the API sends to an address that was given to it: the payload of one of its callbacks."
        );
        return [.. webhooks, .. callbacks];
    }

    private void Declare(string name, bool isOfCallbacks, IEnumerable<EventPayload> payloads, string docs)
    {
        List<List<string>> webhooks = [];
        UnionDeclaration? union = null;
        foreach (EventPayload payload in payloads.Where(static p => p.IsSelected))
        {
            union ??= new UnionDeclaration(NameHint.Operation(name), payload.Place) { Events = docs, IsOfCallbacks = isOfCallbacks };
            string key = ShapeKey.Of(payload.Use);
            int index = union.Branches.FindIndex(b => ShapeKey.Of(b.Use) == key);
            if (index < 0)
            {
                index = union.Branches.Count;
                union.Branches.Add(new UnionBranch(payload.Use, payload.Place, null));
                webhooks.Add([]);
            }

            webhooks[index].Add(payload.Name);
        }

        if (union is null)
            return;
        EventDiscriminator.Find(union, webhooks);
        Context.Declarations.Add(union);
    }

    private IEnumerable<EventPayload> Webhooks() =>
        Context.Document.Webhooks is { } webhooks
            ? webhooks.SelectMany(w => Payloads(w.Key, w.Value, SpecPointer.Root["webhooks"][w.Key], Context.Options.Filter.Webhooks))
            : [];

    private IEnumerable<EventPayload> Callbacks(IReadOnlyList<OperationDeclaration> operations)
    {
        foreach (OperationDeclaration operation in operations)
        {
            if (operation.Operation.Callbacks is not { } callbacks)
                continue;
            foreach (KeyValuePair<string, IOpenApiCallback> callback in callbacks)
            {
                if (callback.Value?.PathItems is not { } items)
                    continue;
                SpecPointer place = callback.Value is OpenApiCallbackReference { Reference.ReferenceV3: { } text }
                    ? SpecPointer.Parse(text)
                    : operation.Place["callbacks"][callback.Key];
                foreach (KeyValuePair<RuntimeExpression, IOpenApiPathItem> item in items)
                {
                    foreach (EventPayload payload in Payloads(callback.Key, item.Value, place[item.Key.Expression], operation.IsSelected))
                        yield return payload with
                        {
                            Operation = operation.Method + " " + operation.Path,
                        };
                }
            }
        }
    }

    /// <summary>The payloads of the operations of one path item, the inline ones named after the webhook.</summary>
    /// <param name="name">The name of the webhook or callback.</param>
    /// <param name="item">Its path item.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="isSelected">Whether the project asks for it. Its types are named all the same, as others are told apart from
    /// them.</param>
    private IEnumerable<EventPayload> Payloads(string name, IOpenApiPathItem? item, SpecPointer place, bool isSelected)
    {
        if (item?.Operations is not { } operations || Context.Parts.IsLeftOut(place))
            yield break;
        SpecPointer at = item is OpenApiPathItemReference { Reference.ReferenceV3: { } text } ? SpecPointer.Parse(text) : place;
        foreach (KeyValuePair<HttpMethod, OpenApiOperation> operation in operations)
        {
            Context.CancellationToken.ThrowIfCancellationRequested();
            if (Context.Parts.Try(place, () => Payload(name, operation, place, at)) is { } payload)
                yield return payload with
                {
                    IsSelected = isSelected,
                };
        }
    }

    private EventPayload? Payload(string name, KeyValuePair<HttpMethod, OpenApiOperation> operation, SpecPointer place, SpecPointer at)
    {
        if (operation.Value?.RequestBody is not { Content: { Count: > 0 } content } body)
            return null;
        SpecPointer bodyPlace = body is OpenApiRequestBodyReference { Reference.ReferenceV3: { } other }
            ? SpecPointer.Parse(other)
            : at[operation.Key.Method.ToLowerInvariant()]["requestBody"];
        if (MediaTypes.Json(content) is not { } json)
        {
            Context.Unsupported(bodyPlace["content"], content.Keys.First(), "is not JSON; no event is generated for it");
            return null;
        }

        if (json.Value?.Schema is not { } schema)
            return null;
        SchemaUse use = schemas.Lower(
            new SchemaSite(schema, bodyPlace["content"][json.Key]["schema"], NameHint.Operation(Name(name, operation.Value)))
        );
        Context.RunPending();
        return use.Shape is JsonShape ? null : new EventPayload(name, use with { Nullable = false }, place, IsSelected: true);
    }

    private static string Name(string webhook, OpenApiOperation operation)
    {
        string? asked = SchemaFacts.TextExtension(operation.Extensions, "x-csharp-name");
        string name = IdentifierCasing.Pascal(asked is { Length: > 0 } ? asked : webhook);
        return name.EndsWith("Event", System.StringComparison.Ordinal) ? name : name + "Event";
    }
}

/// <summary>What a webhook or a callback sends.</summary>
/// <param name="Name">Its key in the document.</param>
/// <param name="IsSelected">Whether the project asks for it.</param>
internal sealed record EventPayload(string Name, SchemaUse Use, SpecPointer Place, bool IsSelected)
{
    /// <summary>The operation that a callback belongs to; null for a webhook.</summary>
    public string? Operation { get; init; }
}
