using System.Linq;
using Microsoft.CodeAnalysis;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Diagnostics;

/// <summary>A diagnostic in the form the pipeline may cache: everything by value, resolved to a place in a text.</summary>
/// <param name="Id">The id of one of <see cref="DiagnosticDescriptors"/>.</param>
/// <param name="Severity">The severity before the user's configuration is applied.</param>
/// <param name="Arguments">What fills the message format of the descriptor.</param>
/// <param name="Location">Null when there is no place to point at, such as a bad build property.</param>
/// <param name="Related">Other places the message speaks of, such as the first of two equal names.</param>
internal sealed record DiagnosticInfo(
    string Id,
    DiagnosticSeverity Severity,
    EquatableArray<string> Arguments,
    LocationInfo? Location,
    EquatableArray<LocationInfo> Related = default
)
{
    public bool IsError => Severity == DiagnosticSeverity.Error;

    public static DiagnosticInfo Create(DiagnosticDescriptor descriptor, LocationInfo? location, params string[] arguments) =>
        new(descriptor.Id, descriptor.DefaultSeverity, new EquatableArray<string>(arguments), location);

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(
            DiagnosticDescriptors.Get(Id),
            Location?.ToLocation() ?? Microsoft.CodeAnalysis.Location.None,
            Severity,
            Related.IsEmpty ? null : Related.Select(static place => place.ToLocation()),
            properties: null,
            messageArgs: [.. Arguments]
        );
}
