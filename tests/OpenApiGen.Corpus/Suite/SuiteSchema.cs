using System.Text;
using System.Text.Json.Nodes;

namespace OpenApiGen.Corpus.Suite;

/// <summary>A schema of the JSON-Schema-Test-Suite with the instances that are valid for it.</summary>
/// <param name="Name">Its description as one word.</param>
/// <param name="Schema">The schema.</param>
/// <param name="Instances">The valid instances, with what the suite says about each.</param>
internal sealed record SuiteSchema(string Name, JsonNode? Schema, IReadOnlyList<(string Label, JsonNode? Json)> Instances)
{
    /// <summary>The schemas of one file of the suite.</summary>
    public static IReadOnlyList<SuiteSchema> Read(string file)
    {
        List<SuiteSchema> schemas = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (JsonNode? group in (JsonArray)JsonNode.Parse(File.ReadAllText(file))!)
        {
            string name = Word((string)group!["description"]!);
            for (int n = 2; !names.Add(name); n++)
                name = $"{Word((string)group["description"]!)}-{n}";
            schemas.Add(
                new SuiteSchema(
                    name,
                    group["schema"],
                    [
                        .. ((JsonArray)group["tests"]!)
                            .Where(static t => (bool)t!["valid"]!)
                            .Select(static t => ((string)t!["description"]!, t["data"])),
                    ]
                )
            );
        }

        return schemas;
    }

    /// <summary>Whether it has names of its own, which hold for the whole document: then it needs one for itself.</summary>
    public bool NamesPlaces => Schema?.ToJsonString() is { } text && s_naming.Any(n => text.Contains(n, StringComparison.Ordinal));

    /// <summary>Keywords whose members are names, and no keywords.</summary>
    private static readonly string[] s_maps =
    [
        "properties",
        "patternProperties",
        "$defs",
        "definitions",
        "dependentSchemas",
        "dependencies",
    ];

    private static readonly string[] s_naming = ["\"$id\":", "\"id\":", "\"$anchor\":", "\"$dynamicAnchor\":"];

    /// <summary>The schema as a component: what refers to its own root refers to the component.</summary>
    public JsonNode? AsComponent(string pointer)
    {
        JsonNode? schema = Schema?.DeepClone();
        Move(schema, pointer, pointer);
        return schema;
    }

    /// <param name="root">The pointer of the schema that local references of this one start from.</param>
    private static void Move(JsonNode? node, string pointer, string root)
    {
        if (node is JsonArray array)
        {
            for (int i = 0; i < array.Count; i++)
                Move(array[i], $"{pointer}/{i}", root);
            return;
        }

        if (node is not JsonObject schema)
            return;
        if ((Text(schema["$id"]) ?? Text(schema["id"])) is { } id && id[0] != '#')
            root = pointer;
        foreach (string key in (string[])["$ref", "$dynamicRef"])
        {
            if (Text(schema[key]) is not { } reference)
                continue;
            if (reference == "#" || reference.StartsWith("#/", StringComparison.Ordinal))
                schema[key] = $"#{root}{reference[1..]}";
        }

        foreach ((string key, JsonNode? child) in schema.ToArray())
        {
            string place = $"{pointer}/{PointerText.Escape(key)}";
            if (key is "const" or "enum" or "default" or "examples")
                continue;
            if (s_maps.Contains(key) && child is JsonObject named)
            {
                foreach ((string name, JsonNode? schemaOf) in named.ToArray())
                    Move(schemaOf, $"{place}/{PointerText.Escape(name)}", root);
            }
            else
                Move(child, place, root);
        }
    }

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;

    private static string Word(string text)
    {
        StringBuilder word = new();
        foreach (char c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '$')
                word.Append(char.ToLowerInvariant(c));
            else if (word.Length > 0 && word[^1] != '-')
                word.Append('-');
        }

        return word.ToString().Trim('-');
    }
}
