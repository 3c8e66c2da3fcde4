using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using OpenApiGen.Http;

namespace OpenApiGen.AspNetCore;

/// <summary>The parts of a <c>multipart/form-data</c> body (RFC 7578). Long ones are kept in a file until the response is done.</summary>
internal static class MultipartBody
{
    public static async Task<WireValue> ReadAsync(
        HttpContext context,
        FormOptions limits,
        WireShape shape,
        FormEncoding[] encodings,
        CancellationToken cancellationToken
    )
    {
        string boundary = MediaTypeHeaderValue.TryParse(context.Request.ContentType, out MediaTypeHeaderValue? type)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value ?? ""
            : "";
        if (boundary.Length == 0 || boundary.Length > limits.MultipartBoundaryLengthLimit)
            throw new InvalidDataException("The body is multipart, and its Content-Type has no boundary.");
        MultipartReader reader = new(boundary, new BodyStream(context.Request.Body))
        {
            HeadersCountLimit = limits.MultipartHeadersCountLimit,
            HeadersLengthLimit = limits.MultipartHeadersLengthLimit,
            BodyLengthLimit = limits.MultipartBodyLengthLimit,
        };
        List<KeyValuePair<string, List<WireValue>>> fields = [];
        Dictionary<string, List<WireValue>> byName = [];
        for (int count = 0; await NextAsync(reader, cancellationToken).ConfigureAwait(false) is { } section; count++)
        {
            if (count >= limits.ValueCountLimit)
                throw new InvalidDataException($"The form has more than {limits.ValueCountLimit} fields.");
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out ContentDispositionHeaderValue? disposition))
                continue;
            string name = Unquoted(disposition.Name.Value);
            WireValue value = await ValueAsync(
                    context,
                    section,
                    disposition,
                    shape.Of(name),
                    FormEncoding.Find(encodings, name),
                    limits,
                    cancellationToken
                )
                .ConfigureAwait(false);
            if (!byName.TryGetValue(name, out List<WireValue>? values))
            {
                byName.Add(name, values = []);
                fields.Add(new(name, values));
            }

            values.Add(value);
        }

        return WireValue.Of(
            fields.Select(f => new KeyValuePair<string, WireValue>(
                f.Key,
                One(f.Value, shape.Of(f.Key), FormEncoding.Find(encodings, f.Key))
            ))
        );
    }

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException fault) when (fault is not BadHttpRequestException)
        {
            throw PartStream.CutOff(fault);
        }
    }

    private static WireValue One(List<WireValue> values, WireShape shape, FormEncoding? encoding) =>
        values.Count > 1
        || (shape is { IsScalar: false } && shape.Has(WireKinds.List) && encoding?.IsJson != true && !values[0].IsJsonArray)
            ? WireValue.Of(values)
            : values[0];

    private static async Task<WireValue> ValueAsync(
        HttpContext context,
        MultipartSection section,
        ContentDispositionHeaderValue disposition,
        WireShape shape,
        FormEncoding? encoding,
        FormOptions limits,
        CancellationToken cancellationToken
    )
    {
        string? fileName =
            disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value
            : disposition.FileName.HasValue ? Unquoted(disposition.FileName.Value)
            : null;
        bool isFile =
            fileName is not null
            || (shape.Has(WireKinds.File) && !shape.Has(WireKinds.List))
            || (shape.Has(WireKinds.List) && shape.Item.Has(WireKinds.File));
        if (!isFile)
        {
            Encoding charset = WireText.EncodingOf(
                MediaTypeHeaderValue.TryParse(section.ContentType, out MediaTypeHeaderValue? of) ? of.Charset.Value : null
            );
            using StreamReader reader = new(new PartStream(section.Body), charset, detectEncodingFromByteOrderMarks: false);
            string text = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            bool isJson = FormBody.IsJson(text, shape, encoding) || (section.ContentType is { } type && MediaTypeText.IsJson(type));
            return isJson ? WireValue.OfJson(Encoding.UTF8.GetBytes(text)) : WireValue.Of(text);
        }

        FileBufferingReadStream content = new(
            new PartStream(section.Body),
            limits.MemoryBufferThreshold,
            limits.MultipartBodyLengthLimit,
            Path.GetTempPath()
        );
        context.Response.RegisterForDisposeAsync(content);
        await content.DrainAsync(cancellationToken).ConfigureAwait(false);
        content.Position = 0;
        ApiFile file = new(content, fileName, section.ContentType);
        foreach (var header in section.Headers ?? [])
        {
            if (header.Key is not ("Content-Disposition" or "Content-Type"))
                file.Headers[header.Key] = header.Value.ToString();
        }

        return WireValue.Of(file);
    }

    /// <summary>Escaped as browsers do it (WHATWG HTML, "multipart/form-data encoding algorithm").</summary>
    private static string Unquoted(string? text) =>
        (HeaderUtilities.RemoveQuotes(text ?? "").Value ?? "")
            .Replace("%22", "\"", StringComparison.Ordinal)
            .Replace("%0D", "\r", StringComparison.Ordinal)
            .Replace("%0A", "\n", StringComparison.Ordinal);
}
