using System.Net.Http;
using System.Text;
using OpenApiGen.Json;

namespace OpenApiGen.Http;

public sealed partial class ApiRequest
{
    private HttpContent? _given;
    private string _mediaType = "";
    private List<ApiFile>? _pieces;

    /// <summary>Whether the body, if any, can be sent a second time.</summary>
    internal bool CanRepeat => _given is null && _pieces?.TrueForAll(static piece => piece.CanRepeat) != false;

    // Made anew for each time the request goes out: HttpClient of .NET Framework disposes what it has sent.
    private HttpContent? Content => _given ?? (_pieces is null ? null : new StreamedContent(_mediaType, _pieces));

    /// <summary>Sets a JSON body. It is written now and sent with its length.</summary>
    /// <typeparam name="T">What is written.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="mediaType">Its Content-Type.</param>
    public void JsonBody<T>(T value, JsonWriteAction<T> write, string mediaType = "application/json") =>
        BytesBody(JsonRoot.ToUtf8(value, write), mediaType);

    /// <summary>Sets a body of any kind.</summary>
    /// <param name="content">The body with its content headers. It is not disposed: its streams belong to the caller.</param>
    public void Body(HttpContent? content) => _given = content;

    /// <summary>Sets text, in UTF-8; nothing for null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mediaType">Its Content-Type.</param>
    public void TextBody(string? text, string mediaType)
    {
        if (text is null)
            return;
        if (mediaType.IndexOf("charset", StringComparison.OrdinalIgnoreCase) < 0)
            mediaType += "; charset=utf-8";
        BytesBody(Encoding.UTF8.GetBytes(text), mediaType);
    }

    /// <summary>Sets bytes, streamed; nothing for null.</summary>
    /// <param name="file">The bytes.</param>
    /// <param name="mediaType">The Content-Type where the file has none of its own; a range such as <c>image/*</c> becomes
    /// <c>application/octet-stream</c>.</param>
    public void FileBody(ApiFile? file, string mediaType)
    {
        if (file is not null)
            Pieces(file.ContentType ?? (mediaType.Contains('*') ? "application/octet-stream" : mediaType), [file]);
    }

    /// <summary>Sets <c>application/x-www-form-urlencoded</c>: the members of an object that are set and not null.</summary>
    /// <typeparam name="T">What is written.</typeparam>
    /// <param name="value">The object.</param>
    /// <param name="write">Writes it as JSON, which tells the fields.</param>
    /// <param name="encodings">Fields that are not sent as usual.</param>
    public void FormBody<T>(T value, JsonWriteAction<T> write, FormEncoding[]? encodings = null) =>
        BytesBody(
            Encoding.ASCII.GetBytes(UrlEncodedForm.Write(FormFields.Of(value, write), encodings)),
            "application/x-www-form-urlencoded"
        );

    /// <summary>
    /// Sets <c>multipart/form-data</c>: a part for each member of an object that is set and not null, and for each item of a list. Files
    /// are streamed.
    /// </summary>
    /// <typeparam name="T">What is written.</typeparam>
    /// <param name="value">The object.</param>
    /// <param name="write">Writes it as JSON, which tells the fields.</param>
    /// <param name="encodings">Parts with a media type of their own.</param>
    public void MultipartBody<T>(T value, JsonWriteAction<T> write, FormEncoding[]? encodings = null)
    {
        string boundary = "----" + Guid.NewGuid().ToString("N");
        Pieces("multipart/form-data; boundary=" + boundary, MultipartForm.Write(FormFields.Of(value, write), encodings, boundary));
    }

    /// <summary>
    /// Sets one JSON text after another (JSON Lines, or <c>application/json-seq</c>), each sent as soon as it is there; nothing for null.
    /// </summary>
    /// <typeparam name="T">An item.</typeparam>
    /// <param name="items">The items; enumerated while the request is sent.</param>
    /// <param name="write">Writes one.</param>
    /// <param name="mediaType">Its Content-Type.</param>
    public void LinesBody<T>(IAsyncEnumerable<T>? items, JsonWriteAction<T> write, string mediaType)
    {
        if (items is not null)
            Pieces(mediaType, [JsonLines.Of(items, write, mediaType, canRepeat: false)]);
    }

    /// <summary>Sets one JSON text after another (JSON Lines, or <c>application/json-seq</c>); nothing for null.</summary>
    /// <typeparam name="T">An item.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="write">Writes one.</param>
    /// <param name="mediaType">Its Content-Type.</param>
    public void LinesBody<T>(IEnumerable<T>? items, JsonWriteAction<T> write, string mediaType)
    {
        if (items is not null)
            Pieces(mediaType, [JsonLines.Of(JsonLines.Each(items), write, mediaType, canRepeat: true)]);
    }

    private void BytesBody(byte[] bytes, string mediaType) => Pieces(mediaType, [new ApiFile(bytes)]);

    private void Pieces(string mediaType, List<ApiFile> pieces)
    {
        _mediaType = mediaType;
        _pieces = pieces;
    }
}
