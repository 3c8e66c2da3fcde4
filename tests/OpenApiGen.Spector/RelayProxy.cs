using System.Reflection;
using OpenApiGen.AspNetCore;
using OpenApiGen.Http;

namespace OpenApiGen.Spector;

/// <summary>A handler whose methods call those of the same name of the client, with the same arguments.</summary>
public class RelayProxy : DispatchProxy
{
    private static readonly MethodInfo s_run = typeof(RelayProxy).GetMethod(
        nameof(RunAsync),
        BindingFlags.Instance | BindingFlags.NonPublic
    )!;

    private object _group = null!;
    private Type _groupType = null!;

    public static object Of(Type handler, object client)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(client);
        object made = Create(handler, typeof(RelayProxy));
        PropertyInfo group = GroupOf(handler, client.GetType());
        RelayProxy proxy = (RelayProxy)made;
        proxy._group = group.GetValue(client)!;
        proxy._groupType = group.PropertyType;
        return made;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        s_run
            .MakeGenericMethod(targetMethod!.ReturnType.GetGenericArguments()[0])
            .Invoke(this, BindingFlags.DoNotWrapExceptions, null, [targetMethod, args], null);

    /// <summary>By the name of the group, and where that is taken by something else, by the names of its operations.</summary>
    private static PropertyInfo GroupOf(Type handler, Type client)
    {
        HashSet<string> operations = [.. handler.GetMethods().Select(static m => m.Name)];
        PropertyInfo[] groups =
        [
            .. client
                .GetProperties()
                .Where(p => p.PropertyType.IsInterface && operations.IsSubsetOf(p.PropertyType.GetMethods().Select(static m => m.Name))),
        ];
        string name = handler.Name[1..];
        return groups.OrderByDescending(p => name.StartsWith(p.Name, StringComparison.Ordinal) ? p.Name.Length : 0).FirstOrDefault()
            ?? throw new InvalidOperationException($"no group of {client} is that of {handler}");
    }

    private async Task<TAnswer> RunAsync<TAnswer>(MethodInfo method, object?[] args)
        where TAnswer : ServerAnswer
    {
        HttpContext context = args.OfType<HttpContext>().Single();
        string accept = context.Request.Headers.Accept.ToString();
        ApiCall call = new() { KeepBody = true, Accept = accept is "" or "*/*" ? null : accept };
        foreach (string header in new[] { "Authorization", "x-ms-api-key", "Last-Event-ID" })
        {
            if (context.Request.Headers.TryGetValue(header, out var value))
                call.Headers[header] = value.ToString();
        }

        MethodInfo target = Target(method, accept);
        object?[] values = [.. target.GetParameters().Select(p => Argument(p, method, args, call))];
        try
        {
            object? result = target.Invoke(_group, BindingFlags.DoNotWrapExceptions, null, values, null);
            if (result is not Task task)
                return Answers.Of<TAnswer>(result, target.ReturnType, call, context);
            await task;
            Type? type = target.ReturnType.GetGenericArguments().FirstOrDefault();
            return Answers.Of<TAnswer>(type is null ? null : task.GetType().GetProperty("Result")!.GetValue(task), type, call, context);
        }
        catch (ApiException e) when ((int)e.StatusCode >= 300)
        {
            PropertyInfo? error = e.GetType().GetProperty("Error");
            return Answers.Of<TAnswer>(error?.GetValue(e), error?.PropertyType, call, context);
        }
    }

    /// <summary>The method with the parameters of the handler's; of several answers the one that is asked for.</summary>
    private MethodInfo Target(MethodInfo method, string accept)
    {
        ParameterInfo[] given = method.GetParameters();
        string name = method.Name[..^"Async".Length];
        bool isOther =
            accept.Length > 0
            && !accept.Contains('*', StringComparison.Ordinal)
            && !accept.Contains("json", StringComparison.OrdinalIgnoreCase);
        string[] names = isOther ? [name + "AsFile", name + "AsText", name + "Stream", name] : [name, name + "Stream"];
        return names
                .SelectMany(n => _groupType.GetMethods().Where(m => m.Name == n + "Async" && m.GetParameters().All(p => IsGiven(p, given))))
                .FirstOrDefault()
            ?? throw new InvalidOperationException($"no method of {_groupType} is {method}");
    }

    private static bool IsGiven(ParameterInfo parameter, ParameterInfo[] given) =>
        parameter.ParameterType == typeof(ApiCall)
        || parameter.ParameterType == typeof(CancellationToken)
        || Array.Exists(given, g => g.Name == parameter.Name && Bare(g.ParameterType) == Bare(parameter.ParameterType));

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static object? Argument(ParameterInfo parameter, MethodInfo method, object?[] args, ApiCall call) =>
        parameter.ParameterType == typeof(ApiCall) ? call
        : parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None
        : args[Array.FindIndex(method.GetParameters(), p => p.Name == parameter.Name)];
}
