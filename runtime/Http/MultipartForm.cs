using System.Text;

namespace OpenApiGen.Http;

// multipart/form-data (RFC 7578) in pieces. Not MultipartFormDataContent: that writes file names as RFC 2047 words, which no server
// reads, loses characters beyond Latin-1 on .NET Framework, and disposes the streams of its parts.
internal static class MultipartForm
{
    public static List<ApiFile> Write(List<FormField> fields, FormEncoding[]? encodings, string boundary)
    {
        List<ApiFile> pieces = [];
        foreach (FormField field in fields)
        {
            FormEncoding? encoding = FormEncoding.Find(encodings, field.Name);
            if (encoding?.IsJson == true || field.Value.Items is not { } items)
                Add(pieces, boundary, field.Name, field.Value, encoding);
            else
                foreach (FormValue item in items)
                    if (!item.IsNull)
                        Add(pieces, boundary, field.Name, item, encoding);
        }

        pieces.Add(Piece($"--{boundary}--\r\n"));
        return pieces;
    }

    private static void Add(List<ApiFile> pieces, string boundary, string name, FormValue value, FormEncoding? encoding)
    {
        var head = new StringBuilder($"--{boundary}\r\nContent-Disposition: form-data; name=\"{Quoted(name)}\"");
        string? type = encoding?.ContentType;
        ApiFile? body = value.File;
        if (body is not null)
        {
            head.Append($"; filename=\"{Quoted(body.FileName ?? name)}\"");
            type = body.ContentType ?? type ?? "application/octet-stream";
        }
        else
        {
            // Fields of plain text go without a type, as browsers send them.
            bool asJson = encoding?.IsJson == true || value.IsObject || value.Items is not null;
            type ??= asJson ? "application/json" : null;
            body = asJson ? new ApiFile(value.Json.ToArray()) : Piece(value.Text());
        }

        if (type is not null)
            Append(head, "Content-Type", type);
        foreach (var pair in body.PartHeaders)
            Append(head, pair.Key, pair.Value);
        foreach (var pair in encoding?.Headers ?? [])
            if (!body.PartHeaders.ContainsKey(pair.Key))
                Append(head, pair.Key, pair.Value);
        pieces.Add(Piece(head.Append("\r\n\r\n").ToString()));
        pieces.Add(body);
        pieces.Add(Piece("\r\n"));
    }

    private static void Append(StringBuilder head, string name, string value)
    {
        HeaderText.Check(name, value);
        head.Append("\r\n").Append(name).Append(": ").Append(value);
    }

    // As browsers do (WHATWG HTML, "multipart/form-data encoding algorithm"): UTF-8, and only what would end the text is escaped.
    private static string Quoted(string text) => text.Replace("\r", "%0D").Replace("\n", "%0A").Replace("\"", "%22");

    private static ApiFile Piece(string text) => new(Encoding.UTF8.GetBytes(text));
}
