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
/// <param name="folder">Has a folder for each schema.</param>
internal sealed class RoundTrip(string folder, CorpusOptions options)
{
    private const string HolderName = "RoundTripHolder";

    private readonly string[] _schemas =
        [.. Directory.EnumerateDirectories(folder).Select(static d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    private readonly List<string> _differences = [];

    /// <summary>Reads and writes with the types of an assembly that was compiled from <see cref="WithHolders"/>.</summary>
    public SpecRow Run(SpecRow row, MemoryStream image)
    {
        image.Position = 0;
        AssemblyLoadContext context = new(row.Spec, isCollectible: true);
        try
        {
            System.Reflection.Assembly assembly = context.LoadFromStream(image);
            int payloads = 0;
            int lost = 0;
            for (int i = 0; i < _schemas.Length; i++)
            {
                Type? holder = assembly.GetType(options.Namespace + "." + HolderOf(i));
                foreach (string file in Directory.EnumerateFiles(Path.Combine(folder, _schemas[i]), "*.json").Order(StringComparer.Ordinal))
                {
                    payloads++;
                    int before = _differences.Count;
                    string name = _schemas[i] + "/" + Path.GetFileName(file);
                    string? written = Check(holder, file, name);
                    if (_differences.Count > before) lost++;
                    else if (options.WriteBackFolder is not null) Write(Path.Combine(options.WriteBackFolder, row.Spec, name), written!);
                }
            }

            return row with
            {
                Payloads = payloads,
                PayloadsLost = lost,
                Differences = _differences,
                Lost = _differences.GroupBy(static text => text[..text.IndexOfAny(['/', ':'])], StringComparer.Ordinal)
                    .ToDictionary(static schema => schema.Key, static schema => (IReadOnlyList<string>)[.. schema]),
            };
        }
        finally
        {
            context.Unload();
        }
    }

    /// <summary>The files of the document, as JSON with a holder for each schema; a schema it does not have is reported.</summary>
    public IReadOnlyList<SpecFile> WithHolders(IReadOnlyList<SpecFile> files)
    {
        SpecFile file = files[0];
        JsonNode root = SpecText.Read(file.Path, file.GetText(), CancellationToken.None).Root!;
        bool swagger = root["swagger"] is not null;
        JsonObject components = (swagger ? root["definitions"] : root["components"]?["schemas"]) as JsonObject ?? [];
        for (int i = 0; i < _schemas.Length; i++)
        {
            // A folder cannot be named a/b: such a key is looked for as a%2Fb.
            string key = components.ContainsKey(_schemas[i]) ? _schemas[i] : Uri.UnescapeDataString(_schemas[i]);
            if (!components.ContainsKey(key))
            {
                _differences.Add($"{_schemas[i]}: the document has no such schema");
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
        return [file.WithText(root.ToJsonString()), .. files.Skip(1)];
    }

    /// <summary>What was written for a payload; null where nothing could be.</summary>
    private string? Check(Type? holder, string file, string label)
    {
        if (holder is null)
        {
            _differences.Add($"{label}: no type for this schema");
            return null;
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
                _differences.Add($"{label}: $: the payload was lost");
                return null;
            }

            _differences.AddRange(JsonComparison.Differences(expected.RootElement, written).Select(d => $"{label}: {d}"));
            if (!Equals(value, JsonSerializer.Deserialize(wrapped, holder))) _differences.Add($"{label}: $: read twice, it is not equal");
            return written.GetRawText();
        }
        catch (JsonException exception)
        {
            string path = exception.Path?.Replace("$.value", "$", StringComparison.Ordinal) ?? "$";
            _differences.Add($"{label}: {path}: {exception.Message}");
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            _differences.Add($"{label}: $: {exception.GetType().Name}: {exception.Message}");
        }

        return null;
    }

    private static void Write(string path, string json)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, json + "\n");
    }

    private static string HolderOf(int index) => HolderName + index.ToString(CultureInfo.InvariantCulture);
}
