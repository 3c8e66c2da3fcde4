using Microsoft.CodeAnalysis;

namespace OpenApiGen.Analyzers;

/// <summary>What may be said of a call of generated code.</summary>
internal static class CallRules
{
    public static readonly DiagnosticDescriptor PositionalArgument = new(
        "OAG9201",
        "An optional argument is passed by position",
        "Pass {0} of '{1}' by name ('{2}: …'): an update of the API description may put another parameter at this position",
        "OpenApiGen",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor PositionalFunction = new(
        "OAG9202",
        "A function of Match is passed by position",
        "Pass {0} of '{1}.Match' by name ('{2}: …'): an update of the API description may put another case at this position",
        "OpenApiGen",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );

    public static readonly DiagnosticDescriptor DeprecatedArgument = new(
        "OAG9004",
        "An argument is passed for a deprecated parameter",
        "Parameter '{0}' of '{1}' is deprecated: {2}",
        "OpenApiGen",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true
    );
}
