using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Http;

namespace OpenApiGen.Generator.Tests.Server;

/// <summary>Client and server of one description, compiled, with HTTP between them: Kestrel on a loopback port.</summary>
internal sealed class BothSides : IAsyncDisposable
{
    // Without what the styles pipeDelimited and spaceDelimited have between items, where nobody can tell it from data, and without a triple
    // such as %20, which
    // allowReserved takes for encoded already.
    private const string Hard = "a/b?c=d&e+f%2,ü;[x]€";
    private const string Plain = "plain-text";

    private static int s_last;

    private readonly Assembly _assembly;
    private readonly WebApplication _app;
    private readonly HttpClient _http = new();
    private MethodInfo? _called;
    private object?[] _arguments = [];
    private string[] _received = [];
    private Func<MethodInfo, object> _answer = static _ => throw new InvalidOperationException();

    private BothSides(Assembly assembly, WebApplication app)
    {
        _assembly = assembly;
        _app = app;
    }

    public int Calls { get; private set; }

    public List<string> Problems { get; } = [];

    public static async Task<BothSides> StartAsync(GeneratorRun run)
    {
        using MemoryStream image = new();
        // Proxies of its interfaces are made beside this assembly, and find it by its name.
        if (!run.Output.WithAssemblyName("BothSides" + Interlocked.Increment(ref s_last)).Emit(image).Success)
            CleanCompilation.Assert(run);
        image.Position = 0;
        Assembly assembly = AssemblyLoadContext.Default.LoadFromStream(image);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        BothSides sides = new(assembly, builder.Build());
        sides.Map();
        await sides._app.StartAsync();
        return sides;
    }

