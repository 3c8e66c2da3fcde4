using System.Collections.Generic;
using System.Text.Json.Nodes;
using OpenApiGen.Generator.Text;

namespace OpenApiGen.Generator.OpenApi;

/// <summary>One file of a description: the document itself or a part that it refers to.</summary>
internal sealed class SpecFile(string path, SpecText text)
{
    private Dictionary<string, JsonNode>? _anchors;

    /// <summary>With forward slashes, <c>.</c> and <c>..</c> taken out.</summary>
    public string Path => path;

    public SpecText Text => text;

    public JsonNode? Root => text.Root;

    /// <summary>
    /// The schema with an <c>$anchor</c>, a <c>$dynamicAnchor</c> or an <c>$id</c> of this text (JSON Schema 2020-12, 8.2).
    /// </summary>
    public JsonNode? Anchored(string name)
    {
        if (_anchors is null)
        {
            _anchors = new Dictionary<string, JsonNode>(System.StringComparer.Ordinal);
            if (Root is not null)
                Collect(Root);
        }

        return _anchors.TryGetValue(name, out JsonNode? node) ? node : null;
    }

    private void Collect(JsonNode node)
    {
        if (node is JsonArray items)
        {
            foreach (JsonNode? item in items)
            {
                if (item is not null)
                    Collect(item);
            }
        }

        if (node is not JsonObject members)
            return;
        foreach (KeyValuePair<string, JsonNode?> member in members)
        {
            if (
                member.Key is "$anchor" or "$dynamicAnchor" or "$id"
                && member.Value is JsonValue value
                && value.TryGetValue(out string? name)
                && !_anchors!.ContainsKey(name)
            )
                _anchors.Add(name, node);
            if (member.Value is not null)
                Collect(member.Value);
        }
    }

    /// <summary>A path of a <c>$ref</c> as seen from a file, spelled the way <see cref="Path"/> is.</summary>
    public static string Resolve(string from, string reference)
    {
        string target = System.Uri.UnescapeDataString(reference).Replace('\\', '/');
        bool isRooted = target.StartsWith("/", System.StringComparison.Ordinal) || (target.Length > 1 && target[1] == ':');
        string folder = from.Substring(0, from.LastIndexOf('/') + 1);
        return Normalize(isRooted ? target : folder + target);
    }

    public static string Normalize(string path)
    {
        List<string> parts = [];
        foreach (string part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".")
                continue;
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is not ("" or ".."))
                parts.RemoveAt(parts.Count - 1);
            else
                parts.Add(part);
        }

        return string.Join("/", parts);
    }
}
