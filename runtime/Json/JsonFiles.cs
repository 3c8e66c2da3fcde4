using System.Text;
using System.Text.Json;

namespace OpenApiGen.Json;

// A form goes through the JSON of its record, which knows what was set; a file has no JSON, so it steps aside while a form is
// written, and is found again by where its token ends.
internal static class JsonFiles
{
    [ThreadStatic]
    private static Dictionary<long, ApiFile>? s_files;

    /// <summary>Writes a value and gives the files in it by the offset behind the token that stands for each.</summary>
    public static byte[] Write<T>(T value, JsonWriteAction<T> write, out Dictionary<long, ApiFile> files)
    {
        Dictionary<long, ApiFile>? outer = s_files;
        s_files = files = [];
        try
        {
            return JsonRoot.ToUtf8(value, write);
        }
        finally
        {
            s_files = outer;
        }
    }

    /// <summary>Reads the JSON of a form whose files stand aside.</summary>
    /// <param name="json">With a text in place of each file.</param>
    /// <param name="files">The files by the offset behind that text.</param>
    /// <param name="read">Reads the form.</param>
    public static T Read<T>(ReadOnlySpan<byte> json, Dictionary<long, ApiFile> files, JsonReadFunc<T> read)
    {
        Dictionary<long, ApiFile>? outer = s_files;
        s_files = files;
        try
        {
            return JsonRoot.Read(json, read);
        }
        finally
        {
            s_files = outer;
        }
    }

    /// <summary>The file that a text stands for; null where it stands for itself.</summary>
    public static ApiFile? Given(in Utf8JsonReader reader) =>
        s_files is { } files && files.TryGetValue(reader.BytesConsumed, out ApiFile? file) ? file : null;

    /// <summary>Whether a form is being written, which then has the file.</summary>
    public static bool TakeAside(Utf8JsonWriter writer, ApiFile file)
    {
        if (s_files is not { } files)
            return false;
        writer.WriteStringValue("");
        files.Add(writer.BytesCommitted + writer.BytesPending, file);
        return true;
    }
}

public static partial class JsonRead
{
    /// <summary>Reads a file: out of a form as it is, out of JSON the characters of a string as bytes in UTF-8.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static ApiFile File(ref Utf8JsonReader reader) => JsonFiles.Given(reader) ?? new(Encoding.UTF8.GetBytes(String(ref reader)));

    /// <summary>Reads a file or <c>null</c>.</summary>
    /// <inheritdoc cref="File(ref Utf8JsonReader)"/>
    public static ApiFile? FileOrNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : File(ref reader);
}

public static partial class JsonWrite
{
    /// <summary>Writes a file: into a form as it is, into JSON as the text that its bytes are in UTF-8.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="NotSupportedException">It is a stream, and this is not a form.</exception>
    public static void File(Utf8JsonWriter writer, ApiFile? value)
    {
        if (value is null)
            writer.WriteNullValue();
        else if (!JsonFiles.TakeAside(writer, value))
            writer.WriteStringValue(value.Text);
    }

    /// <summary>Writes a member: a file.</summary>
    /// <param name="writer">Where to, inside an object.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="NotSupportedException">It is a stream, and this is not a form.</exception>
    public static void File(Utf8JsonWriter writer, JsonEncodedText name, ApiFile? value)
    {
        writer.WritePropertyName(name);
        File(writer, value);
    }
}
