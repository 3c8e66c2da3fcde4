using System.Text.Json.Nodes;

namespace OpenApiGen.Corpus.Fuzz;

/// <summary>A few paths and schemas of a real document with what they refer to: small enough to be tried a thousand times.</summary>
internal static class DocumentSlice
{
    private const int MostComponents = 10;

    /// <summary>Of JSON; the compiler's time is what a mutant costs, and it goes by the size.</summary>
    private const int MostCharacters = 8_000;

    private static readonly string[] s_named = ["paths", "webhooks", "components", "definitions", "parameters", "responses", "tags"];

    /// <summary>Draws one. The document is not changed.</summary>
    public static JsonObject Of(JsonObject document, Random random)
    {
        JsonObject slice = [];
        foreach ((string key, JsonNode? value) in document)
        {
            if (!s_named.Contains(key) && !key.StartsWith("x-", StringComparison.Ordinal))
                slice[key] = value?.DeepClone();
        }

        Queue<string> pending = new();
        int left = MostCharacters;
        foreach (string map in (string[])["paths", "webhooks"])
        {
            if (document[map] is not JsonObject items)
                continue;
            JsonObject kept = [];
            foreach (string key in Draw(items, 2, random))
            {
                if (Take(items[key], ref left, pending) is { } item)
                    kept[key] = item;
            }

            slice[map] = kept;
        }

        if (document["components"]?["securitySchemes"] is JsonObject schemes)
        {
            Put(slice, ["components", "securitySchemes"], schemes.DeepClone());
        }

        string schemas = document["swagger"] is null ? "/components/schemas/" : "/definitions/";
        if (At(document, schemas.TrimEnd('/')) is JsonObject all)
        {
            foreach (string key in Draw(all, 3, random))
                pending.Enqueue(schemas + PointerText.Escape(key));
        }

        HashSet<string> known = new(StringComparer.Ordinal);
        while (pending.TryDequeue(out string? pointer) && known.Count < MostComponents)
        {
            if (!known.Add(pointer) || Take(At(document, pointer), ref left, pending) is not { } node)
                continue;
            Put(slice, [.. pointer.Split('/').Skip(1).Select(PointerText.Unescape)], node);
        }

        return slice;
    }

    /// <summary>A copy of a part, and what it refers to as more to take; null where there is no room for it.</summary>
    private static JsonNode? Take(JsonNode? node, ref int left, Queue<string> pending)
    {
        int length = node?.ToJsonString().Length ?? int.MaxValue;
        if (length > left)
            return null;
        left -= length;
        foreach (JsonObject part in JsonTree.Nodes(node!).OfType<JsonObject>())
        {
            if (part["$ref"] is not JsonValue value || !value.TryGetValue(out string? text))
                continue;
            if (!text.StartsWith("#/", StringComparison.Ordinal))
                continue;
            string[] path = text[2..].Split('/');
            int depth = path is ["components", ..] ? 3 : 2;
            if (path.Length >= depth && s_named.Contains(path[0]))
                pending.Enqueue("/" + string.Join('/', path.Take(depth)));
        }

        return node!.DeepClone();
    }

    private static IEnumerable<string> Draw(JsonObject map, int count, Random random)
    {
        string[] keys = [.. map.Select(static m => m.Key)];
        random.Shuffle(keys);
        return keys.Take(count);
    }

    private static JsonNode? At(JsonNode? node, string pointer)
    {
        foreach (string part in pointer.Split('/').Skip(1))
            node = node is JsonObject map ? map[PointerText.Unescape(part)] : null;
        return node;
    }

    private static void Put(JsonObject root, string[] path, JsonNode node)
    {
        foreach (string part in path.SkipLast(1))
        {
            if (root[part] is not JsonObject next)
                root[part] = next = [];
            root = next;
        }

        root[path[^1]] = node;
    }
}
