using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>The Encoding Objects of a form: fields that are sent in the same way go together.</summary>
internal static class FormEncodings
{
    public static EquatableArray<EncodingModel> Of(LoweringContext context, BodyForm form, IOpenApiMediaType? media, SpecPointer place)
    {
        if (form is not (BodyForm.Form or BodyForm.Multipart) || media?.Encoding is not { Count: > 0 } encodings)
            return default;
        List<(EncodingModel Model, List<string> Names)> groups = [];
        foreach (KeyValuePair<string, OpenApiEncoding> entry in encodings)
        {
            if (entry.Value is null)
                continue;
            EquatableArray<PartHeaderModel> headers =
                form == BodyForm.Multipart ? Headers(context, entry.Value, place[entry.Key]["headers"]) : default;
            EncodingModel? model =
                Encoding(form, entry.Value, context.Raw(place[entry.Key]))
                ?? (headers.IsEmpty ? null : new EncodingModel(default, "null", null, false, false));
            if (model is null)
                continue;
            model = model with { Headers = headers };
            int at = groups.FindIndex(g => g.Model == model);
            if (at < 0)
                groups.Add((model, [Literals.String(entry.Key)]));
            else
                groups[at].Names.Add(Literals.String(entry.Key));
        }

        return groups.Select(static g => g.Model with { NameLiterals = g.Names.ToEquatableArray() }).ToEquatableArray();
    }

    /// <summary>Headers whose value the description settles; a caller has no way to give others, except with a file.</summary>
    private static EquatableArray<PartHeaderModel> Headers(LoweringContext context, OpenApiEncoding encoding, SpecPointer place)
    {
        if (encoding.Headers is null)
            return default;
        List<PartHeaderModel> headers = [];
        foreach (KeyValuePair<string, IOpenApiHeader> header in encoding.Headers)
        {
            // It "is described separately and SHALL be ignored in this section" (OAS 3.1, Encoding Object).
            if (header.Key.Equals("content-type", StringComparison.OrdinalIgnoreCase))
                continue;
            if (Value(header.Value?.Schema) is { } value)
                headers.Add(new PartHeaderModel(Literals.String(header.Key), Literals.String(value)));
            else
                context.Unsupported(
                    place,
                    header.Key,
                    "is not sent by itself because it has no const or default; set it in ApiFile.Headers of a file"
                );
        }

        return headers.Count == 0 ? default : headers.ToEquatableArray();
    }

    private static string? Value(IOpenApiSchema? schema)
    {
        if (schema?.Const is { } constant)
            return constant;
        JsonNode? value = schema?.Enum is { Count: 1 } only ? only[0] : schema?.Default;
        return SchemaFacts.StringValue(value) ?? (value is JsonValue ? value.ToJsonString() : null);
    }

    private static EncodingModel? Encoding(BodyForm form, OpenApiEncoding encoding, JsonNode? raw)
    {
        // What the reader's model returns for a keyword that is absent is not to be told from what was written.
        bool hasStyle = raw is JsonObject node && (node["style"] ?? node["explode"] ?? node["allowReserved"]) is not null;
        if (form == BodyForm.Form && hasStyle)
        {
            ParameterStyle style = encoding.Style ?? ParameterStyle.Form;
            if (
                style
                is not (ParameterStyle.Form or ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited or ParameterStyle.DeepObject)
            )
                return null;
            return new EncodingModel(
                default,
                null,
                style.ToString(),
                encoding.Explode ?? style == ParameterStyle.Form,
                encoding.AllowReserved == true
            );
        }

        // A list or a range is what is allowed, not what is sent.
        string? type = encoding.ContentType;
        if (type is null || type.IndexOf(',') >= 0 || type.IndexOf('*') >= 0 || type.Trim().Length == 0)
            return null;
        return form == BodyForm.Multipart || MediaTypes.IsJson(type)
            ? new EncodingModel(default, Literals.String(type.Trim()), null, false, false)
            : null;
    }
}
