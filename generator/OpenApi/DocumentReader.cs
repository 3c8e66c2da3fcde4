using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using OpenApiGen.Generator.Diagnostics;

namespace OpenApiGen.Generator.OpenApi;

/// <summary>Nodes to the document model of Microsoft.OpenApi. Its rule set stays empty: what matters here is checked here.</summary>
internal static class DocumentReader
{
    /// <summary>Nothing is loaded from there; it only stands for the place of the document.</summary>
    private static readonly Uri s_location = new("file:///openapi.json");

    /// <summary>
    /// Members of 2.0 that its reader does not know in every place that has them (2.0, Operation, Parameter, Items and Header Objects).
    /// </summary>
    private static readonly HashSet<string> s_swagger =
    [
        "schemes",
        "collectionFormat",
        "minItems",
        "maxItems",
        "uniqueItems",
        "multipleOf",
        "maximum",
        "exclusiveMaximum",
        "minimum",
        "exclusiveMinimum",
        "maxLength",
        "minLength",
        "pattern",
        "enum",
        "default",
        "format",
    ];

    private static readonly Regex s_unknown = new(
        "^(?<name>.*) is not a valid property at (?<place>#.*)$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline
    );

    private static readonly string[] s_versions = ["2.0", "3.0", "3.1", "3.2"];

    /// <summary>Reads the document, or says in <paramref name="diagnostics"/> why it is none.</summary>
    public static OpenApiDocument? Read(JsonNode root, List<SpecDiagnostic> diagnostics)
    {
        if (Problem(root) is { } problem)
        {
            diagnostics.Add(SpecDiagnostic.AtKey(DiagnosticDescriptors.NotOpenApi, "", problem));
            return null;
        }

        Version((JsonObject)root, diagnostics);
        ComponentChains.Settle((JsonObject)root, diagnostics);
        AuthorIntent.Apply((JsonObject)root, diagnostics);
        ReadResult result = Parse(root, diagnostics);
        foreach (OpenApiError error in result.Diagnostic?.Errors ?? [])
        {
            if (!IsConstant(error) && Place(error, (JsonObject)root) is { } place)
                diagnostics.Add(SpecDiagnostic.AtKey(DiagnosticDescriptors.SpecificationError, place, error.Message));
        }

        if (result.Document is { } document)
            AdditionalOperations.Add((JsonObject)root, document);
        else
            diagnostics.Add(SpecDiagnostic.AtKey(DiagnosticDescriptors.NotOpenApi, "", "the reader found no document"));
        return result.Document;
    }

    private static ReadResult Parse(JsonNode root, List<SpecDiagnostic> diagnostics)
    {
        try
        {
            return Once(root);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The reader trips over schemas that are true or false, and over a few things that are no OpenAPI at all.
            new DocumentRepair(diagnostics).Apply(root);
        }

        try
        {
            return Once(root);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            new DocumentSalvage((JsonObject)root, static part => Once(part), diagnostics).Apply();
            return Once(root);
        }
    }

    private static ReadResult Once(JsonNode root) =>
        new OpenApiJsonReader().Read(
            root,
            s_location,
            new OpenApiReaderSettings { RuleSet = new ValidationRuleSet(), LoadExternalRefs = false }
        );

    /// <summary>The reader takes only scalars for a constant, which may be any JSON (JSON Schema 2020-12, validation, 6.1.3).</summary>
    private static bool IsConstant(OpenApiError error) => error.Pointer?.EndsWith("/const", StringComparison.Ordinal) == true;

    /// <summary>The place that an error tells, if only in its text; null for an error that is none.</summary>
    private static string? Place(OpenApiError error, JsonObject root)
    {
        Match unknown = s_unknown.Match(error.Message);
        if (!unknown.Success)
            return error.Pointer ?? "";
        string name = unknown.Groups["name"].Value;
        // Superseded by nodeType in 3.2, and still allowed (OAS 3.2, XML Object).
        if (name is "attribute" or "wrapped" && unknown.Groups["place"].Value.EndsWith("/xml", StringComparison.Ordinal))
            return null;
        return root["swagger"] is not null && s_swagger.Contains(name)
            ? null
            : unknown.Groups["place"].Value.TrimStart('#').TrimEnd('/') + "/" + name.Replace("~", "~0").Replace("/", "~1");
    }

    /// <summary>Whether it says of itself that it is a description of a version that can be read.</summary>
    public static bool IsDescription(JsonNode root) => Problem(root) is null;

    private static string? Problem(JsonNode root)
    {
        if (root is not JsonObject members)
            return "the document is not an object";
        string? version = Text(members["openapi"]) ?? Text(members["swagger"]);
        if (version is null)
            return "neither 'openapi' nor 'swagger' is there";
        return
            version.StartsWith("2.", StringComparison.Ordinal)
            || version.StartsWith("3.", StringComparison.Ordinal)
            || version is "2" or "3"
            ? null
            : $"version {version} is not supported (2.0, 3.0, 3.1 and 3.2 are)";
    }

    /// <summary>
    /// The reader takes no version but those it knows: a shorter one is the first of its kind, a later one is read by the rules of the
    /// last.
    /// </summary>
    private static void Version(JsonObject root, List<SpecDiagnostic> diagnostics)
    {
        bool isSwagger = Text(root["openapi"]) is null;
        string key = isSwagger ? "swagger" : "openapi";
        string version = Text(root[key])!;
        if (s_versions.Any(known => version.StartsWith(known, StringComparison.Ordinal) && (known == "2.0") == isSwagger))
            return;
        string read =
            isSwagger || version[0] == '2' ? "2.0"
            : version is "3" or "3." ? "3.0.0"
            : "3.2.0";
        diagnostics.Add(
            SpecDiagnostic.AtValue(DiagnosticDescriptors.SpecificationError, "/" + key, $"'{key}' is never {version}; it is read as {read}")
        );
        root.Remove(key);
        root[read == "2.0" ? "swagger" : "openapi"] = read;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value ? value.ToString() : null;
}
