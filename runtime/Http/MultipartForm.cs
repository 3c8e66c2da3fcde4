using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;

namespace OpenApiGen.Http;

// multipart/form-data (RFC 7578), streamed. Not MultipartFormDataContent: that writes file names as RFC 2047 words, which no server
// reads, loses characters beyond Latin-1 on .NET Framework, and disposes the streams of its parts.
internal sealed class MultipartForm : HttpContent
{
    private static readonly byte[] s_lineEnd = [(byte)'\r', (byte)'\n'];

    private readonly string _boundary = "----" + Guid.NewGuid().ToString("N");
    private readonly List<Part> _parts = [];

    public MultipartForm(List<FormField> fields, FormEncoding[]? encodings, string mediaType)
    {
        foreach (FormField field in fields)
        {
            FormEncoding? encoding = FormEncoding.Find(encodings, field.Name);
            if (encoding?.IsJson == true || field.Value.Items is not { } items) Add(field.Name, field.Value, encoding);
            else
                foreach (FormValue item in items)
                    if (!item.IsNull) Add(field.Name, item, encoding);
        }

        Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        Headers.ContentType.Parameters.Add(new NameValueHeaderValue("boundary", _boundary));
    }

    private void Add(string name, FormValue value, FormEncoding? encoding)
    {
        string? type = encoding?.ContentType;
        if (value.File is { } file)
        {
            string head = $"; filename=\"{Quoted(file.FileName ?? name)}\"";
            _parts.Add(new Part(Head(name, head, file.ContentType ?? type ?? "application/octet-stream", file.PartHeaders), default, file));
            return;
        }

        // Fields of plain text go without a type, as browsers send them.
        bool asJson = encoding?.IsJson == true || value.IsObject || value.Items is not null;
        ReadOnlyMemory<byte> body = asJson ? value.Json : Encoding.UTF8.GetBytes(value.Text());
        _parts.Add(new Part(Head(name, "", type ?? (asJson ? "application/json" : null), []), body, null));
    }

    private byte[] Head(string name, string more, string? type, IEnumerable<KeyValuePair<string, string>> headers)
    {
        var head = new StringBuilder($"--{_boundary}\r\nContent-Disposition: form-data; name=\"{Quoted(name)}\"{more}\r\n");
        if (type is not null) Append(head, "Content-Type", type);
        foreach (var pair in headers) Append(head, pair.Key, pair.Value);
        return Encoding.UTF8.GetBytes(head.Append("\r\n").ToString());
    }

    private static void Append(StringBuilder head, string name, string value)
    {
        HeaderText.Check(name, value);
        head.Append(name).Append(": ").Append(value).Append("\r\n");
    }

    // As browsers do (WHATWG HTML, "multipart/form-data encoding algorithm"): UTF-8, and only what would end the text is escaped.
    private static string Quoted(string text) => text.Replace("\r", "%0D").Replace("\n", "%0A").Replace("\"", "%22");

    private byte[] End => Encoding.ASCII.GetBytes($"--{_boundary}--\r\n");

    protected override bool TryComputeLength(out long length)
    {
        length = End.Length;
        foreach (Part part in _parts)
        {
            if ((part.File is null ? part.Body.Length : part.File.Length) is not { } size) return false;
            length += part.Head.Length + size + s_lineEnd.Length;
        }

        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => WriteAsync(stream, CancellationToken.None);

#if NET
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) => WriteAsync(stream, cancellationToken);
#endif

    private async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        foreach (Part part in _parts)
        {
            await stream.WriteAllAsync(part.Head, cancellationToken).ConfigureAwait(false);
            if (part.File is not null) await part.File.WriteAsync(stream, cancellationToken).ConfigureAwait(false);
            else await stream.WriteAllAsync(part.Body, cancellationToken).ConfigureAwait(false);
            await stream.WriteAllAsync(s_lineEnd, cancellationToken).ConfigureAwait(false);
        }

        await stream.WriteAllAsync(End, cancellationToken).ConfigureAwait(false);
    }

    private sealed class Part(byte[] head, ReadOnlyMemory<byte> body, ApiFile? file)
    {
        public byte[] Head => head;

        public ReadOnlyMemory<byte> Body => body;

        public ApiFile? File => file;
    }
}
