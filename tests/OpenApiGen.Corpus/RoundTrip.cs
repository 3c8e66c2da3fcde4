using System.Globalization;
using System.Runtime.Loader;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenApiGen.Generator.Text;
using OpenApiGen.Testing;

namespace OpenApiGen.Corpus;

/// <summary>Reads payloads as the type of their schema, writes them back and compares.</summary>
/// <remarks>
/// The C# name and even the kind of a schema's type are the generator's affair: a component may be renamed, or be a list, or
/// a number. So the document is given one more object for each schema, with a single member that refers to it, and a
/// payload is read as the value of that member.
/// </remarks>
internal static class RoundTrip
{
    private const string HolderName = "RoundTripHolder";

    public static SpecRow Run(SpecRow row, IReadOnlyList<SpecFile> files, string folder, CorpusOptions options)
    {
        List<string> differences = [];
        string[] schemas = [.. Directory.EnumerateDirectories(folder).Select(static d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];
        SpecFile root = AddHolders(files[0], schemas, differences);
        Generation generation = Generation.Run([root, .. files.Skip(1)], options.Languages[^1]);
        using MemoryStream image = new();
        if (!generation.Output.Emit(image).Success)
        {
            return row with { PayloadsLost = 1, Differences = ["The document with a holder for each schema did not compile."] };
        }

        image.Position = 0;
        AssemblyLoadContext context = new(row.Spec, isCollectible: true);
        try
        {
            System.Reflection.Assembly assembly = context.LoadFromStream(image);
            int payloads = 0;
            int lost = 0;
            for (int i = 0; i < schemas.Length; i++)
            {
                Type? holder = assembly.GetType(options.Namespace + "." + HolderOf(i));
                foreach (string file in Directory.EnumerateFiles(Path.Combine(folder, schemas[i]), "*.json").Order(StringComparer.Ordinal))
                {
                    payloads++;
                    int before = differences.Count;
                    Check(holder, file, schemas[i] + "/" + Path.GetFileName(file), differences);
                    if (differences.Count > before) lost++;
                }
            }

            return row with { Payloads = payloads, PayloadsLost = lost, Differences = differences };
        }
        finally
        {
            context.Unload();
        }
    }

    private static void Check(Type? holder, string file, string label, List<string> differences)
    {
        if (holder is null)
        {
            differences.Add($"{label}: no type for this schema");
            return;
        }

        try
        {
            byte[] bytes = File.ReadAllBytes(file);
            using JsonDocument expected = JsonDocument.Parse(bytes);
            string wrapped = "{\"value\":" + expected.RootElement.GetRawText() + "}";
            object? value = JsonSerializer.Deserialize(wrapped, holder);
            using JsonDocument actual = JsonDocument.Parse(JsonSerializer.Serialize(value, holder));
            if (!actual.RootElement.TryGetProperty("value", out JsonElement written))
            {
                differences.Add($"{label}: $: the payload was lost");
                return;
            }

            differences.AddRange(JsonComparison.Differences(expected.RootElement, written).Select(d => $"{label}: {d}"));
        }
        catch (JsonException exception)
        {
            string path = exception.Path?.Replace("$.value", "$", StringComparison.Ordinal) ?? "$";
            differences.Add($"{label}: {path}: {exception.Message}");
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            differences.Add($"{label}: $: {exception.GetType().Name}: {exception.Message}");
        }
    }

    /// <summary>The document as JSON with a holder for each schema; a schema it does not have is reported.</summary>
    private static SpecFile AddHolders(SpecFile file, string[] schemas, List<string> differences)
    {
        JsonNode root = SpecText.Read(file.Path, file.GetText(), CancellationToken.None).Root!;
        bool swagger = root["swagger"] is not null;
        JsonObject components = (swagger ? root["definitions"] : root["components"]?["schemas"]) as JsonObject ?? [];
        for (int i = 0; i < schemas.Length; i++)
        {
            // A folder cannot be named a/b: such a key is looked for as a%2Fb.
            string key = components.ContainsKey(schemas[i]) ? schemas[i] : Uri.UnescapeDataString(schemas[i]);
            if (!components.ContainsKey(key))
            {
                differences.Add($"{schemas[i]}: the document has no such schema");
                continue;
            }

            string pointer = key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
            components[HolderOf(i)] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject
                {
                    ["value"] = new JsonObject { ["$ref"] = (swagger ? "#/definitions/" : "#/components/schemas/") + pointer },
                },
            };
        }

        // Under its own name, as references start from there; the reader sees from the text that it is JSON now.
        return file.WithText(root.ToJsonString());
    }

    private static string HolderOf(int index) => HolderName + index.ToString(CultureInfo.InvariantCulture);
}
