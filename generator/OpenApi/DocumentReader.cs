using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using OpenApiGen.Generator.Diagnostics;

namespace OpenApiGen.Generator.OpenApi;

/// <summary>Nodes to the document model of Microsoft.OpenApi. Its rule set stays empty: what matters here is checked here.</summary>
internal static class DocumentReader
{
    /// <summary>Nothing is loaded from there; it only stands for the place of the document.</summary>
    private static readonly Uri s_location = new("file:///openapi.json");

    /// <summary>Reads the document, or says in <paramref name="diagnostics"/> why it is none.</summary>
    public static OpenApiDocument? Read(JsonNode root, List<SpecDiagnostic> diagnostics)
    {
        if (Problem(root) is { } problem)
        {
            diagnostics.Add(SpecDiagnostic.AtKey(DiagnosticDescriptors.NotOpenApi, "", problem));
            return null;
        }

        ReadResult result = Parse(root, diagnostics);
        if (result.Diagnostic is { } found)
        {
            foreach (OpenApiError error in found.Errors.Where(static e => !IsConstant(e))) diagnostics.Add(SpecDiagnostic.AtKey(DiagnosticDescriptors.SpecificationError, error.Pointer ?? "", error.Message));
        }

        if (result.Document is null) diagnostics.Add(SpecDiagnostic.AtKey(DiagnosticDescriptors.NotOpenApi, "", "the reader found no document"));
        return result.Document;
    }

    private static ReadResult Parse(JsonNode root, List<SpecDiagnostic> diagnostics)
    {
        try
        {
            return Once(root);
        }
        catch (Exception failure) when (failure is NullReferenceException or InvalidCastException or IndexOutOfRangeException or ArgumentException or InvalidOperationException or FormatException)
        {
            // The reader trips over schemas that are true or false, and over a few things that are no OpenAPI at all.
            new DocumentRepair(diagnostics).Apply(root);
            return Once(root);
        }
    }

    private static ReadResult Once(JsonNode root) =>
        new OpenApiJsonReader().Read(root, s_location, new OpenApiReaderSettings { RuleSet = new ValidationRuleSet(), LoadExternalRefs = false });

    /// <summary>The reader takes only scalars for a constant, which may be any JSON (JSON Schema 2020-12, validation, 6.1.3).</summary>
    private static bool IsConstant(OpenApiError error) => error.Pointer?.EndsWith("/const", StringComparison.Ordinal) == true;

    private static string? Problem(JsonNode root)
    {
        if (root is not JsonObject members) return "the document is not an object";
        string? version = Text(members["openapi"]) ?? Text(members["swagger"]);
        if (version is null) return "neither 'openapi' nor 'swagger' is there";
        return version.StartsWith("2.", StringComparison.Ordinal) || version.StartsWith("3.", StringComparison.Ordinal) || version is "2" or "3"
            ? null
            : $"version {version} is not supported (2.0, 3.0, 3.1 and 3.2 are)";
    }

    private static string? Text(JsonNode? node) => node is JsonValue value ? value.ToString() : null;
}
