using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using OpenApiGen.Generator.Diagnostics;

namespace OpenApiGen.Generator.OpenApi;

/// <summary>Schemas of a document that its reader passes over: those of a tuple's items.</summary>
internal static class SchemaFragment
{
    /// <summary>Reads a list of schemas; null where one of them is none that the reader takes.</summary>
    public static IList<IOpenApiSchema>? Read(
        JsonArray schemas,
        SpecPointer place,
        OpenApiDocument document,
        OpenApiSpecVersion version,
        List<SpecDiagnostic> diagnostics
    )
    {
        // The reader takes a list of schemas only under a keyword that has one, and in every version that is allOf.
        JsonObject holder = new() { ["allOf"] = schemas.DeepClone() };
        List<SpecDiagnostic> found = [];
        new DocumentRepair(found).ApplyToSchema(holder, place);
        try
        {
            OpenApiSchema? read = new OpenApiJsonReader().ReadFragment<OpenApiSchema>(holder, version, document, out _);
            return read?.AllOf is { } list && list.Count == schemas.Count && list.All(static s => s is not null) ? list : null;
        }
        catch (Exception failure)
            when (failure
                    is NullReferenceException
                        or InvalidCastException
                        or IndexOutOfRangeException
                        or ArgumentException
                        or InvalidOperationException
                        or FormatException
            )
        {
            return null;
        }
        finally
        {
            diagnostics.AddRange(found);
        }
    }
}
