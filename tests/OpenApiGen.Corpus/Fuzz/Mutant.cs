using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenApiGen.Corpus.Fuzz;

/// <summary>A part of a real document with something wrong put into it. The same seed gives the same mutant.</summary>
internal static class Mutant
{
    private const int MostBytes = 8_000;

    private static readonly string[] s_texts =
    [
        "",
        " ",
        "object",
        "class",
        "System",
        "ToString",
        "Equals",
        "value",
        "Value",
        "a/b~c",
        "$ref",
        "\"",
        "*/",
        "</summary>",
        "{0}",
        "\u2028",
        "\u200d",
        "9",
        "-1",
        "é",
        "_",
        "@",
        "#",
        "#/",
        "#/components/schemas/Nowhere",
        "other.yaml#/a",
        "http://[",
        "string",
        "integer",
        "array",
        "null",
        "200",
        "2XX",
        "default",
        "multipart/form-data",
        "text/event-stream",
        "application/json",
        "path",
        "query",
        "deepObject",
        "spaceDelimited",
        "{a}-{b}",
        "date-time",
        "binary",
        "int32",
    ];

    private static readonly string[] s_keywords =
    [
        "type",
        "format",
        "nullable",
        "enum",
        "const",
        "default",
        "allOf",
        "anyOf",
        "oneOf",
        "not",
        "items",
        "prefixItems",
        "properties",
        "required",
        "additionalProperties",
        "patternProperties",
        "discriminator",
        "$ref",
        "$dynamicRef",
        "$defs",
        "description",
        "deprecated",
        "readOnly",
        "example",
        "x-csharp-name",
        "x-enum-varnames",
        "schema",
        "content",
        "parameters",
        "responses",
        "requestBody",
        "headers",
        "callbacks",
        "links",
        "servers",
        "security",
        "in",
        "name",
        "style",
        "explode",
        "operationId",
        "tags",
        "itemSchema",
        "encoding",
        "get",
        "post",
        "200",
        "default",
        "minimum",
        "maxItems",
        "pattern",
    ];

    /// <summary>The text, as bytes that need not be UTF-8.</summary>
    /// <param name="document">The document, whole.</param>
    /// <param name="text">Its text.</param>
    /// <param name="seed">Decides everything.</param>
    public static byte[] Of(JsonObject document, byte[] text, int seed)
    {
        Random random = new(seed);
        bool isBytes = random.Next(5) == 0;
        if (isBytes && text.Length <= MostBytes && random.Next(2) == 0)
            return Bytes(text, random);
        JsonObject slice = DocumentSlice.Of(document, random);
        for (int n = isBytes ? 0 : random.Next(1, 5); n > 0; n--)
            Structure(slice, random);
        byte[] json = Encoding.UTF8.GetBytes(slice.ToJsonString(s_json));
        return isBytes ? Bytes(json, random) : json;
    }

    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, MaxDepth = 2000 };

    private static void Structure(JsonObject root, Random random)
    {
        List<(JsonNode Owner, string? Key, int Index)> places = JsonTree.Places(root);
        if (places.Count == 0)
            return;
        (JsonNode Owner, string? Key, int Index) place = places[random.Next(places.Count)];
        (JsonNode Owner, string? Key, int Index) other = places[random.Next(places.Count)];
        switch (random.Next(12))
        {
            case 0:
                JsonTree.Remove(place);
                break;
            case 1 or 2:
                JsonTree.Set(place, Anything(random));
                break;
            case 3 or 4:
                JsonTree.Set(place, JsonTree.Get(other)?.DeepClone());
                break;
            case 5 when place.Owner is JsonObject map:
                map[s_texts[random.Next(s_texts.Length)]] = JsonTree.Get(place)?.DeepClone();
                break;
            case 6 when place.Key is { } key:
                JsonNode? moved = JsonTree.Get(place)?.DeepClone();
                JsonTree.Remove(place);
                ((JsonObject)place.Owner)[Renamed(key, random)] = moved;
                break;
            case 7 or 8 when place.Owner is JsonObject map:
                map[s_keywords[random.Next(s_keywords.Length)]] = random.Next(2) == 0 ? Anything(random) : JsonTree.Get(other)?.DeepClone();
                break;
            case 9:
                JsonTree.Set(place, Nested(JsonTree.Get(place)?.DeepClone(), random));
                break;
            case 10:
                Refer(root, place, random);
                break;
            default:
                if (JsonTree.Get(place) is JsonArray { Count: > 0 } list)
                    list.Add(list[random.Next(list.Count)]?.DeepClone());
                else
                    JsonTree.Set(place, s_texts[random.Next(s_texts.Length)]);
                break;
        }
    }

    /// <summary>A reference to any place of the document in place of what is there, or in its reference.</summary>
    private static void Refer(JsonObject root, (JsonNode Owner, string? Key, int Index) place, Random random)
    {
        JsonNode[] nodes = [.. JsonTree.Nodes(root).OfType<JsonObject>()];
        JsonNode target = nodes[random.Next(nodes.Length)];
        List<string> parts = [];
        for (JsonNode node = target; node.Parent is { } parent; node = parent)
        {
            parts.Insert(0, parent is JsonArray ? node.GetElementIndex().ToString(CultureInfo.InvariantCulture) : node.GetPropertyName());
        }

        string pointer = string.Concat(parts.Select(static p => "/" + PointerText.Escape(p)));
        JsonTree.Set(place, new JsonObject { ["$ref"] = "#" + pointer });
    }

    private static JsonNode? Anything(Random random) =>
        random.Next(11) switch
        {
            0 => null,
            1 => true,
            2 => false,
            3 => new JsonObject(),
            4 => new JsonArray(),
            5 => -1,
            6 => JsonNode.Parse("1e400"),
            7 => 9007199254740993,
            8 => new JsonArray(s_texts[random.Next(s_texts.Length)], null, 1, "string"),
            9 => new JsonObject { ["properties"] = new JsonObject { [s_texts[random.Next(s_texts.Length)]] = new JsonObject() } },
            _ => s_texts[random.Next(s_texts.Length)],
        };

    private static string Renamed(string key, Random random) =>
        random.Next(4) switch
        {
            0 => key.ToUpperInvariant(),
            1 => key + "_",
            2 => "/" + key,
            _ => s_texts[random.Next(s_texts.Length)],
        };

    private static JsonNode? Nested(JsonNode? node, Random random)
    {
        string key = ((string[])["allOf", "oneOf", "items", "properties", "additionalProperties"])[random.Next(5)];
        for (int depth = random.Next(2) == 0 ? 2 : 60; depth > 0; depth--)
        {
            if (key is "allOf" or "oneOf")
                node = new JsonArray(node);
            if (key is "properties")
                node = new JsonObject { ["a"] = node };
            node = new JsonObject { [key] = node };
        }

        return node;
    }

    private static byte[] Bytes(byte[] text, Random random)
    {
        List<byte> bytes = [.. text];
        for (int n = random.Next(1, 4); n > 0 && bytes.Count > 1; n--)
        {
            int at = random.Next(bytes.Count);
            int count = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes.RemoveRange(at, count);
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - count), count));
                    break;
                case 3:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(s_texts[random.Next(s_texts.Length)]));
                    break;
                case 4:
                    bytes.Insert(at, (byte)"\"{}[]:,-#&*!|>\t\n \\%@`'"[random.Next(22)]);
                    break;
                default:
                    if (random.Next(4) == 0)
                        bytes.RemoveRange(at, bytes.Count - at);
                    else
                        bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }

        return [.. bytes];
    }
}
