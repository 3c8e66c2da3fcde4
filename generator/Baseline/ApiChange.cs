using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.OpenApi;
using OpenApiGen.Generator.Text;

namespace OpenApiGen.Generator.Baseline;

/// <summary>A change between two descriptions, at pointers of both.</summary>
/// <param name="New">Where it shows in the present description; null where nothing is left of it.</param>
/// <param name="Old">Where it shows in the earlier one; null for what was added.</param>
internal sealed record ApiChange(DiagnosticDescriptor Descriptor, SpecPointer? New, SpecPointer? Old, string[] Arguments)
{
    public DiagnosticSeverity Severity { get; init; } = Descriptor.DefaultSeverity;

    /// <summary>
    /// Diagnostics with the line of the present description, and that of the baseline beside it and in the message; where nothing is left
    /// of
    /// what was removed, in the baseline alone.
    /// </summary>
    public static IEnumerable<DiagnosticInfo> Locate(IReadOnlyList<ApiChange> changes, SourceMap present, SourceMap baseline)
    {
        Queue<LocationInfo> now = new(present.Locate([.. changes.Where(static c => c.New is not null).Select(static c => Place(c.New!))]));
        Queue<LocationInfo> before = new(
            baseline.Locate([.. changes.Where(static c => c.Old is not null).Select(static c => Place(c.Old!))])
        );
        foreach (ApiChange change in changes)
        {
            LocationInfo? at = change.New is null ? null : now.Dequeue();
            LocationInfo? old = change.Old is null ? null : before.Dequeue();
            string line =
                at is null || old is null
                    ? ""
                    : $" (line {(old.StartLine + 1).ToString(CultureInfo.InvariantCulture)} of {FileName(old.Path)})";
            yield return new DiagnosticInfo(
                change.Descriptor.Id,
                change.Severity,
                new EquatableArray<string>([.. change.Arguments, line]),
                at ?? old,
                at is null || old is null ? default : new EquatableArray<LocationInfo>([old])
            );
        }
    }

    private static SpecPlace Place(SpecPointer pointer) => new(pointer.ToString(), SpecPart.Key);

    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
