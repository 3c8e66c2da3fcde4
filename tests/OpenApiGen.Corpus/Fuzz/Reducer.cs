using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace OpenApiGen.Corpus.Fuzz;

/// <summary>Takes away from a text what its failure does not need.</summary>
internal static class Reducer
{
    /// <param name="text">The text that fails.</param>
    /// <param name="stillFails">Whether a text fails in the same way.</param>
    /// <param name="limit">When to be content with what there is.</param>
    public static byte[] Reduce(byte[] text, Func<byte[], bool> stillFails, TimeSpan limit)
    {
        Stopwatch watch = Stopwatch.StartNew();
        return Parse(text) is { } tree ? Tree(tree, stillFails, watch, limit) : Lines(text, stillFails, watch, limit);
    }

    private static byte[] Tree(JsonObject tree, Func<byte[], bool> stillFails, Stopwatch watch, TimeSpan limit)
    {
        bool isSmaller = true;
        while (isSmaller && watch.Elapsed < limit)
        {
            isSmaller = false;
            // The large parts first: they stand before what is in them.
            for (int i = 0; watch.Elapsed < limit; i++)
            {
                JsonObject shorter = (JsonObject)tree.DeepClone();
                List<(JsonNode Owner, string? Key, int Index)> places = JsonTree.Places(shorter);
                if (i >= places.Count)
                    break;
                JsonTree.Remove(places[i]);
                if (!stillFails(Bytes(shorter)))
                    continue;
                tree = shorter;
                isSmaller = true;
                i--;
            }
        }

        return Bytes(tree);
    }

    private static byte[] Lines(byte[] text, Func<byte[], bool> stillFails, Stopwatch watch, TimeSpan limit)
    {
        List<string> lines = [.. Encoding.Latin1.GetString(text).Split('\n')];
        for (int size = lines.Count / 2; size > 0; size /= 2)
        {
            for (int at = 0; at + size <= lines.Count && watch.Elapsed < limit; )
            {
                List<string> shorter = [.. lines.Take(at), .. lines.Skip(at + size)];
                if (stillFails(Encoding.Latin1.GetBytes(string.Join('\n', shorter))))
                    lines = shorter;
                else
                    at += size;
            }
        }

        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }

    private static JsonObject? Parse(byte[] text)
    {
        try
        {
            return JsonNode.Parse(text, null, new() { MaxDepth = 2000 }) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static byte[] Bytes(JsonObject tree) =>
        Encoding.UTF8.GetBytes(tree.ToJsonString(new() { WriteIndented = true, MaxDepth = 2000 }));
}
