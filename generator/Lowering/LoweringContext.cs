using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Baseline;
using OpenApiGen.Generator.Configuration;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering;

/// <summary>What one lowering run works on and what it has found so far.</summary>
internal sealed class LoweringContext(
    OpenApiDocument document,
    JsonNode root,
    SpecOptions options,
    Capabilities capabilities,
    CancellationToken cancellationToken
)
{
    private readonly Queue<(SpecPointer? Part, Action Work)> _pending = new();
    private PrimitiveTable? _primitives;
    private CollectionType? _collections;
    private bool? _hasServer;

    public OpenApiDocument Document => document;

    /// <summary>Where the components' schemas stand: Swagger 2.0 has another place for them.</summary>
    public SpecPointer SchemasPlace { get; } =
        root["swagger"] is null ? SpecPointer.Root["components"]["schemas"] : SpecPointer.Root["definitions"];

    /// <summary>The version of the specification that the document keeps to.</summary>
    public OpenApiSpecVersion Version { get; } = VersionOf(root);

    public SpecOptions Options => options;

    /// <summary>The names of an earlier version; null where there is none to keep to.</summary>
    public NameClaims? Claims { get; init; }

    /// <summary>What is left out where it fails.</summary>
    public Parts Parts { get; init; } = new();

    public Capabilities Capabilities => capabilities;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>What types and formats are in C#.</summary>
    public PrimitiveTable Primitives => _primitives ??= new PrimitiveTable(this);

    /// <summary>What arrays are in C#.</summary>
    public CollectionType Collections => _collections ??= FindCollections();

    /// <summary>The types to emit, in the order in which they were found.</summary>
    public List<TypeDeclaration> Declarations { get; } = [];

    /// <summary>What may be made of the document.</summary>
    public GenerationBudget Budget { get; } = new(options);

    /// <summary>Takes up a type to emit.</summary>
    public void Add(TypeDeclaration declaration)
    {
        Budget.Type(declaration);
        declaration.Part = Parts.Current;
        Declarations.Add(declaration);
    }

    public List<SpecDiagnostic> Diagnostics { get; } = [];

    /// <summary>The schemas of form fields that are files.</summary>
    public HashSet<IOpenApiSchema> Files { get; } =
        Operations.FormFiles.Of(document, takesUntyped: VersionOf(root) >= OpenApiSpecVersion.OpenApi3_1);

    /// <summary>Puts work off until the present schema is done, so that recursive schemas need no recursion here.</summary>
    public void Later(Action work) => _pending.Enqueue((Parts.Current, work));

    public void RunPending()
    {
        while (_pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (SpecPointer? part, Action work) = _pending.Dequeue();
            SpecPointer? before = Parts.Enter(part);
            try
            {
                work();
            }
            catch (Exception failure) when (Parts.HasFailed(failure))
            {
                // Left out of the next run.
            }
            finally
            {
                Parts.Leave(before);
            }
        }
    }

    public void Report(DiagnosticDescriptor descriptor, SpecPointer place, params string[] arguments) =>
        Diagnostics.Add(SpecDiagnostic.AtKey(descriptor, place.ToString(), arguments));

    public void ReportValue(DiagnosticDescriptor descriptor, SpecPointer place, params string[] arguments) =>
        Diagnostics.Add(SpecDiagnostic.AtValue(descriptor, place.ToString(), arguments));

    /// <summary>A value of a mapping that the schema it leads to does not allow.</summary>
    /// <param name="place">The entry of the mapping.</param>
    /// <param name="member">The discriminator.</param>
    /// <param name="value">The value.</param>
    /// <param name="target">The schema that it leads to.</param>
    /// <param name="says">The member there.</param>
    public void NeverMatches(SpecPointer place, string member, string value, string target, SpecPointer says) =>
        Diagnostics.Add(
            SpecDiagnostic
                .AtKey(DiagnosticDescriptors.DiscriminatorNeverMatches, place.ToString(), member, value, target)
                .RelatedTo(says.ToString())
        );

    public void Unsupported(SpecPointer place, string keyword, string became) =>
        Report(DiagnosticDescriptors.UnsupportedConstruct, place[keyword], keyword, became);

    /// <summary>Whether server stubs are generated.</summary>
    public bool HasServer => _hasServer ??= FindServer();

    private static OpenApiSpecVersion VersionOf(JsonNode root) =>
        root["swagger"] is not null ? OpenApiSpecVersion.OpenApi2_0
        : root["openapi"]?.ToString() is not { } version || version.StartsWith("3.1", StringComparison.Ordinal)
            ? OpenApiSpecVersion.OpenApi3_1
        : version.StartsWith("3.0", StringComparison.Ordinal) ? OpenApiSpecVersion.OpenApi3_0
        : OpenApiSpecVersion.OpenApi3_2;

    private bool FindServer()
    {
        bool isAsked = (options.Generate & GeneratedCode.Server) != 0;
        if (!isAsked || capabilities.HasServer)
            return isAsked;
        Diagnostics.Add(
            SpecDiagnostic.AtKey(
                DiagnosticDescriptors.InvalidOption,
                "",
                "Generate",
                "Server",
                "the project has no ASP.NET Core (Microsoft.NET.Sdk.Web, or a FrameworkReference to Microsoft.AspNetCore.App); no server stubs are generated"
            )
        );
        return false;
    }

    private CollectionType FindCollections()
    {
        if (options.Collections != CollectionType.ImmutableArray || capabilities.HasImmutableArray)
            return options.Collections;
        Diagnostics.Add(
            SpecDiagnostic.AtKey(
                DiagnosticDescriptors.InvalidOption,
                "",
                "Collections",
                "ImmutableArray",
                "the project has no System.Collections.Immutable.ImmutableArray; IReadOnlyList is used"
            )
        );
        return CollectionType.IReadOnlyList;
    }

    /// <summary>
    /// The place that a reference leads to. The reader's model has those of Swagger 2.0 in the form of the later versions.
    /// </summary>
    public SpecPointer PlaceOf(string reference) =>
        SpecPointer.Parse(
            Version != OpenApiSpecVersion.OpenApi2_0
                ? reference
                : reference
                    .Replace("#/components/schemas/", "#/definitions/")
                    .Replace("#/components/requestBodies/", "#/parameters/")
                    .Replace("#/components/", "#/")
        );

    /// <summary>The node of the document at a place, for what the reader's model does not keep apart.</summary>
    public JsonNode? Raw(SpecPointer place) => place.Find(root);
}
