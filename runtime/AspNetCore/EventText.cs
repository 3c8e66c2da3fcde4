using System.Buffers;
using System.Text;
using System.Text.Json;
using OpenApiGen.Http;

namespace OpenApiGen.AspNetCore;

/// <summary>An item as an event of a stream (WHATWG HTML, "Server-sent events"): what <c>EventItems</c> of the runtime reads.</summary>
internal static class EventText
{
    public static byte[] OfData(string data)
    {
        StringBuilder text = new();
        Field(text, "data", data);
        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }

    public static byte[] Of(byte[] json, ApiEvents events)
    {
        StringBuilder text = new();
        if (events.Format == ApiStreamFormat.EventJson)
            Field(text, "data", Encoding.UTF8.GetString(json));
        else
        {
            using JsonDocument document = JsonDocument.Parse(json);
            if (events.Format == ApiStreamFormat.EventText)
                Field(text, "data", TextOf(document.RootElement));
            else
            {
                string? type =
                    document.RootElement.TryGetProperty("event", out JsonElement named) && named.ValueKind == JsonValueKind.String
                        ? named.GetString()
                        : null;
                bool isJson = !events.IsText(type);
                foreach (string name in (ReadOnlySpan<string>)["id", "retry", "event", "data"])
                {
                    if (!document.RootElement.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
                        continue;
                    if (name == "event" && events.HasUnnamed && type == "message")
                        continue; // what an event without a name is
                    Field(text, name, name == "data" && isJson ? value.GetRawText() : TextOf(value));
                }
            }
        }

        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static void Field(StringBuilder target, string name, string value)
    {
        foreach (string line in value.ReplaceLineEndings("\n").Split('\n'))
            target.Append(name).Append(": ").Append(line).Append('\n');
    }
}
