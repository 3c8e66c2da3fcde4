using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json.Nodes;

namespace OpenApiGen.Generator.OpenApi;

/// <summary>What a reference leads to, and where that is.</summary>
/// <param name="File">Null when the file is not known.</param>
/// <param name="Pointer">The place in the file.</param>
internal readonly record struct ReferenceTarget(JsonNode? Node, SpecFile? File, string Pointer);

/// <summary>Follows references through files, anchors and what has been moved.</summary>
internal sealed class ReferenceFinder(SpecFile main, Func<string, SpecFile?> open)
{
    /// <summary>So many references are followed on the way down one pointer; a reference below itself would never end.</summary>
    private const int MostFollowed = 32;

    public ReferenceTarget Find(string reference, SpecFile from)
    {
        int hash = reference.IndexOf('#');
        string path = hash < 0 ? reference : reference.Substring(0, hash);
        string fragment = hash < 0 ? "" : reference.Substring(hash + 1);
        SpecFile? file = path.Length == 0 ? from : open(SpecFile.Resolve(from.Path, path));
        if (file is null)
        {
            // Not a file: the $id of a schema, here or in the document.
            file =
                from.Anchored(path) is not null ? from
                : main.Anchored(path) is not null ? main
                : null;
            if (file is null)
                return default;
            JsonNode start = file.Anchored(path)!;
            return new ReferenceTarget(fragment.Length == 0 ? start : null, file, PointerOf(start));
        }

        if (fragment.Length > 0 && fragment[0] != '/')
        {
            JsonNode? anchored = file.Anchored(fragment);
            return new ReferenceTarget(anchored, file, anchored is null ? "" : PointerOf(anchored));
        }

        string[] segments = References.Segments(fragment);
        string pointer = string.Concat(Array.ConvertAll(segments, static s => "/" + References.Encode(s)));
        return new ReferenceTarget(Step(file.Root, segments), file, pointer);
    }

    /// <summary>Goes down, following what has been moved.</summary>
    public JsonNode? Step(JsonNode? node, string[] segments)
    {
        int followed = 0;
        for (int i = 0; i < segments.Length && node is not null; i++)
        {
            if (
                i > 0
                && node is JsonObject members
                && !members.ContainsKey(segments[i])
                && References.Text(members["$ref"]) is { } on
                && on.StartsWith("#/", StringComparison.Ordinal)
            )
            {
                if (++followed > MostFollowed)
                    return null;
                segments = [.. References.Segments(on.Substring(1)), .. segments.AsSpan(i)];
                (node, i) = (main.Root, -1);
                continue;
            }

            node = node switch
            {
                JsonObject all => all[segments[i]],
                JsonArray items
                    when int.TryParse(segments[i], NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < items.Count =>
                    items[index],
                _ => null,
            };
        }

        return node;
    }

    /// <summary>
    /// The kind of object that a place of a description has by the specification: <see cref="ObjectKind.Other"/> where the specification
    /// says
    /// nothing, null where it has a map or a list of objects.
    /// </summary>
    public ObjectKind? KindAt(SpecFile file, string pointer)
    {
        string[] segments = References.Segments(pointer);
        if (
            file.Root is not JsonObject root
            || (
                file != main
                && !root.ContainsKey("openapi")
                && !root.ContainsKey("swagger")
                && !(segments.Length > 0 && segments[0] == "components")
            )
        )
            return ObjectKind.Other;
        ObjectKind kind = ObjectKind.Document;
        JsonNode? node = root;
        for (int i = 0; i < segments.Length; i++)
        {
            if (!BundleKinds.TryGetChild(kind, segments[i], out ObjectKind child, out ChildForm form))
                return ObjectKind.Other;
            node = (node as JsonObject)?[segments[i]];
            bool isOne = form == ChildForm.One || (form == ChildForm.OneOrList && node is not JsonArray);
            if (!isOne)
            {
                if (++i == segments.Length)
                    return null;
                node = Step(node, [segments[i]]);
            }

            kind = child;
        }

        return kind;
    }

    private static string PointerOf(JsonNode node)
    {
        List<string> segments = [];
        for (JsonNode? at = node; at?.Parent is not null; at = at.Parent)
        {
            segments.Add(
                at.Parent is JsonObject
                    ? References.Encode(at.GetPropertyName())
                    : at.GetElementIndex().ToString(CultureInfo.InvariantCulture)
            );
        }

        segments.Reverse();
        return string.Concat(segments.ConvertAll(static s => "/" + s));
    }
}
