using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Text;

namespace OpenApiGen.Generator.OpenApi;

/// <summary>Where the parts of a bundled document really stand: a pointer of the bundle to a file and a pointer in it.</summary>
internal sealed class SourceMap(SpecFile main)
{
    private readonly List<(string Prefix, SpecFile File, string Pointer)> _moved = [];

    /// <summary>How many things are inside each other that were taken over in place.</summary>
    public int Nesting { get; set; }

    public void Add(string prefix, SpecFile file, string pointer) => _moved.Add((prefix, file, pointer));

    /// <summary>Diagnostics at pointers of the bundle, or of a file of their own, as diagnostics at places in texts.</summary>
    public IEnumerable<DiagnosticInfo> Locate(IReadOnlyList<SpecDiagnostic> diagnostics)
    {
        Dictionary<SpecFile, List<SpecDiagnostic>> byFile = [];
        List<SpecFile> order = [];
        foreach (SpecDiagnostic diagnostic in diagnostics)
        {
            (SpecFile file, SpecPlace place) = Original(diagnostic.Place);
            List<SpecPlace> related = [];
            foreach (SpecPlace other in diagnostic.Related)
            {
                (SpecFile otherFile, SpecPlace otherPlace) = Original(other);
                if (otherFile == file)
                    related.Add(otherPlace);
            }

            if (!byFile.TryGetValue(file, out List<SpecDiagnostic>? list))
            {
                byFile.Add(file, list = []);
                order.Add(file);
            }

            list.Add(diagnostic with { Place = place, Related = related.ToEquatableArray() });
        }

        foreach (SpecFile file in order)
        {
            foreach (DiagnosticInfo diagnostic in SpecDiagnostic.Resolve(byFile[file], file.Text.Locator))
                yield return diagnostic;
        }
    }

    /// <summary>
    /// Pointers of the bundle as places in texts, in the same order; one that is not there gives its nearest ancestor that is.
    /// </summary>
    public LocationInfo[] Locate(IReadOnlyList<SpecPlace> places)
    {
        LocationInfo[] found = new LocationInfo[places.Count];
        foreach (
            IGrouping<SpecFile, (int Index, SpecPlace Place)> file in places
                .Select((place, index) => (Index: index, At: Original(place)))
                .GroupBy(static p => p.At.Item1, static p => (p.Index, p.At.Item2))
        )
        {
            IReadOnlyList<LocationInfo> located = file.Key.Text.Locator.Locate([.. file.Select(static p => p.Place)]);
            int next = 0;
            foreach ((int index, _) in file)
                found[index] = located[next++];
        }

        return found;
    }

    private (SpecFile, SpecPlace) Original(SpecPlace place)
    {
        string pointer = place.Pointer;
        for (int guard = 0; guard < 16; guard++)
        {
            (string Prefix, SpecFile File, string Pointer)? best = null;
            foreach ((string Prefix, SpecFile File, string Pointer) moved in _moved)
            {
                bool isInside =
                    pointer.StartsWith(moved.Prefix, System.StringComparison.Ordinal)
                    && (pointer.Length == moved.Prefix.Length || pointer[moved.Prefix.Length] == '/');
                if (isInside && (best is null || moved.Prefix.Length > best.Value.Prefix.Length))
                    best = moved;
            }

            if (best is not { } found)
                break;
            pointer = found.Pointer + pointer.Substring(found.Prefix.Length);
            if (found.File != main)
                return (found.File, new SpecPlace(pointer, place.Part));
        }

        return (main, place with { Pointer = pointer });
    }
}
