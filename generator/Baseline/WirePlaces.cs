using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Baseline;

/// <summary>
/// Places of a description by what stands there on the wire, where a pointer has the number of an item: a parameter by its name and where
/// it
/// travels, a schema in a list by its title, what it refers to, a value that only it has, or its type. An item that comes or goes before it
/// changes nothing.
/// </summary>
internal sealed class WirePlaces(JsonNode root)
{
    private readonly Dictionary<JsonArray, string[]> _items = [];

    public string Of(SpecPointer place)
    {
        StringBuilder text = new();
        JsonNode? node = root;
        string[] segments = place.ToString().Split('/');
        for (int i = 1; i < segments.Length; i++)
        {
            text.Append('/');
            if (
                node is JsonArray list
                && int.TryParse(segments[i], NumberStyles.None, CultureInfo.InvariantCulture, out int index)
                && index < list.Count
            )
            {
                text.Append(Items(list)[index]);
                node = list[index];
                continue;
            }

            text.Append(segments[i]);
            string key = segments[i].Replace("~1", "/").Replace("~0", "~");
            node = node is JsonObject members && members.TryGetPropertyValue(key, out JsonNode? next) ? next : null;
        }

        return text.ToString();
    }

    /// <summary>What tells the last item on the way to a place from its neighbours.</summary>
    public string Item(SpecPointer place)
    {
        string text = Of(place);
        return text.Substring(text.LastIndexOf('/') + 1);
    }

    private string[] Items(JsonArray list)
    {
        if (_items.TryGetValue(list, out string[]? known))
            return known;
        Dictionary<string, int> counts = [];
        string[] items = new string[list.Count];
        for (int i = 0; i < items.Length; i++)
        {
            string identity = Identity(list[i]);
            counts[identity] = counts.TryGetValue(identity, out int count) ? count + 1 : 1;
            items[i] = identity + "#" + counts[identity].ToString(CultureInfo.InvariantCulture);
        }

        return _items[list] = items;
    }

    private static string Identity(JsonNode? item)
    {
        if (item is not JsonObject members)
            return "value";
        if (Text(members, "$ref") is { } reference)
            return "$ref:" + Escape(reference);
        if (Text(members, "name") is { } name && Text(members, "in") is { } place)
            return place + ":" + Escape(name);
        if (Text(members, "title") is { } title)
            return "title:" + Escape(title);
        return Constant(members)
            ?? "type:" + (members.TryGetPropertyValue("type", out JsonNode? type) ? Escape(type?.ToJsonString() ?? "") : "");
    }

    /// <summary>The first member, by name, that has one value.</summary>
    private static string? Constant(JsonObject schema)
    {
        if (!schema.TryGetPropertyValue("properties", out JsonNode? node) || node is not JsonObject members)
            return null;
        foreach (KeyValuePair<string, JsonNode?> member in members.OrderBy(static m => m.Key, StringComparer.Ordinal))
        {
            if (member.Value is not JsonObject value)
                continue;
            JsonNode? only =
                value.TryGetPropertyValue("const", out JsonNode? constant) ? constant
                : value.TryGetPropertyValue("enum", out JsonNode? list) && list is JsonArray { Count: 1 } one ? one[0]
                : null;
            if (only is not null)
                return Escape(member.Key) + "=" + Escape(only.ToJsonString());
        }

        return null;
    }

    private static string? Text(JsonObject members, string name) =>
        members.TryGetPropertyValue(name, out JsonNode? node) && node is JsonValue value && value.TryGetValue(out string? text)
            ? text
            : null;

    private static string Escape(string text) => text.Replace("~", "~0").Replace("/", "~1");
}
