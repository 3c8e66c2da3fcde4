using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Text;

namespace OpenApiGen.Generator.Diagnostics;

/// <summary>
/// A diagnostic as the reading and lowering code makes it: at a JSON pointer. The pointer is looked up in the text only
/// when the build step ends, for all of them in one pass, so a document with nothing to say pays nothing.
/// </summary>
internal sealed record SpecDiagnostic(
    DiagnosticDescriptor Descriptor,
    SpecPlace Place,
    EquatableArray<string> Arguments,
    EquatableArray<SpecPlace> Related = default
)
{
    public static SpecDiagnostic AtKey(DiagnosticDescriptor descriptor, string pointer, params string[] arguments) =>
        new(descriptor, new SpecPlace(pointer, SpecPart.Key), new EquatableArray<string>(arguments));

    public static SpecDiagnostic AtValue(DiagnosticDescriptor descriptor, string pointer, params string[] arguments) =>
        new(descriptor, new SpecPlace(pointer, SpecPart.Value), new EquatableArray<string>(arguments));

    /// <summary>The same with other places: they become additional locations, and their lines are told in the message.</summary>
    public SpecDiagnostic RelatedTo(params string[] pointers) =>
        this with
        {
            Related = pointers.Select(static p => new SpecPlace(p, SpecPart.Key)).ToEquatableArray(),
        };

    /// <summary>Turns pointers of one document into places in its text, in one pass over that text.</summary>
    public static IEnumerable<DiagnosticInfo> Resolve(IReadOnlyList<SpecDiagnostic> diagnostics, SpecLocator locator)
    {
        List<SpecPlace> places = [];
        foreach (SpecDiagnostic diagnostic in diagnostics)
        {
            places.Add(diagnostic.Place);
            places.AddRange(diagnostic.Related);
        }

        IReadOnlyList<LocationInfo> found = locator.Locate(places);
        int next = 0;
        foreach (SpecDiagnostic diagnostic in diagnostics)
        {
            LocationInfo location = found[next++];
            LocationInfo[] related = new LocationInfo[diagnostic.Related.Length];
            for (int i = 0; i < related.Length; i++)
                related[i] = found[next++];
            yield return new DiagnosticInfo(
                diagnostic.Descriptor.Id,
                diagnostic.Descriptor.DefaultSeverity,
                new EquatableArray<string>([.. diagnostic.Arguments, Lines(related)]),
                location,
                new EquatableArray<LocationInfo>(related)
            );
        }
    }

    /// <summary>The last argument of every message: " (lines 12, 40)", or nothing. Formats that do not want it do not name it.</summary>
    private static string Lines(LocationInfo[] related) =>
        related.Length switch
        {
            0 => "",
            1 => " (line " + Line(related[0]) + ")",
            _ => " (lines " + string.Join(", ", related.Select(Line)) + ")",
        };

    private static string Line(LocationInfo place) => (place.StartLine + 1).ToString(CultureInfo.InvariantCulture);
}
