using System.Buffers;
using System.Text;
using System.Text.Json;
using OpenApiGen.Json;

namespace OpenApiGen.AspNetCore;

/// <summary>What came over the wire, taken apart as its style says: a text, a list, pairs, JSON as it stands, or a file.</summary>
internal sealed class WireValue
{
    private readonly object _content;

    private WireValue(object content) => _content = content;

    public static WireValue Of(string text) => new(text);

    public static WireValue Of(IEnumerable<WireValue> items) => new(items.ToArray());

    public static WireValue Of(IEnumerable<KeyValuePair<string, WireValue>> pairs) => new(pairs.ToArray());

    /// <summary>JSON, in UTF-8.</summary>
    public static WireValue OfJson(ReadOnlyMemory<byte> json) => new(json);

    public static WireValue Of(ApiFile file) => new(file);

    /// <summary>Whether it is JSON as it stands, and a list.</summary>
    public bool IsJsonArray => _content is ReadOnlyMemory<byte> json && json.Span.TrimStart(" \t\r\n"u8).StartsWith("["u8);

    /// <summary>Reads it as the type that the emitted code wants, by way of its JSON.</summary>
    /// <exception cref="JsonException">It is no such value.</exception>
    public T Read<T>(WireShape shape, JsonReadFunc<T> read)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        Dictionary<long, ApiFile> files = [];
        try
        {
            Write(writer, shape, files);
        }
        catch (ArgumentException fault)
        {
            throw new JsonException("It has half of a pair of surrogates, which is no text.", "$", null, null, fault);
        }

        writer.Flush();
        return JsonFiles.Read(buffer.WrittenSpan, files, read);
    }

    private void Write(Utf8JsonWriter writer, WireShape shape, Dictionary<long, ApiFile> files)
    {
        switch (_content)
        {
            case WireValue[] items:
                writer.WriteStartArray();
                foreach (WireValue item in items)
                    item.Write(writer, shape.Item, files);
                writer.WriteEndArray();
                break;
            case KeyValuePair<string, WireValue>[] pairs:
                writer.WriteStartObject();
                foreach ((string name, WireValue value) in pairs)
                {
                    writer.WritePropertyName(name);
                    value.Write(writer, shape.Of(name), files);
                }

                writer.WriteEndObject();
                break;
            case ReadOnlyMemory<byte> json:
                Json(writer, json, shape);
                break;
            case ApiFile file:
                writer.WriteStringValue("");
                files.Add(writer.BytesCommitted + writer.BytesPending, file);
                break;
            case string text when shape.Has(WireKinds.List) && !shape.IsScalar:
                writer.WriteStartArray();
                Scalar(writer, text, shape.Item);
                writer.WriteEndArray();
                break;
            case string text:
                Scalar(writer, text, shape);
                break;
        }
    }

    private static void Json(Utf8JsonWriter writer, ReadOnlyMemory<byte> json, WireShape shape)
    {
        try
        {
            Utf8JsonReader reader = new(json.Span);
            while (reader.Read()) { }
        }
        catch (JsonException) when (shape.Has(WireKinds.Text))
        {
            writer.WriteStringValue(json.Span); // text that only looks like it
            return;
        }

        writer.WriteRawValue(json.Span, skipInputValidation: true);
    }

    private static void Scalar(Utf8JsonWriter writer, string text, WireShape shape)
    {
        if (shape.Has(WireKinds.Boolean) && text is "true" or "false")
            writer.WriteBooleanValue(text == "true");
        else if (shape.Has(WireKinds.Number) && IsNumber(text))
            writer.WriteRawValue(text, skipInputValidation: true);
        else
            writer.WriteStringValue(text); // where no string is wanted, the reader says what is, and what it has found
    }

    private static bool IsNumber(string text)
    {
        if (text.Length == 0 || text[0] is not ('-' or (>= '0' and <= '9')))
            return false;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.Number && reader.BytesConsumed == text.Length && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
