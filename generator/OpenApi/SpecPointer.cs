using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace OpenApiGen.Generator.OpenApi;

/// <summary>A place in the document (RFC 6901), kept as a chain so that text is made only of what is reported.</summary>
internal sealed class SpecPointer
{
    private readonly SpecPointer? _parent;
    private readonly string _segment;

    private SpecPointer(SpecPointer? parent, string segment)
    {
        _parent = parent;
        _segment = segment;
    }

    public static SpecPointer Root { get; } = new(null, "");

    public SpecPointer this[string segment] => new(this, segment);

    public SpecPointer this[int index] => new(this, index.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads a pointer such as <c>#/components/schemas/Pet</c>.</summary>
    public static SpecPointer Parse(string text)
    {
        SpecPointer pointer = Root;
        string[] segments = text.TrimStart('#').Split('/');
        for (int i = 1; i < segments.Length; i++)
            pointer = pointer[segments[i].Replace("~1", "/").Replace("~0", "~")];
        return pointer;
    }

    /// <summary>The node at this place; null where there is none.</summary>
    public JsonNode? Find(JsonNode root)
    {
        if (_parent is null)
            return root;
        return _parent.Find(root) switch
        {
            JsonObject members => members[_segment],
            JsonArray items
                when int.TryParse(_segment, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < items.Count => items[
                index
            ],
            _ => null,
        };
    }

    public override string ToString()
    {
        StringBuilder text = new();
        Append(text);
        return text.ToString();
    }

    private void Append(StringBuilder text)
    {
        if (_parent is null)
            return;
        _parent.Append(text);
        text.Append('/').Append(_segment.Replace("~", "~0").Replace("/", "~1"));
    }
}
