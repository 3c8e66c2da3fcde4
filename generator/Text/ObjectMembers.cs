using System;
using System.Text.Json.Nodes;

namespace OpenApiGen.Generator.Text;

/// <summary>Adds members to objects while a text is read.</summary>
internal static class ObjectMembers
{
    /// <summary>Adds a member, unless there is one of that name.</summary>
    /// <param name="map">The object.</param>
    /// <param name="key">The name.</param>
    /// <param name="node">The value.</param>
    /// <param name="hasDuplicates">
    /// Whether the text had a duplicate already. Adding looks for the name anyway, so asking first would do it twice for every member of
    /// every
    /// document; after the first duplicate it is asked, so that many of them do not cost an exception each.
    /// </param>
    /// <returns>Whether it was added.</returns>
    public static bool TryAdd(JsonObject map, string key, JsonNode? node, bool hasDuplicates)
    {
        if (hasDuplicates)
        {
            if (map.ContainsKey(key))
                return false;
            map.Add(key, node);
            return true;
        }

        try
        {
            map.Add(key, node);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