    public async Task CallAllAsync()
    {
        Type client = _assembly
            .GetTypes()
            .Single(static t => t.GetConstructors() is [{ } only] && only.GetParameters() is [{ ParameterType.Name: "HttpClient" }, ..]);
        _http.BaseAddress = new Uri(_app.Urls.Single());
        object options = Activator.CreateInstance(client.GetConstructors()[0].GetParameters()[1].ParameterType)!;
        foreach (PropertyInfo option in options.GetType().GetProperties().Where(static p => p.PropertyType == typeof(Uri)))
            option.SetValue(options, _http.BaseAddress);
        object root = Activator.CreateInstance(client, _http, options)!;
        foreach (PropertyInfo group in client.GetProperties())
        {
            foreach (
                MethodInfo method in group.PropertyType.GetMethods().Where(static m => m.Name.EndsWith("Async", StringComparison.Ordinal))
            )
            {
                // Enumerations of pages are calls of the other methods.
                if (Handler(group.PropertyType, method) is { } handler)
                    await CallAsync(group.GetValue(root)!, method, handler);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private void Map()
    {
        Type endpoints = _assembly
            .GetTypes()
            .Single(static t => t.Name.EndsWith("Endpoints", StringComparison.Ordinal) && t.GetMethods().Any(IsMap));
        MethodInfo map = endpoints.GetMethods().Single(IsMap);
        Type marker = map.GetParameters()[1].ParameterType.GetElementType()!;
        Type[] handlers = [.. _assembly.GetTypes().Where(t => t.IsInterface && t != marker && marker.IsAssignableFrom(t))];
        Array all = Array.CreateInstance(marker, handlers.Length);
        for (int i = 0; i < handlers.Length; i++)
            all.SetValue(RecordingHandler.Of(handlers[i], RecordAsync), i);
        map.Invoke(null, [_app, all]);
    }

    private static bool IsMap(MethodInfo method) => method.GetParameters() is [_, { ParameterType.IsArray: true }];

    /// <summary>The method of the server's side with the same name that takes what the client's takes.</summary>
    private MethodInfo? Handler(Type group, MethodInfo method)
    {
        Type? handler = _assembly.GetType($"{group.Namespace}.{group.Name[..^"Client".Length]}Handler");
        Assert.NotNull(handler);
        MethodInfo[] named = [.. handler.GetMethods().Where(m => m.Name == method.Name)];
        if (named.Length == 0)
            named = [.. handler.GetMethods().Where(m => m.Name[..^"Async".Length] + "StreamAsync" == method.Name)];
        if (named.Length == 0)
            named = [.. handler.GetMethods().Where(m => Other(method, m) is not null)];
        if (
            method
                .GetParameters()
                .Any(static p =>
                    p.Name is "body" or "content"
                    && p.ParameterType.IsGenericType
                    && p.ParameterType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
                ) && named.All(static m => !m.GetParameters().Any(IsBody))
        )
            return null;
        return named.Length <= 1
            ? named.FirstOrDefault()
            : named.FirstOrDefault(m =>
                m.GetParameters().Single(IsBody).ParameterType == method.GetParameters().Single(IsBody).ParameterType
            );

        static bool IsBody(ParameterInfo parameter) => parameter.Name is "body" or "content";
    }

    /// <summary>
    /// What the name of the client's method has after that of the handler's, such as <c>AsFile</c>; null where they are the same.
    /// </summary>
    private static string? Other(MethodInfo method, MethodInfo handler)
    {
        string name = method.Name[..^"Async".Length],
            own = handler.Name[..^"Async".Length];
        return name.StartsWith(own + "As", StringComparison.Ordinal) ? name[own.Length..] : null;
    }

    private async Task<object> RecordAsync(MethodInfo method, object?[] arguments)
    {
        _called = method;
        _arguments = arguments;
        ParameterInfo[] parameters = method.GetParameters();
        _received = await Task.WhenAll(
            arguments.Take(arguments.Length - 2).Select((value, i) => Described.OfAsync(value, parameters[i].ParameterType))
        );
        return _answer(method);
    }

    private async Task CallAsync(object group, MethodInfo method, MethodInfo handler)
    {
        MethodInfo[] answers = [.. Answers(handler)];
        if (answers.Any(static a => a.Name.EndsWith("Stream", StringComparison.Ordinal)))
        {
            // Answered item by item, or in one piece: there is a method for either.
            bool isStream = method.ReturnType.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>);
            answers = [.. answers.Where(a => isStream == a.Name.EndsWith("Stream", StringComparison.Ordinal))];
        }

        // Another answer of a status is given by a method of its own, GetReportAsFileAsync.
        string? other = Other(method, handler);
        answers = [.. answers.Where(a => other is null ? !s_other.IsMatch(a.Name) : a.Name.EndsWith(other, StringComparison.Ordinal))];

        for (int number = 0; number < Math.Max(4, answers.Length); number++)
        {
            object?[] arguments = [.. method.GetParameters().Select(p => Argument(p, number, isFull: number % 2 == 1))];
            if (
                method
                    .GetParameters()
                    .Zip(arguments)
                    .Any(static p =>
                        p.Second is null
                        && !p.First.IsOptional
                        && p.First.ParameterType.Name != "CancellationToken"
                        && Nullable.GetUnderlyingType(p.First.ParameterType) is null
                    )
            )
                return;
            MethodInfo answer = answers[number % answers.Length];
            (object? sent, Type? sentType, object made) = Answer(answer, number);
            _answer = _ => made;
            string label = $"{method.Name} #{number}, {answer.Name}";
            string[] given = await Task.WhenAll(
                arguments.Select(
                    (value, i) =>
                        value is CancellationToken ? Task.FromResult("") : Described.OfAsync(value, method.GetParameters()[i].ParameterType)
                )
            );
            _called = null;
            Calls++;
            try
            {
                string? read = await ReadAsync(method.Invoke(group, arguments)!, answer.Name, sentType);
                if (_called is null)
                    Problems.Add($"{label}: the handler was not called");
                else
                    Compare(label, method, given);
                string expected = sentType is null
                    ? "null"
                    : await Described.OfAsync(sent is null ? null : Draw(sentType, number), sentType);
                if (read is not null && sentType is not null && expected != read)
                    Problems.Add($"{label}: answered {expected}, read {read}");
            }
            catch (Exception exception)
            {
                Exception inner = exception is TargetInvocationException { InnerException: { } real } ? real : exception;
                Problems.Add(
                    $"{label}: {inner.GetType().Name} {inner.Message} {(inner as ApiException)?.Body} of {string.Join(", ", given)}"
                );
            }
        }
    }

    private static readonly System.Text.RegularExpressions.Regex s_other = new(
        "[a-z]As[A-Z]",
        System.Text.RegularExpressions.RegexOptions.CultureInvariant
    );

    private static readonly System.Text.RegularExpressions.Regex s_flag = new(
        ",?\"stream\":(true|false|null)|Stream=(True|False|true|false|null) ",
        System.Text.RegularExpressions.RegexOptions.CultureInvariant
    );

    private void Compare(string label, MethodInfo method, string[] given)
    {
        ParameterInfo[] taken = _called!.GetParameters();
        for (int i = 0; i < taken.Length - 2; i++)
        {
            int at = Array.FindIndex(
                method.GetParameters(),
                p => p.Name == taken[i].Name || (p.Name == "content" && taken[i].Name == "body")
            );
            if (at >= 0 && Sent(method, given[at]) != Sent(method, _received[i]))
                Problems.Add($"{label}: {taken[i].Name} was {given[at]} and came as {_received[i]}");
        }
    }

    /// <summary>A method that streams sets the flag of the body that asks for it.</summary>
    private static string? Sent(MethodInfo method, string? given) =>
        given is not null && method.Name.EndsWith("StreamAsync", StringComparison.Ordinal) ? s_flag.Replace(given, "") : given;

    private static object? Argument(ParameterInfo parameter, int number, bool isFull)
    {
        if (parameter.ParameterType == typeof(CancellationToken))
            return default(CancellationToken);
        if (parameter.ParameterType == typeof(ApiCall) || (!isFull && parameter.IsOptional))
            return null;
        bool isBody = parameter.Name is "body" or "content";
        if (parameter.ParameterType == typeof(HttpContent))
            return new ByteArrayContent([1, 2, 3]);
        return new ValueDrawing(
            number,
            isBody ? Hard
                : parameter.ParameterType == typeof(string) || number % 4 == 3 ? TextFor(parameter)
                : Plain,
            !isBody
        ).Draw(parameter.ParameterType);
    }

    /// <summary>Headers and cookies have no way to say all characters.</summary>
    private static string TextFor(ParameterInfo parameter) =>
        parameter.Name!.Contains("header", StringComparison.OrdinalIgnoreCase)
        || parameter.Name.StartsWith('x')
        || parameter.Name.Contains("cookie", StringComparison.OrdinalIgnoreCase)
        || parameter.Name is "raw" or "joined"
        || parameter.Name.Contains("session", StringComparison.OrdinalIgnoreCase)
            ? Plain
            : Hard;

    private static IEnumerable<MethodInfo> Answers(MethodInfo handler) =>
        handler
            .ReturnType.GetGenericArguments()[0]
            .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(static m => m.Name is not ("Other" or "op_Implicit"));

    private static object? Draw(Type type, int number) => new ValueDrawing(number, Hard, isFlat: false).Draw(type);

    private static (object? Sent, Type? Type, object Made) Answer(MethodInfo answer, int number)
    {
        ParameterInfo? body = answer.GetParameters().FirstOrDefault(static p => p.Name == "body");
        object? sent = body is null ? null : Draw(body.ParameterType, number);
        bool hasSuccess = answer
            .DeclaringType!.GetMethods()
            .Any(static m => m.Name is "Ok" or "Created" or "Accepted" or "NoContent" or "PartialContent" or "Status2XX");
        object?[] arguments =
        [
            .. answer
                .GetParameters()
                .Select(p =>
                    p.Name switch
                    {
                        "body" => sent,
                        "statusCode" => answer.Name == "Default"
                            ? hasSuccess
                                ? 500
                                : 200
                            : ((answer.Name[6] - '0') * 100) + 18, // Status4XX
                        _ => new ValueDrawing(number, Plain, isFlat: true).Draw(p.ParameterType),
                    }
                ),
        ];
        return (sent, body?.ParameterType, answer.Invoke(null, arguments)!);
    }

    /// <summary>What the client has read of the answer; null where it has nothing to read of it.</summary>
    private static async Task<string?> ReadAsync(object pending, string answer, Type? sent)
    {
        try
        {
            if (pending is not Task task)
                return await Described.OfAsync(pending, pending.GetType());
            await task;
            object? result = task.GetType().GetProperty("Result")?.GetValue(task);
            if (sent is null || result is null || result.GetType().Name == "VoidTaskResult")
                return null;
            bool isOneOfSeveral =
                result.GetType().Name.EndsWith("Result", StringComparison.Ordinal)
                && result.GetType().GetProperty("StatusCode") is not null;
            if (!isOneOfSeveral)
                return await Described.OfAsync(result, sent);
            return result.GetType().GetProperty(answer) is { } outcome ? await Described.OfAsync(outcome.GetValue(result), sent) : null;
        }
        catch (ApiException exception) when (exception.GetType().IsGenericType)
        {
            return await Described.OfAsync(exception.GetType().GetProperty("Error")!.GetValue(exception), sent!);
        }
        catch (ApiException exception) when ((int)exception.StatusCode is >= 300 and not 415 && sent is null)
        {
            return null;
        }
    }
}
