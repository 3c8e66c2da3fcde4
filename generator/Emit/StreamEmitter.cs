using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>A response that comes item by item: the request is made when the enumeration begins, the loop is the runtime's.</summary>
internal static class StreamEmitter
{
    /// <summary>The enumeration beside a response in one piece.</summary>
    public static void Declaration(OperationModel operation, StreamModel stream, SourceWriter w)
    {
        Overload overload = Overload.First(operation);
        w.Blank();
        w.Docs(
            "summary",
            $"The response of <c>{operation.Name}Async</c> item by item (<c>{XmlDoc.Escape(stream.AcceptLiteral.Trim('"').Split(',')[0])}</c>), as it comes.{(stream.FlagName is null ? "" : " The body is sent with <c>stream</c> set.")}"
        );
        overload.Document(w);
        w.Obsolete(operation.Obsolete);
        w.Lines(Signature(stream, overload) + ";");
    }

    public static void Implementation(OperationModel operation, StreamModel stream, JsonCode json, SourceWriter w)
    {
        Overload overload = Overload.First(operation);
        w.Blank();
        w.Obsolete(operation.Obsolete);
        using (w.Open("public " + Signature(stream, overload)))
            Body(operation, overload, stream, json, w);
    }

    /// <summary>What the items are made of, as a C# expression.</summary>
    public static string Format(StreamFormat format, EventsModel? events) =>
        events is null
            ? $"§ApiStreamFormat.{format}"
            : $"new §ApiEvents(§ApiStreamFormat.{format}, {events.EndLiteral ?? "null"}, {(events.HasUnnamed ? "true" : "false")}{string.Concat(events.TextLiterals.Select(static t => ", " + t))})";

    /// <summary>What the method gives, as text.</summary>
    public static string Result(StreamModel stream) => $"§IAsyncEnumerable<{stream.Item.CSharp}>";

    public static string Signature(StreamModel stream, Overload overload) => $"{Result(stream)} {stream.Name}Async({overload.Signature()})";

    public static void Body(OperationModel operation, Overload overload, StreamModel stream, JsonCode json, SourceWriter w)
    {
        if (stream.FlagName is { } flag && overload.Body is { } body)
            w.Lines($"{(body.IsRequired ? "" : $"if ({body.Name} is not null) ")}{body.Name} = {body.Name} with {{ {flag} = true }};");
        w.Lines(
            $"return _transport.StreamAsync(newRequest, {Format(stream.Format, stream.Events)}, {json.Reader(stream.Item)}, {OperationEmitter.FieldName(operation)}, call, cancellationToken);"
        );
        w.Blank();
        using (w.Open("§ApiRequest newRequest()"))
        {
            OperationEmitter.Request(operation, overload, stream.AcceptLiteral, json, w);
            w.Lines("return request;");
        }
    }
}
