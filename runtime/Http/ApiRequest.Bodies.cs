using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using OpenApiGen.Json;

namespace OpenApiGen.Http;

public sealed partial class ApiRequest
{
    // Made anew for each time the request goes out: HttpClient of .NET Framework disposes what it has sent.
    private Func<HttpContent>? _body;

    /// <summary>Whether the body, if any, can be sent a second time.</summary>
    internal bool CanRepeat { get; private set; } = true;

    /// <summary>Sets a JSON body. It is written now and sent with its length.</summary>
    /// <typeparam name="T">What is written.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="mediaType">Its Content-Type.</param>
    public void JsonBody<T>(T value, JsonWriteAction<T> write, string mediaType = "application/json") => BytesBody(JsonRoot.ToUtf8(value, write), mediaType);

    /// <summary>Sets a body of any kind.</summary>
    /// <param name="content">The body with its content headers. It is not disposed: its streams belong to the caller.</param>
    public void Body(HttpContent? content)
    {
        _body = content is null ? null : () => content;
        CanRepeat = content is null;
    }

    /// <summary>Sets text, in UTF-8; nothing for null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mediaType">Its Content-Type.</param>
    public void TextBody(string? text, string mediaType)
    {
        if (text is null) return;
        if (mediaType.IndexOf("charset", StringComparison.OrdinalIgnoreCase) < 0) mediaType += "; charset=utf-8";
        BytesBody(Encoding.UTF8.GetBytes(text), mediaType);
    }

    /// <summary>Sets bytes, streamed; nothing for null.</summary>
    /// <param name="file">The bytes.</param>
    /// <param name="mediaType">The Content-Type where the file has none of its own; a range such as <c>image/*</c> becomes <c>application/octet-stream</c>.</param>
    public void FileBody(ApiFile? file, string mediaType)
    {
        if (file is null) return;
        string type = file.ContentType ?? (mediaType.Contains('*') ? "application/octet-stream" : mediaType);
        _body = () => new StreamedContent(type, file.Length, file.WriteAsync);
        CanRepeat = file.CanRepeat;
    }

    /// <summary>Sets <c>application/x-www-form-urlencoded</c>: the members of an object that are set and not null.</summary>
    /// <typeparam name="T">What is written.</typeparam>
    /// <param name="value">The object.</param>
    /// <param name="write">Writes it as JSON, which tells the fields.</param>
    /// <param name="encodings">Fields that are not sent as usual.</param>
    public void FormBody<T>(T value, JsonWriteAction<T> write, FormEncoding[]? encodings = null) =>
        BytesBody(Encoding.ASCII.GetBytes(UrlEncodedForm.Write(FormFields.Of(value, write), encodings)), "application/x-www-form-urlencoded");

    /// <summary>Sets <c>multipart/form-data</c>: a part for each member of an object that is set and not null, and for each item of a list. Files are streamed.</summary>
    /// <typeparam name="T">What is written.</typeparam>
    /// <param name="value">The object.</param>
    /// <param name="write">Writes it as JSON, which tells the fields.</param>
    /// <param name="encodings">Parts with a media type of their own.</param>
    public void MultipartBody<T>(T value, JsonWriteAction<T> write, FormEncoding[]? encodings = null)
    {
        List<FormField> fields = FormFields.Of(value, write);
        _body = () => new MultipartForm(fields, encodings, "multipart/form-data");
        CanRepeat = fields.TrueForAll(static f => f.Value.File?.CanRepeat != false && f.Value.Items?.TrueForAll(static i => i.File?.CanRepeat != false) != false);
    }

    /// <summary>Sets one JSON text after another (JSON Lines, or <c>application/json-seq</c>), each sent as soon as it is there; nothing for null.</summary>
    /// <typeparam name="T">An item.</typeparam>
    /// <param name="items">The items; enumerated while the request is sent.</param>
    /// <param name="write">Writes one.</param>
    /// <param name="mediaType">Its Content-Type.</param>
    public void LinesBody<T>(IAsyncEnumerable<T>? items, JsonWriteAction<T> write, string mediaType)
    {
        if (items is null) return;
        _body = () => StreamedContent.Lines(items, write, mediaType);
        CanRepeat = false;
    }

    /// <summary>Sets one JSON text after another (JSON Lines, or <c>application/json-seq</c>); nothing for null.</summary>
    /// <typeparam name="T">An item.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="write">Writes one.</param>
    /// <param name="mediaType">Its Content-Type.</param>
    public void LinesBody<T>(IEnumerable<T>? items, JsonWriteAction<T> write, string mediaType)
    {
        if (items is null) return;
        LinesBody(Each(items), write, mediaType);
        CanRepeat = true;
    }

    private static async IAsyncEnumerable<T> Each<T>(IEnumerable<T> items)
    {
        foreach (T item in items) yield return item;
        await Task.CompletedTask.ConfigureAwait(false);
    }

    private void BytesBody(byte[] bytes, string mediaType)
    {
        _body = () =>
        {
            var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
            return content;
        };
        CanRepeat = true;
    }
}
