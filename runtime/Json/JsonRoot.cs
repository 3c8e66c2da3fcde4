using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenApiGen.Json;

/// <summary>Reads and writes whole JSON texts (RFC 8259) without <see cref="JsonSerializer"/>: HTTP bodies, events.</summary>
public static partial class JsonRoot
{
    // Non-ASCII text stays readable and short; nothing here is embedded in HTML, which is what the default encoder guards.
    // Validation is left out because emitted code is balanced by construction, as in JsonSerializer.
    private static readonly JsonWriterOptions s_writerOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static readonly PooledBuffer s_nowhere = new();

    [ThreadStatic]
    private static PooledBuffer? s_buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? s_writer;

    /// <summary>Reads one JSON text. A byte order mark before it is skipped; anything after the value, or a comment, is an error.</summary>
    /// <typeparam name="T">What the JSON value becomes.</typeparam>
    /// <param name="utf8Json">The text, complete.</param>
    /// <param name="read">Reads the value; the reader stands on its first token.</param>
    /// <exception cref="JsonException">Not JSON, or not a <typeparamref name="T"/>; with path, line and position (both from 0, the position
    /// in bytes).</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8Json, JsonReadFunc<T> read) => Read(utf8Json, read, ApiReading.Strict, out _);

    /// <param name="utf8Json">The text, complete.</param>
    /// <param name="read">Reads the value; the reader stands on its first token.</param>
    /// <param name="reading">What happens to members that are not what was declared.</param>
    /// <inheritdoc cref="Read{T}(ReadOnlySpan{byte}, JsonReadFunc{T})"/>
    public static T Read<T>(ReadOnlySpan<byte> utf8Json, JsonReadFunc<T> read, ApiReading reading) => Read(utf8Json, read, reading, out _);

    /// <param name="utf8Json">The text, complete.</param>
    /// <param name="read">Reads the value; the reader stands on its first token.</param>
    /// <param name="reading">What happens to members that are not what was declared.</param>
    /// <param name="faults">Those members.</param>
    /// <inheritdoc cref="Read{T}(ReadOnlySpan{byte}, JsonReadFunc{T})"/>
    public static T Read<T>(ReadOnlySpan<byte> utf8Json, JsonReadFunc<T> read, ApiReading reading, out IReadOnlyList<ApiFault> faults)
    {
        if (read is null)
            throw new ArgumentNullException(nameof(read));
        if (utf8Json.Length >= 3 && utf8Json[0] == 0xEF && utf8Json[1] == 0xBB && utf8Json[2] == 0xBF)
            utf8Json = utf8Json.Slice(3);

        faults = [];
        T value = default!;
        JsonException? failure = null;
        var reader = new Utf8JsonReader(utf8Json, isFinalBlock: true, state: default);
        var scope = ReadScope.Begin(ReadMarks.Whole);
        try
        {
            if (!reader.Read())
                JsonFailure.ThrowTruncated();
            value = read(ref reader);
            reader.Read(); // throws on anything but white space
            ReadMarks marks = JsonKeeping.Marks;
            if ((marks & ReadMarks.Raw) != 0)
                JsonText.CheckWhole(utf8Json);
            if ((marks & ReadMarks.Unusual) == 0)
                return value;
        }
        catch (Exception e) when (JsonLocation.NeedsPath(e))
        {
            failure = JsonLocation.Locate(
                e,
                new Utf8JsonReader(utf8Json, isFinalBlock: true, state: default),
                reader.TokenStartIndex,
                utf8Json
            );
        }
        finally
        {
            scope.End();
        }

        return Again(utf8Json.ToArray(), read, reading, failure, value, out faults);
    }

    /// <summary>Writes one value as a JSON text in UTF-8, without white space.</summary>
    /// <typeparam name="T">What is written.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it.</param>
    /// <returns>The text, in an array of exactly its length.</returns>
    public static byte[] ToUtf8<T>(T value, JsonWriteAction<T> write)
    {
        PooledBuffer buffer = s_buffer ?? new PooledBuffer();
        s_buffer = null; // a write inside this one gets its own
        try
        {
            Write(buffer, value, write);
#if NET
            byte[] text = GC.AllocateUninitializedArray<byte>(buffer.WrittenSpan.Length);
            buffer.WrittenSpan.CopyTo(text);
            return text;
#else
            return buffer.WrittenSpan.ToArray();
#endif
        }
        finally
        {
            buffer.Clear();
            s_buffer = buffer;
        }
    }

    /// <summary>Writes one value as a JSON text in UTF-8, without white space.</summary>
    /// <typeparam name="T">What is written.</typeparam>
    /// <param name="output">Where to; advanced by the length of the text.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it.</param>
    public static void Write<T>(IBufferWriter<byte> output, T value, JsonWriteAction<T> write)
    {
        if (output is null)
            throw new ArgumentNullException(nameof(output));
        if (write is null)
            throw new ArgumentNullException(nameof(write));

        Utf8JsonWriter? writer = s_writer;
        s_writer = null;
        if (writer is null)
            writer = new Utf8JsonWriter(output, s_writerOptions);
        else
            writer.Reset(output);
        try
        {
            write(writer, value);
            writer.Flush();
        }
        finally
        {
            writer.Reset(s_nowhere); // keeps no reference to the caller's buffer
            s_writer = writer;
        }
    }
}
