using System.Text.Json.Nodes;

namespace OpenApiGen.Generator.Tests.Naming;

/// <summary>
/// The same description with everything in another order that has no order of its own: components, paths, members, values.
/// </summary>
internal static class RandomOrder
{
    private static readonly HashSet<string> s_maps =
    [
        "schemas",
        "definitions",
        "paths",
        "properties",
        "responses",
        "requestBodies",
        "headers",
        "webhooks",
    ];

    private static readonly HashSet<string> s_lists = ["enum", "required"];

    public static string Apply(JsonNode root, int seed)
    {
        JsonNode copy = root.DeepClone();
        Stack<JsonNode> open = new([copy]);
        while (open.TryPop(out JsonNode? node))
        {
            if (node is JsonObject map)
            {
                foreach ((string key, JsonNode? value) in map.ToArray())
                {
                    if (key is "example" or "examples" or "default" or "const" or "servers")
                        continue;
                    if (value is JsonObject inner && s_maps.Contains(key))
                        Shuffle(inner, Of(inner, seed));
                    else if (
                        value is JsonArray list
                        && s_lists.Contains(key)
                        && !map.Any(static m => m.Key.StartsWith("x-enum", StringComparison.Ordinal))
                    )
                        Shuffle(list, Of(list, seed));
                    if (value is JsonObject or JsonArray)
                        open.Push(value);
                }
            }
            else if (node is JsonArray items)
            {
                foreach (JsonNode? item in items)
                {
                    if (item is JsonObject or JsonArray)
                        open.Push(item);
                }
            }
        }

        return copy.ToJsonString();
    }

    /// <summary>By the text, so that copies stay copies.</summary>
    private static Random Of(JsonNode node, int seed) =>
        new(node.ToJsonString().Aggregate(seed, static (hash, c) => unchecked((hash * 31) + c)));

    private static void Shuffle(JsonObject map, Random random)
    {
        KeyValuePair<string, JsonNode?>[] members = [.. map];
        map.Clear();
        random.Shuffle(members);
        foreach ((string key, JsonNode? value) in members)
            map.Add(key, value);
    }

    private static void Shuffle(JsonArray list, Random random)
    {
        JsonNode?[] items = [.. list];
        list.Clear();
        random.Shuffle(items);
        foreach (JsonNode? item in items)
            list.Add(item);
    }
}
