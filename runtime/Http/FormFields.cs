using System.Text.Json;
using OpenApiGen.Json;

namespace OpenApiGen.Http;

// The fields of a form, from the JSON of its record: names, and what each holds. A field that is null is not sent.
internal static class FormFields
{
    public static List<FormField> Of<T>(T value, JsonWriteAction<T> write)
    {
        byte[] json = JsonFiles.Write(value, write, out Dictionary<long, ApiFile> files);
        var fields = new List<FormField>();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new ArgumentException("A form is sent of an object; this value is none.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            if (reader.TokenType != JsonTokenType.Null)
                fields.Add(new(name, Value(ref reader, json, files)));
        }

        // Any left over stands within an object, where there is only JSON.
        if (files.Count > 0)
            throw new NotSupportedException("A file stands inside an object of the form; only fields and lists of fields can be files.");
        return fields;
    }

    private static FormValue Value(ref Utf8JsonReader reader, byte[] json, Dictionary<long, ApiFile> files)
    {
        JsonTokenType token = reader.TokenType;
        if (token == JsonTokenType.String && Take(files, reader.BytesConsumed) is { } file)
            return new FormValue(token, default, file, null);
        int start = (int)reader.TokenStartIndex;
        if (token != JsonTokenType.StartArray)
        {
            reader.Skip();
            return new FormValue(token, json.AsMemory(start, (int)reader.BytesConsumed - start), null, null);
        }

        List<FormValue> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(Value(ref reader, json, files));
        return new FormValue(token, json.AsMemory(start, (int)reader.BytesConsumed - start), null, items);
    }

    private static ApiFile? Take(Dictionary<long, ApiFile> files, long end)
    {
        if (!files.TryGetValue(end, out ApiFile? file))
            return null;
        files.Remove(end);
        return file;
    }
}

internal readonly struct FormField(string name, FormValue value)
{
    public readonly string Name = name;
    public readonly FormValue Value = value;
}

/// <summary>A scalar, an object or a list as JSON, or a file.</summary>
internal sealed class FormValue(JsonTokenType token, ReadOnlyMemory<byte> json, ApiFile? file, List<FormValue>? items)
{
    public readonly ReadOnlyMemory<byte> Json = json;
    public readonly ApiFile? File = file;
    public readonly List<FormValue>? Items = items;

    public bool IsNull => token == JsonTokenType.Null;

    public bool IsObject => token == JsonTokenType.StartObject;

    /// <summary>With the structure that the styles know.</summary>
    public ParameterValue Parameter()
    {
        var reader = new Utf8JsonReader(Json.Span);
        reader.Read();
        return ParameterValue.FromJson(ref reader);
    }

    /// <summary>The text of a string without its quotes; of anything else its JSON.</summary>
    public string Text()
    {
        var reader = new Utf8JsonReader(Json.Span);
        reader.Read();
        return token == JsonTokenType.String ? reader.GetString()! : System.Text.Encoding.UTF8.GetString(Json.ToArray());
    }
}
