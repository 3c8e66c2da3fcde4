using System.Runtime.Loader;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenApiGen.Corpus.Examples;
using OpenApiGen.Generator.Model;
using OpenApiGen.Testing;

namespace OpenApiGen.Corpus;

/// <summary>Reads payloads as the type of their schema, writes them back and compares.</summary>
/// <param name="folder">Has a folder for each schema.</param>
/// <param name="document">The document that the schemas stand in.</param>
internal sealed class RoundTrip(string folder, string document, CorpusOptions options)
{
    private readonly string[] _schemas =
    [
        .. Directory.EnumerateDirectories(folder).Select(static d => Path.GetFileName(d)).Order(StringComparer.Ordinal),
    ];

    private readonly int?[] _holders = new int?[Directory.GetDirectories(folder).Length];
    private readonly string[] _pointers = new string[Directory.GetDirectories(folder).Length];
    private readonly List<string> _differences = [];
    private readonly List<(string Label, SuspectValue Value, IReadOnlyList<string> Unknown)> _suspects = [];
    private ReadShape _shape = null!;

    /// <summary>Reads and writes with the types of an assembly that was compiled from <see cref="WithHolders"/>.</summary>
    public SpecRow Run(SpecRow row, MemoryStream image, ApiModel model)
    {
        _shape = new ReadShape(model, options.Namespace);
        image.Position = 0;
        AssemblyLoadContext context = new(row.Spec, isCollectible: true);
        try
        {
            System.Reflection.Assembly assembly = context.LoadFromStream(image);
            int payloads = 0;
            int lost = 0;
            for (int i = 0; i < _schemas.Length; i++)
            {
                Type? holder = _holders[i] is { } number ? assembly.GetType(options.Namespace + "." + HolderDocument.NameOf(number)) : null;
                foreach (string file in Directory.EnumerateFiles(Path.Combine(folder, _schemas[i]), "*.json").Order(StringComparer.Ordinal))
                {
                    payloads++;
                    int before = _differences.Count;
                    string name = _schemas[i] + "/" + Path.GetFileName(file);
                    string? written = Check(holder, file, name, i);
                    if (_differences.Count > before)
                        lost++;
                    else if (options.WriteBackFolder is not null)
                        Write(Path.Combine(options.WriteBackFolder, row.Spec, name), written!);
                }
            }

            JudgeSuspects();
            return row with
            {
                Payloads = payloads,
                // Those that turned out to be untyped have been read.
                PayloadsLost = Math.Max(
                    lost,
                    _differences.Select(static d => d[..d.IndexOf(':', StringComparison.Ordinal)]).Distinct().Count()
                ),
                Differences = _differences,
                Lost = _differences
                    .GroupBy(static text => text[..text.IndexOfAny(['/', ':'])], StringComparer.Ordinal)
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
        HolderDocument holders = new(files);
        for (int i = 0; i < _schemas.Length; i++)
        {
            if (holders.PointerOf(_schemas[i]) is not { } pointer)
            {
                _differences.Add($"{_schemas[i]}: the document has no such schema");
                continue;
            }

            _pointers[i] = pointer;
            _holders[i] = holders.Add(new JsonObject { ["$ref"] = "#" + pointer });
        }

        return holders.ToFiles();
    }

    /// <summary>A part without its type is a fault where the payload is valid.</summary>
    private void JudgeSuspects()
    {
        IReadOnlyList<ValueVerdict> verdicts = ValueJudge.Judge(options.ToolsFolder, document, [.. _suspects.Select(static s => s.Value)]);
        foreach (((string label, _, IReadOnlyList<string> unknown), ValueVerdict verdict) in _suspects.Zip(verdicts))
        {
            if (verdict.Problem is not null)
                continue;
            _differences.AddRange(unknown.Select(path => $"{label}: {path}: is UnknownJson, though the payload is valid"));
            _differences.AddRange(verdict.Declared!.Select(path => $"{label}: {path}: is declared, but was not read as declared"));
        }
    }

    /// <summary>What was written for a payload; null where nothing could be.</summary>
    private string? Check(Type? holder, string file, string label, int schema)
    {
        if (holder is null)
        {
            _differences.Add($"{label}: no type for this schema");
            return null;
        }

        using JsonDocument expected = JsonDocument.Parse(File.ReadAllBytes(file));
        IReadOnlyList<string> differences = ReadBack.Differences(holder, expected.RootElement, out object? value, out string? written);
        _differences.AddRange(differences.Select(d => $"{label}: {d}"));
        (IReadOnlyList<string> unknown, IReadOnlyList<string> extras) = _shape.Of(value);
        SuspectValue suspect = new(_pointers[schema], expected.RootElement.Clone(), extras);
        if (unknown.Count + extras.Count > 0)
            _suspects.Add((label, suspect, unknown));
        return written;
    }

    private static void Write(string path, string json)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, json + "\n");
    }
}
