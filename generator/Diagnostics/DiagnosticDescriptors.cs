using System.Linq;
using Microsoft.CodeAnalysis;

namespace OpenApiGen.Generator.Diagnostics;

/// <summary>
/// Every diagnostic the generator reports but those about an update (<see cref="ChangeDescriptors"/>). To add one: a field here, a line in
/// AnalyzerReleases.Unshipped.md, a page in
/// docs/diagnostics and a spec in specs/negative. Ids OAG9001 to OAG9005 belong to the emitted [Obsolete] attributes.
/// </summary>
internal static class DiagnosticDescriptors
{
    private const string Category = "OpenApiGen";

    /// <summary>{0} what the parser says.</summary>
    public static readonly DiagnosticDescriptor UnreadableDocument = new(
        "OAG0001",
        "The document cannot be read",
        "The document cannot be read: {0}",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    /// <summary>{0} what was found instead.</summary>
    public static readonly DiagnosticDescriptor NotOpenApi = new(
        "OAG0002",
        "Not an OpenAPI document",
        "Not an OpenAPI document this generator can use: {0}",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    /// <summary>{0} the reference, {1} why it does not resolve, {2} what it is treated as.</summary>
    public static readonly DiagnosticDescriptor UnresolvedReference = new(
        "OAG0003",
        "Unresolved $ref",
        "The reference '{0}' does not resolve: {1}; it is treated as {2}",
        Category,
        DiagnosticSeverity.Warning,
        true
    );

    /// <summary>
    /// {0} the keyword or construct, {1} the rest of the sentence: why it is not used as it stands, and what is generated.
    /// </summary>
    public static readonly DiagnosticDescriptor UnsupportedConstruct = new(
        "OAG0004",
        "Unsupported construct",
        "'{0}' {1}",
        Category,
        DiagnosticSeverity.Info,
        true
    );

    /// <summary>{0} the value.</summary>
    public static readonly DiagnosticDescriptor DuplicateEnumValue = new(
        "OAG0005",
        "Duplicate enum value",
        "The enum value '{0}' occurs more than once; it is emitted once",
        Category,
        DiagnosticSeverity.Info,
        true
    );

    /// <summary>{0} and {1} the two sources, {2} the name both ask for, {3} and {4} the names chosen, {5} the related lines.</summary>
    public static readonly DiagnosticDescriptor NameCollision = new(
        "OAG0006",
        "Two names would be the same in C#",
        "'{0}' and '{1}' would both have the C# name '{2}'; they are named '{3}' and '{4}'{5}",
        Category,
        DiagnosticSeverity.Info,
        true
    );

    /// <summary>{0} the option, {1} its value, {2} what is allowed.</summary>
    public static readonly DiagnosticDescriptor InvalidOption = new(
        "OAG0007",
        "Invalid option",
        "The value '{1}' of '{0}' is not valid: {2}",
        Category,
        DiagnosticSeverity.Warning,
        true
    );

    /// <summary>{0} the union, {1} the branches, {2} how the branch is chosen, {3} the related lines.</summary>
    public static readonly DiagnosticDescriptor AmbiguousUnion = new(
        "OAG0008",
        "Ambiguous union",
        "Some JSON values match more than one of the branches {1} of '{0}': {2}{3}",
        Category,
        DiagnosticSeverity.Info,
        true
    );

    /// <summary>{0} what the reader says.</summary>
    public static readonly DiagnosticDescriptor SpecificationError = new(
        "OAG0009",
        "The document breaks the OpenAPI specification",
        "The document breaks the OpenAPI specification here: {0}",
        Category,
        DiagnosticSeverity.Warning,
        true
    );

    /// <summary>{0} the exception type, {1} its message.</summary>
    public static readonly DiagnosticDescriptor InternalFailure = new(
        "OAG0010",
        "The generator failed",
        "OpenApiGen failed on this document, because of a defect of its own, and generated nothing for it; please report it: {0}: {1}",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    /// <summary>{0} what is over the limit, {1} the limit.</summary>
    public static readonly DiagnosticDescriptor LimitExceeded = new(
        "OAG0011",
        "A limit is exceeded",
        "The document exceeds a limit that protects the build: {0} (limit: {1})",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    /// <summary>{0} the key, {1} the related lines.</summary>
    public static readonly DiagnosticDescriptor DuplicateKey = new(
        "OAG0012",
        "Duplicate key",
        "The key '{0}' occurs more than once in the same mapping{1}; the last one wins",
        Category,
        DiagnosticSeverity.Warning,
        true
    );

    /// <summary>{0} the language version of the project.</summary>
    public static readonly DiagnosticDescriptor LanguageVersion = new(
        "OAG0013",
        "C# 11 is needed",
        "The generated code needs C# 11 or later; this project compiles as C# {0}: set LangVersion to 11 or 'latest'",
        Category,
        DiagnosticSeverity.Error,
        true
    );

    /// <summary>{0} the discriminator, {1} the value, {2} the schema, {3} the related line.</summary>
    public static readonly DiagnosticDescriptor DiscriminatorNeverMatches = new(
        "OAG0014",
        "A discriminator value never occurs",
        "The discriminator '{0}' maps '{1}' to '{2}', whose schema does not allow that value{3}; the values that the schema allows are read as '{2}' as well",
        Category,
        DiagnosticSeverity.Warning,
        true
    );

    /// <summary>{0} the part, {1} the exception type, {2} its message.</summary>
    public static readonly DiagnosticDescriptor PartFailure = new(
        "OAG0015",
        "The generator failed on a part",
        "OpenApiGen failed on '{0}', because of a defect of its own, and left it out; everything else is generated; please report it: {1}: {2}",
        Category,
        DiagnosticSeverity.Warning,
        true
    );

    private static readonly DiagnosticDescriptor[] s_all =
    [
        UnreadableDocument,
        NotOpenApi,
        UnresolvedReference,
        UnsupportedConstruct,
        DuplicateEnumValue,
        NameCollision,
        InvalidOption,
        AmbiguousUnion,
        SpecificationError,
        InternalFailure,
        LimitExceeded,
        DuplicateKey,
        LanguageVersion,
        DiscriminatorNeverMatches,
        PartFailure,
        .. ChangeDescriptors.All,
    ];

    public static DiagnosticDescriptor Get(string id) => s_all.First(descriptor => descriptor.Id == id);
}
