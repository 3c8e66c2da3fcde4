using System.Text.Json;
using OpenApiGen.Json;

namespace OpenApiGen.Http;

/// <summary>How the text of a header becomes JSON, from which its value is read.</summary>
public enum ApiHeaderForm
{
    /// <summary>The text is a string.</summary>
    Text,

    /// <summary>The text is JSON as it stands: a number, a boolean, or a header with <c>content</c>.</summary>
    Json,

    /// <summary>A list of strings (style simple: commas between).</summary>
    TextList,

    /// <summary>A list of numbers or booleans.</summary>
    JsonList,
}

/// <summary>Typed headers of the response, for emitted code.</summary>
public static class ApiHeader
{
    /// <summary>Reads a header; several lines of it are one list (RFC 9110 section 5.2).</summary>
    /// <typeparam name="T">Its type, which null is a value of.</typeparam>
    /// <param name="call">The call, after its response.</param>
    /// <param name="name">The header's name.</param>
    /// <param name="form">What its text is.</param>
    /// <param name="read">Reads the value.</param>
    /// <returns>The value; null where the response has no such header, or there is none yet.</returns>
    /// <exception cref="JsonException">The text is not what the description says.</exception>
    public static T Read<T>(ApiCall call, string name, ApiHeaderForm form, JsonReadFunc<T> read)
    {
        if (call is null)
            throw new ArgumentNullException(nameof(call));
        string? text = call.ResponseHeaders.TryGetValue(name, out IReadOnlyList<string>? lines) ? string.Join(",", lines).Trim() : null;
        try
        {
            return JsonRoot.Read(JsonRoot.ToUtf8((text, form), Write), read);
        }
        catch (JsonException e)
        {
            throw new JsonException($"Header '{name}': {e.Message}", e.Path, e.LineNumber, e.BytePositionInLine, e);
        }
    }

    private static void Write(Utf8JsonWriter writer, (string? Text, ApiHeaderForm Form) header)
    {
        (string? text, ApiHeaderForm form) = header;
        if (text is null)
            writer.WriteNullValue();
        else if (form is ApiHeaderForm.Text or ApiHeaderForm.Json)
            Item(writer, text, form == ApiHeaderForm.Text);
        else
        {
            writer.WriteStartArray();
            if (text.Length > 0)
                foreach (string item in text.Split(','))
                    Item(writer, item.Trim(), form == ApiHeaderForm.TextList);
            writer.WriteEndArray();
        }
    }

    private static void Item(Utf8JsonWriter writer, string text, bool isText)
    {
        if (isText)
            writer.WriteStringValue(text);
        else
            JsonText.WriteRaw(writer, text);
    }
}
