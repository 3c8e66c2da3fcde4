using System.Text.Json.Nodes;

namespace OpenApiGen.Corpus.Fuzz;

/// <summary>The parts of a JSON tree, without recursion.</summary>
internal static class JsonTree
{
    /// <summary>The node and all below it.</summary>
    public static IEnumerable<JsonNode> Nodes(JsonNode root)
    {
        Stack<JsonNode> pending = new([root]);
        while (pending.TryPop(out JsonNode? node))
        {
            yield return node;
            IEnumerable<JsonNode?> children = node switch
            {
                JsonObject map => map.Select(static m => m.Value),
                JsonArray list => list,
                _ => [],
            };
            foreach (JsonNode? child in children.Reverse())
            {
                if (child is not null)
                    pending.Push(child);
            }
        }
    }

    /// <summary>Each place below the node: an object with a key, or an array with an index.</summary>
    public static List<(JsonNode Owner, string? Key, int Index)> Places(JsonNode root)
    {
        List<(JsonNode Owner, string? Key, int Index)> places = [];
        foreach (JsonNode node in Nodes(root))
        {
            if (node is JsonObject map)
                places.AddRange(map.Select(m => ((JsonNode)map, (string?)m.Key, 0)));
            if (node is not JsonArray list)
                continue;
            for (int i = 0; i < list.Count; i++)
                places.Add((list, null, i));
        }

        return places;
    }

    public static JsonNode? Get((JsonNode Owner, string? Key, int Index) place) =>
        place.Key is { } key ? place.Owner[key] : place.Owner[place.Index];

    public static void Set((JsonNode Owner, string? Key, int Index) place, JsonNode? value)
    {
        if (place.Key is { } key)
            place.Owner[key] = value;
        else
            place.Owner[place.Index] = value;
    }

    public static void Remove((JsonNode Owner, string? Key, int Index) place)
    {
        if (place.Key is { } key)
            ((JsonObject)place.Owner).Remove(key);
        else
            ((JsonArray)place.Owner).RemoveAt(place.Index);
    }
}
