using System.Text;
using System.Text.Json;
using OpenApiGen.Json;

namespace OpenApiGen.Runtime.Tests.Json;

internal static class Write
{
    public static string Text<T>(T value, JsonWriteAction<T> write) => Encoding.UTF8.GetString(JsonRoot.ToUtf8(value, write));

    /// <summary>With the writer an application may bring: validating, indented.</summary>
    public static string Indented<T>(T value, JsonWriteAction<T> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
            write(writer, value);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
