using System.Buffers;
using System.Text;
using System.Text.Json;
using OpenApiGen.Http;

namespace OpenApiGen.AspNetCore;

/// <summary>An item as an event of a stream (WHATWG HTML, "Server-sent events"): what <c>EventItems</c> of the runtime reads.</summary>
internal static class EventText
{
    public static byte[] Of(byte[] json, ApiStreamFormat format)
    {
        StringBuilder text = new();
        if (format == ApiStreamFormat.EventJson) Field(text, "data", Encoding.UTF8.GetString(json));
        else
        {
            using JsonDocument document = JsonDocument.Parse(json);
            if (format == ApiStreamFormat.EventText) Field(text, "data", TextOf(document.RootElement));
            else
            {
                foreach (string name in (ReadOnlySpan<string>)["event", "id", "retry", "data"])
                {
                    if (!document.RootElement.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null) continue;
                    Field(text, name, name == "data" && format == ApiStreamFormat.EventObjectJson ? value.GetRawText() : TextOf(value));
                }
            }
        }

        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static void Field(StringBuilder target, string name, string value)
    {
        foreach (string line in value.ReplaceLineEndings("\n").Split('\n')) target.Append(name).Append(": ").Append(line).Append('\n');
    }
}
