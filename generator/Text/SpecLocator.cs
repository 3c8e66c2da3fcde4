using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Generator.Diagnostics;

namespace OpenApiGen.Generator.Text;

/// <summary>
/// Finds JSON pointers in the text of a document. Nothing is recorded while a document is read; the text is gone
/// through again, once for all pointers of a call, only when there is something to report.
/// </summary>
internal sealed class SpecLocator(string path, SourceText text, bool isYaml)
{
    public LocationInfo Locate(string pointer, SpecPart part = SpecPart.Key) => Locate([new SpecPlace(pointer, part)])[0];

    /// <summary>One location per place, in the same order; a place that is not there gives its nearest ancestor that is.</summary>
    public IReadOnlyList<LocationInfo> Locate(IReadOnlyList<SpecPlace> places)
    {
        if (places.Count == 0)
            return [];

        PointerTree tree = new();
        PointerTree.Node[] nodes = new PointerTree.Node[places.Count];
        for (int i = 0; i < nodes.Length; i++)
            nodes[i] = tree.Add(places[i].Pointer);

        if (isYaml)
            YamlPointerScan.Fill(tree, text);
        else
            JsonPointerScan.Fill(tree, text);

        LocationInfo[] found = new LocationInfo[nodes.Length];
        for (int i = 0; i < found.Length; i++)
        {
            found[i] = LocationInfo.Create(path, text, nodes[i].Find(places[i].Part, text));
        }

        return found;
    }
}
