using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenApiGen.Corpus.Examples;

/// <summary>A value that somebody else made for a schema of a document.</summary>
/// <param name="Label">A schema's key, or an operation with the status or the parameter that it is of.</param>
/// <param name="Pointer">Where the schema stands.</param>
/// <param name="Schema">The schema, or a reference to it.</param>
/// <param name="Value">The value.</param>
internal sealed record SampleValue(string Label, string Pointer, JsonNode Schema, JsonElement Value)
{
    /// <summary>What a document prints itself beside its schemas.</summary>
    public static IReadOnlyList<SampleValue> PrintedIn(string document, string tools)
    {
        string file = Path.GetTempFileName();
        try
        {
            NodeTool.Run(tools, "examples", file, document);
            return JsonSerializer.Deserialize<SampleValue[]>(File.ReadAllBytes(file), JsonSerializerOptions.Web)!;
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The files of a folder that has one for each schema; of a schema that the document does not have, the name alone.</summary>
    public static IReadOnlyList<SampleValue> InFolder(string folder, HolderDocument document, ICollection<string> missing)
    {
        List<SampleValue> values = [];
        foreach (string schema in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileName(schema);
            if (document.PointerOf(name) is not { } pointer)
            {
                missing.Add(name);
                continue;
            }

            foreach (string file in Directory.EnumerateFiles(schema, "*.json").Order(StringComparer.Ordinal))
            {
                using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(file));
                string label = $"{name}/{Path.GetFileNameWithoutExtension(file)}";
                values.Add(new SampleValue(label, pointer, new JsonObject { ["$ref"] = "#" + pointer }, json.RootElement.Clone()));
            }
        }

        return values;
    }
}
