namespace OpenApiGen.Generator.Model;

/// <summary>What every file of one API shares.</summary>
/// <param name="Namespace">The namespace of the emitted code.</param>
/// <param name="Taken">Type names of the document that hide a name of the framework or the runtime: those are written out in full.</param>
/// <param name="Capabilities">What the consuming project has.</param>
/// <param name="Access">The access modifier of types, as it is written.</param>
/// <param name="HasDocs">Whether documentation comments are written.</param>
/// <param name="Reading">The value of <c>ApiReading</c> that what is received is read with.</param>
internal sealed record EmitContext(
    string Namespace,
    EquatableArray<string> Taken,
    Capabilities Capabilities,
    string Access,
    bool HasDocs,
    string Reading = "Tolerant"
);

/// <summary>What of the framework the consuming project can see.</summary>
/// <param name="CSharp11">The language version is 11 or later.</param>
/// <param name="HasDateOnly">System.DateOnly exists.</param>
/// <param name="HasObsoleteDiagnosticId">ObsoleteAttribute.DiagnosticId exists.</param>
/// <param name="HasUnions">The language has unions (C# 15). Before that the attribute would only make patterns over the type an
/// error.</param>
/// <param name="Polyfills">The compiler-known attributes that are missing, by name.</param>
/// <param name="LanguageVersion">For the message when it is too low.</param>
/// <param name="HasClientFactory">Microsoft.Extensions.Http is referenced.</param>
/// <param name="HasServer">ASP.NET Core is referenced, and with it the runtime of server stubs.</param>
internal sealed record Capabilities(
    bool CSharp11,
    bool HasDateOnly,
    bool HasObsoleteDiagnosticId,
    bool HasUnions,
    EquatableArray<string> Polyfills,
    string LanguageVersion,
    bool HasClientFactory,
    bool HasImmutableArray,
    bool HasServer
);

/// <summary>One output: a type of the document with the inline types that belong to it.</summary>
/// <param name="HintName">The name of the generated file.</param>
/// <param name="Context">What every file of the API shares.</param>
/// <param name="Types">The types in it.</param>
internal sealed record TypeFileModel(string HintName, EmitContext Context, EquatableArray<TypeModel> Types);

/// <summary>One API in C# terms: everything that is emitted for one document.</summary>
/// <param name="Files">The types, one output each.</param>
/// <param name="Json">The resolver for System.Text.Json.</param>
/// <param name="Client">Null where the document has no operations.</param>
/// <param name="Groups">The operations, one output for each group.</param>
internal sealed record ApiModel(
    EquatableArray<TypeFileModel> Files,
    JsonContextModel? Json,
    ClientModel? Client,
    EquatableArray<GroupModel> Groups
)
{
    /// <summary>What the baseline had besides; null without one, or where nothing is missing.</summary>
    public RemovedModel? Removed { get; init; }

    /// <summary>What maps the handlers; null where no server stubs are asked for.</summary>
    public ServerApiModel? Server { get; init; }

    /// <summary>The handlers, one output for each group.</summary>
    public EquatableArray<HandlerModel> Handlers { get; init; }

    /// <summary>What the types of parameters and forms can be as text; null where none needs it.</summary>
    public WireShapesModel? Shapes { get; init; }

    public static ApiModel Empty { get; } = new(default, null, null, default);
}

/// <summary>The emitted <c>IJsonTypeInfoResolver</c>.</summary>
/// <param name="Name">Its class name.</param>
/// <param name="Types">All types with a converter.</param>
internal sealed record JsonContextModel(string HintName, EmitContext Context, string Name, EquatableArray<JsonTypeModel> Types);

/// <summary>A type with a converter.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Converter">The class of its converter, where that is not nested in it.</param>
internal sealed record JsonTypeModel(string Name, string? Converter);
