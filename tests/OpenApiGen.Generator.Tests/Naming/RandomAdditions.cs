using System.Text.Json.Nodes;

namespace OpenApiGen.Generator.Tests.Naming;

/// <summary>
/// Adds to a description what its author might add next: schemas, members, enum values and operations, at any place, with names of their
/// own.
/// </summary>
internal sealed class RandomAdditions(JsonObject root, int seed)
{
    private static readonly string[] s_methods = ["get", "put", "post", "delete", "patch"];

    private static readonly string[] s_words = ["list", "get", "create", "update"];

    private readonly Random _random = new(seed);

    private int _count;

    public static string Apply(JsonNode root, int seed, int additions)
    {
        RandomAdditions added = new((JsonObject)root.DeepClone(), seed);
        for (int i = 0; i < additions; i++)
            added.Add();
        return added.Root.ToJsonString();
    }

    private JsonObject Root => root;

    private JsonObject? Schemas => (root["components"]?["schemas"] ?? root["definitions"]) as JsonObject;

    private string SchemaPointer => root["swagger"] is null ? "#/components/schemas/" : "#/definitions/";

    private void Add()
    {
        switch (_random.Next(4))
        {
            case 0 when Schemas is { } schemas:
                Insert(schemas, Name(), Schema(2));
                break;
            case 1:
                Member();
                break;
            case 2:
                EnumValue();
                break;
            default:
                Operation();
                break;
        }
    }

    private void Member()
    {
        JsonObject[] objects =
        [
            .. Alone()
                .Where(static o =>
                    o["properties"] is JsonObject { Count: > 0 } && (string?)(o["type"] as JsonValue)?.ToString() == "object"
                ),
        ];
        if (objects.Length > 0)
            Insert((JsonObject)Pick(objects)["properties"]!, Name(), Schema(1));
    }

    private void EnumValue()
    {
        JsonArray[] lists =
        [
            .. Alone()
                .Where(static o => o["type"] is JsonValue v && v.ToString() == "string")
                .Select(static o => o["enum"])
                .OfType<JsonArray>()
                .Where(static l => l.Count > 1),
        ];
        if (lists.Length == 0)
            return;
        JsonArray list = Pick(lists);
        list.Insert(_random.Next(list.Count + 1), Name());
    }

    private void Operation()
    {
        if (root["paths"] is not JsonObject paths)
            return;
        string[] tags =
        [
            .. paths
                .SelectMany(static p => p.Value is JsonObject o ? o.Select(static m => m.Value) : [])
                .OfType<JsonObject>()
                .SelectMany(static o => o["tags"] is JsonArray t ? t.Select(static x => x!.ToString()) : []),
        ];
        JsonObject operation = new()
        {
            ["operationId"] = Name(),
            ["responses"] = new JsonObject
            {
                ["200"] = root["swagger"] is null
                    ? new JsonObject
                    {
                        ["description"] = "Ok",
                        ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = Schema(2) } },
                    }
                    : new JsonObject { ["description"] = "Ok", ["schema"] = Schema(2) },
            },
        };
        if (_random.Next(3) == 0)
        {
            // As Django and others name operations: the group, then a word that other groups have, too.
            string group = Name();
            operation["tags"] = new JsonArray(group);
            operation["operationId"] = group + "_" + Pick(s_words);
        }
        else if (_random.Next(3) > 0)
            operation["tags"] = new JsonArray(tags.Length > 0 && _random.Next(2) == 0 ? Pick(tags) : Name());
        Insert(paths, "/" + Name(), new JsonObject { [Pick(s_methods)] = operation });
    }

    private JsonObject Schema(int depth)
    {
        string[] known = [.. Schemas?.Select(static s => s.Key) ?? []];
        switch (_random.Next(depth > 0 ? 6 : 3))
        {
            case 0:
                return new JsonObject { ["type"] = "string" };
            case 1:
                return new JsonObject { ["type"] = "string", ["enum"] = new JsonArray(Name(), Name()) };
            case 2 when known.Length > 0:
                return Reference(Pick(known));
            case 3:
                return new JsonObject { ["type"] = "array", ["items"] = Schema(depth - 1) };
            case 4 when known.Length > 1:
                return new JsonObject { ["anyOf"] = new JsonArray(Reference(known[0]), Reference(known[^1]), Schema(depth - 1)) };
            default:
                JsonObject members = [];
                for (int i = _random.Next(1, 4); i > 0; i--)
                    members[Name()] = depth > 0 ? Schema(depth - 1) : new JsonObject { ["type"] = "integer" };
                return new JsonObject { ["type"] = "object", ["properties"] = members };
        }
    }

    private JsonObject Reference(string key) =>
        new() { ["$ref"] = SchemaPointer + key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal) };

    /// <summary>Nothing that is there has such a name, however it is cased.</summary>
    private string Name()
    {
        string number = (++_count).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return _random.Next(3) switch
        {
            0 => "zq_added_" + number,
            1 => "ZqAdded" + number,
            _ => "zq-" + number + "-added",
        };
    }

    /// <summary>
    /// Inline schemas that are copies of each other are one type; what is added to one of them parts it from the others, and that is said
    /// in
    /// the docs.
    /// </summary>
    private IEnumerable<JsonObject> Alone() =>
        Objects().GroupBy(static o => o.ToJsonString()).Where(static g => g.Count() == 1).Select(static g => g.First());

    private IEnumerable<JsonObject> Objects()
    {
        Stack<JsonNode> open = new([root]);
        while (open.TryPop(out JsonNode? node))
        {
            if (node is JsonObject map)
            {
                yield return map;
                foreach (
                    KeyValuePair<string, JsonNode?> member in map.Where(static m => m.Key is not ("example" or "examples" or "default"))
                )
                    Push(member.Value);
            }
            else if (node is JsonArray list)
            {
                foreach (JsonNode? item in list)
                    Push(item);
            }
        }

        void Push(JsonNode? node)
        {
            if (node is JsonObject or JsonArray)
                open.Push(node);
        }
    }

    private void Insert(JsonObject map, string name, JsonNode value) => map.Insert(_random.Next(map.Count + 1), name, value);

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
