using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>
/// The Security Requirement Objects: what the client asks for in general, and where an operation asks for something else. A document
/// that declares schemes and never asks for one has none: then every credential that is given is sent.
/// </summary>
internal sealed class SecurityLowering(LoweringContext context)
{
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    /// <summary>The requirement of the API; null where nothing is ever asked for.</summary>
    public SecurityModel? Lower(IReadOnlyList<OperationDeclaration> operations)
    {
        if (context.Document.Components?.SecuritySchemes is not { Count: > 0 } schemes)
            return null;
        SecurityModel? root = Model(context.Raw(SpecPointer.Root["security"]) as JsonArray, SpecPointer.Root["security"], schemes);
        List<(OperationDeclaration Operation, SecurityModel? Own)> all = [];
        foreach (OperationDeclaration operation in operations)
        {
            SpecPointer place = operation.Place["security"];
            all.Add((operation, Model(context.Raw(place) as JsonArray ?? Read(operation.Operation.Security), place, schemes) ?? root));
        }

        if (all.TrueForAll(static o => o.Own is null))
            return null;

        // What most ask for goes without saying.
        SecurityModel usual =
            root ?? all.GroupBy(static o => o.Own ?? SecurityModel.None).OrderByDescending(static g => g.Count()).First().Key;
        foreach ((OperationDeclaration operation, SecurityModel? own) in all)
            operation.Security = (own ?? SecurityModel.None) == usual ? null : own ?? SecurityModel.None;
        return usual;
    }

    private SecurityModel? Model(JsonArray? requirements, SpecPointer place, IDictionary<string, IOpenApiSecurityScheme> schemes)
    {
        if (requirements is null)
            return null;
        List<AlternativeModel> alternatives = [];
        for (int i = 0; i < requirements.Count; i++)
        {
            if (requirements[i] is not JsonObject requirement)
                continue;
            List<string>? names = [];
            foreach (KeyValuePair<string, JsonNode?> scheme in requirement)
            {
                if (!schemes.TryGetValue(scheme.Key, out IOpenApiSecurityScheme? declared) || declared is null)
                {
                    if (_reported.Add(scheme.Key))
                        context.Report(
                            DiagnosticDescriptors.SpecificationError,
                            place[i][scheme.Key],
                            $"there is no security scheme '{scheme.Key}'; this security requirement is never used"
                        );
                    names = null;
                    break;
                }

                // What the handler does by itself, such as a client certificate, is nothing to send here.
                if (CredentialLowering.Kind(declared) is null)
                    continue;
                IEnumerable<string> scopes = (scheme.Value as JsonArray ?? [])
                    .Select(SchemaFacts.StringValue)
                    .Where(static s => s is { Length: > 0 })!;
                names.Add(Literals.String(string.Join(" ", scopes.Prepend(scheme.Key))));
            }

            if (names is { Count: > 0 })
                alternatives.Add(new AlternativeModel(names.ToEquatableArray()));
        }

        return new SecurityModel(alternatives.ToEquatableArray());
    }

    /// <summary>From the reader's model, for a path that stands elsewhere.</summary>
    private static JsonArray? Read(IList<OpenApiSecurityRequirement>? requirements) =>
        requirements is not { Count: > 0 }
            ? null
            : new JsonArray([
                .. requirements.Select(static r => new JsonObject(
                    r.Select(static s => new KeyValuePair<string, JsonNode?>(
                        s.Key.Reference.Id ?? "",
                        new JsonArray([.. (s.Value ?? []).Select(static t => (JsonNode?)JsonValue.Create(t))])
                    ))
                )),
            ]);
}
