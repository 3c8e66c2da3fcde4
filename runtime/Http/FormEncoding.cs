namespace OpenApiGen.Http;

/// <summary>How fields of a form are sent, where that differs from the usual (OpenAPI 3.2, Encoding Object).</summary>
public sealed class FormEncoding
{
    /// <summary>By a style, as query parameters are (<c>application/x-www-form-urlencoded</c>; ignored for multipart).</summary>
    /// <param name="style">Form, SpaceDelimited, PipeDelimited or DeepObject.</param>
    /// <param name="explode">Whether items and members become fields of their own.</param>
    /// <param name="allowReserved">Whether reserved characters stay as they are.</param>
    /// <param name="names">The fields.</param>
    public FormEncoding(ParameterStyle style, bool explode, bool allowReserved, params string[] names)
    {
        Style = style;
        Explode = explode;
        AllowReserved = allowReserved;
        Names = names;
    }

    /// <summary>By a media type.</summary>
    /// <param name="contentType">The <c>Content-Type</c> of the part; a JSON one sends JSON text, of arrays and scalars too. Null for the
    /// usual one.</param>
    /// <param name="names">The fields.</param>
    public FormEncoding(string? contentType, params string[] names)
    {
        ContentType = contentType;
        Names = names;
    }

    internal readonly ParameterStyle? Style;
    internal readonly bool Explode;
    internal readonly bool AllowReserved;
    internal readonly string? ContentType;
    internal readonly string[] Names;
    internal readonly List<KeyValuePair<string, string>> Headers = [];

    /// <summary>Adds a header to the parts; a file's own one goes before it (<see cref="ApiFile.Headers"/>).</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>This object.</returns>
    public FormEncoding Header(string name, string value)
    {
        Headers.Add(new(name, value));
        return this;
    }

    internal bool IsJson => ContentType is { } type && MediaTypeText.IsJson(type);

    internal static FormEncoding? Find(FormEncoding[]? encodings, string name)
    {
        foreach (FormEncoding encoding in encodings ?? [])
            if (Array.IndexOf(encoding.Names, name) >= 0)
                return encoding;
        return null;
    }
}
