using System.Globalization;
using System.Text.Json.Nodes;
using OpenApiGen.Generator.Text;
using OpenApiGen.Testing;

namespace OpenApiGen.Corpus;

/// <summary>A document with one more object for each of some schemas, whose single member is a value of that schema.</summary>
/// <remarks>
/// The C# name and even the kind of a schema's type are the generator's affair: a component may be renamed, or be a list, or
/// a number. So a value is read as the member of such a holder.
/// </remarks>
internal sealed class HolderDocument
{
    private readonly IReadOnlyList<SpecFile> _files;
    private readonly JsonNode _root;
    private readonly bool _isSwagger;
    private readonly JsonObject _components;

    /// <param name="files">The document, and what it refers to.</param>
    public HolderDocument(IReadOnlyList<SpecFile> files)
    {
        _files = files;
        _root =
            SpecText.Read(files[0].Path, files[0].GetText(), CancellationToken.None).Root
            ?? throw new IOException("The document is not read.");
        _isSwagger = _root["swagger"] is not null;
        JsonObject owner = _isSwagger ? (JsonObject)_root : Member((JsonObject)_root, "components");
        _components = Member(owner, _isSwagger ? "definitions" : "schemas");
    }

    /// <summary>How many holders there are.</summary>
    public int Count { get; private set; }

    /// <summary>The C# name of a holder, as numbered by <see cref="Add"/>.</summary>
    public static string NameOf(int index) => "RoundTripHolder" + index.ToString(CultureInfo.InvariantCulture);

    /// <summary>The JSON pointer of a component; null where the document has none of this key.</summary>
    /// <param name="key">The key; or, since a folder cannot be named a/b, the key as a part of a URI.</param>
    public string? PointerOf(string key)
    {
        if (!_components.ContainsKey(key))
            key = Uri.UnescapeDataString(key);
        if (!_components.ContainsKey(key))
            return null;
        return (_isSwagger ? "/definitions/" : "/components/schemas/") + PointerText.Escape(key);
    }

    /// <summary>Adds a holder of values of a schema, and gives its number.</summary>
    public int Add(JsonNode schema)
    {
        _components[NameOf(Count)] = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["value"] = schema },
        };
        return Count++;
    }

    /// <summary>The files of the document with the holders.</summary>
    // Under its own name, as references start from there; the reader sees from the text that it is JSON now.
    public IReadOnlyList<SpecFile> ToFiles() => [_files[0].WithText(_root.ToJsonString()), .. _files.Skip(1)];

    private static JsonObject Member(JsonObject owner, string name)
    {
        if (owner[name] is not JsonObject member)
            owner[name] = member = [];
        return member;
    }
}
