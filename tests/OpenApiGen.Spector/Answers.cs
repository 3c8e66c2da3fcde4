using System.Reflection;
using OpenApiGen.AspNetCore;
using OpenApiGen.Http;

namespace OpenApiGen.Spector;

/// <summary>What the client gave to what the handler answers: the method of the answer that has that status and takes that type.</summary>
internal static class Answers
{
    private static readonly string[] s_notRelayed =
    [
        "content-length",
        "content-type",
        "content-disposition",
        "transfer-encoding",
        "connection",
        "keep-alive",
        "date",
    ];

    /// <param name="value">What the client's method gave, or the error that it threw; null for no body.</param>
    /// <param name="type">The declared type of that.</param>
    /// <param name="call">The status and the headers.</param>
    /// <param name="context">Where the headers go that no method of the answer takes.</param>
    public static TAnswer Of<TAnswer>(object? value, Type? type, ApiCall call, HttpContext context)
        where TAnswer : ServerAnswer
    {
        if (value is ApiStream stream)
            (value, type) = (new ApiFile(stream, stream.FileName, stream.ContentType), typeof(ApiFile));
        else if (
            type is not null
            && type.GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Any(static m => m.Name.StartsWith("From", StringComparison.Ordinal))
            && type.GetProperty("StatusCode") is not null
        )
            (value, type) = Outcome(value!);

        // A stream has no status before it is read; its answer has the one that is declared.
        int status = (int)call.StatusCode.GetValueOrDefault();
        if (HttpMethods.IsHead(context.Request.Method))
            context.Response.ContentType = Header(call, "Content-Type");
        foreach (
            MethodInfo method in typeof(TAnswer)
                .GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Where(static m => m.ReturnType == typeof(TAnswer) && m.Name is not ("op_Implicit" or "Other"))
        )
        {
            if (Arguments(method, value, type, status, call) is not { } arguments)
                continue;
            TAnswer answer = (TAnswer)method.Invoke(null, arguments)!;
            if (status != 0 && answer.StatusCode != status)
                continue;
            CopyHeaders(call, context, [.. answer.Headers.Select(static h => h.Key.ToLowerInvariant()), .. s_notRelayed]);
            return answer;
        }

        // A status that the document does not have, as it came.
        if (type is not null || status == 0)
            throw new InvalidOperationException($"{typeof(TAnswer)} has no answer {status} of {type}");
        IResult other = Results.Text(call.Body.Span, Header(call, "Content-Type"), status);
        return (TAnswer)typeof(TAnswer).GetMethod("Other")!.Invoke(null, [other])!;
    }

    private static object?[]? Arguments(MethodInfo method, object? value, Type? type, int status, ApiCall call)
    {
        List<object?> arguments = [];
        bool takesBody = false;
        foreach (ParameterInfo parameter in method.GetParameters())
        {
            if (parameter.Name == "statusCode")
                arguments.Add(status);
            else if (parameter.Name == "body")
            {
                if (type is null || !parameter.ParameterType.IsAssignableFrom(type))
                    return null;
                takesBody = true;
                arguments.Add(value);
            }
            else
            {
                object? header = TypedHeader(method, parameter.Name!, call);
                if (header is null && !parameter.HasDefaultValue)
                    return null;
                arguments.Add(header);
            }
        }

        return takesBody == type is not null ? [.. arguments] : null;
    }

    /// <summary>By the method of the call that reads it: <c>call.GetETag()</c>.</summary>
    private static object? TypedHeader(MethodInfo answer, string name, ApiCall call) =>
        answer
            .Module.GetTypes()
            .Where(t => t.Namespace == answer.DeclaringType!.Namespace && t.IsAbstract && t.IsSealed)
            .SelectMany(static t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .FirstOrDefault(m =>
                m.Name.Equals("Get" + name, StringComparison.OrdinalIgnoreCase)
                && m.GetParameters() is [{ ParameterType: var first }]
                && first == typeof(ApiCall)
            )
            ?.Invoke(null, [call]);

    /// <summary>The body of the one success that a result is.</summary>
    private static (object? Value, Type? Type) Outcome(object result)
    {
        int status = (int)result.GetType().GetProperty("StatusCode")!.GetValue(result)!;
        foreach (
            PropertyInfo property in result
                .GetType()
                .GetProperties()
                .Where(static p => p.Name != "StatusCode" && p.PropertyType != typeof(bool))
        )
        {
            if (property.GetValue(result) is { } value)
                return (value, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
        }

        return status == 0 ? throw new InvalidOperationException("a result without a status") : (null, null);
    }

    private static void CopyHeaders(ApiCall call, HttpContext context, HashSet<string> others)
    {
        foreach ((string name, IReadOnlyList<string> values) in call.ResponseHeaders)
        {
            if (!others.Contains(name.ToLowerInvariant()))
                context.Response.Headers[name] = values.ToArray();
        }
    }

    private static string? Header(ApiCall call, string name) =>
        call.ResponseHeaders.TryGetValue(name, out IReadOnlyList<string>? values) ? values[0] : null;
}
