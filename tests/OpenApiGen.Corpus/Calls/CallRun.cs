using System.Net;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Model;
using OpenApiGen.Testing;

namespace OpenApiGen.Corpus.Calls;

/// <summary>Calls each operation of a document with the client that was generated for it.</summary>
/// <param name="folder">What was drawn for the document.</param>
/// <param name="handler">What requests go through.</param>
internal sealed class CallRun(string folder, string document, PrismHandler handler, CorpusOptions options)
{
    private readonly CallFaults _faults = new();
    private ClientUnderTest _client = null!;
    private PrismServer _prism = null!;
    private int _calls;

    /// <summary>The document that arguments were drawn from: another one where paths had to be changed for it.</summary>
    public static string DocumentOf(string folder, string document) =>
        Path.Combine(folder, "document.json") is var other && File.Exists(other) ? other : document;

    public SpecRow Run(SpecRow row, MemoryStream image, ApiModel model)
    {
        if (model.Client is not { } client)
            return row;
        IReadOnlyDictionary<(string Method, string Path), PlannedOperation> plan = PlannedOperation.Read(
            Path.Combine(folder, "operations.json")
        );
        image.Position = 0;
        AssemblyLoadContext context = new(row.Spec, isCollectible: true);
        using PrismServer prism = new(options.ToolsFolder, document);
        using HttpClient http = new(handler, disposeHandler: false) { Timeout = TimeSpan.FromSeconds(60) };
        try
        {
            _prism = prism;
            _client = new ClientUnderTest(context.LoadFromStream(image), options.Namespace, client, http, prism.Address);
            int operations = 0;
            foreach (GroupModel group in model.Groups)
            {
                foreach (OperationModel operation in group.Operations)
                {
                    operations++;
                    string method = MethodOf(operation.MethodLiteral);
                    string path = Text(operation.PathLiteral);
                    if (plan.TryGetValue((method, path), out PlannedOperation? planned))
                        Call(group, operation, planned);
                    else
                        _faults.Add($"{method}:{path}", "nothing was drawn for this operation");
                }
            }

            _faults.Judge(AnswerJudge.Judge(options.ToolsFolder, document, _faults.Unread));
            return row with
            {
                OperationsCalled = operations,
                Calls = _calls,
                AnswersRead = _faults.Read,
                AnswersInvalid = _faults.Invalid,
                Lost = _faults.All,
            };
        }
        finally
        {
            context.Unload();
        }
    }

    private void Call(GroupModel group, OperationModel operation, PlannedOperation plan)
    {
        object target = _client.Group(group);
        IReadOnlyList<(Overload Overload, MethodInfo Method)> methods = _client.Methods(group, operation);
        Call(target, operation, plan, methods[0], full: false, null);
        foreach ((Overload Overload, MethodInfo Method) method in methods)
            Call(target, operation, plan, method, full: true, null);
        // The first success has been answered by now.
        foreach (int status in StatusesOf(plan))
            Call(target, operation, plan, methods[0], full: false, status);
    }

    private void Call(
        object target,
        OperationModel operation,
        PlannedOperation plan,
        (Overload Overload, MethodInfo Method) method,
        bool full,
        int? status
    )
    {
        _calls++;
        string label = $"{plan.Method}:{plan.Path}";
        object?[]? arguments;
        try
        {
            arguments = Arguments(plan, method, full, out string missing);
            if (arguments is null)
            {
                _faults.Add(label, $"no argument was drawn for {missing}");
                return;
            }
        }
        catch (Exception exception) when (exception is JsonException or FormatException or NotSupportedException)
        {
            _faults.Add(label, $"an argument is not read: {exception.Message}");
            return;
        }

        (Exception? thrown, object? result) = Send(target, method.Method, arguments, status, plain: false);
        // The request before may have been its end, after the answer to it.
        if (handler.Answer is null && thrown is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError })
        {
            _prism.Revive();
            (thrown, result) = Send(target, method.Method, arguments, status, plain: false);
        }

        // Not every schema is one that Prism finds an answer to at random.
        if (handler.Answer is { RefusesRequest: false } first && (first.Problem is not null || first.Status != (status ?? first.Status)))
        {
            if (first.RefusesAnswer)
                _faults.Invalid++;
            (thrown, result) = Send(target, method.Method, arguments, status, plain: true);
        }

        if (handler.Answer is not { } answer)
        {
            _faults.Add(label, $"no answer: {thrown?.GetType().Name}: {thrown?.Message}");
            // It dies of some requests.
            if (thrown is HttpRequestException)
                _prism.Revive();
        }
        else if (answer.RefusesAnswer)
            _faults.Invalid++;
        else if (answer.RefusesRequest)
            _faults.Add(label, $"{answer.Target}: {(answer.Violations.Length > 0 ? answer.Violations : answer.Body)}");
        // Where nothing is documented, that is how a request is accepted.
        else if (answer.Problem is "NO_RESPONSE_RESPONSE_DEFINED" && plan.Statuses.Count == 0)
            _faults.Read++;
        else if (answer.Problem is not null)
            _faults.Add($"{label}->{status ?? FirstSuccess(plan)}", answer.Body);
        else if (status is not null && answer.Status != status)
            _faults.Add($"{label}->{status}", $"{answer.Status} was answered");
        else
            _faults.Look(plan, answer, Problem(operation, answer, thrown, result, method.Method.ReturnType));
    }

    private (Exception? Thrown, object? Result) Send(object target, MethodInfo method, object?[] arguments, int? status, bool plain)
    {
        (handler.Code, handler.IsPlain, handler.Answer) = (status, plain, null);
        try
        {
            return (
                null,
                ResultReader
                    .ReadAsync(method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null)!, method.ReturnType)
                    .GetAwaiter()
                    .GetResult()
            );
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return (exception, null);
        }
    }

    /// <summary>What is wrong with how an answer was read; null where nothing is.</summary>
    private static string? Problem(OperationModel operation, PrismAnswer answer, Exception? thrown, object? result, Type type)
    {
        ResponseModel? rule = new[] { answer.Status, answer.Status / 100, 0 }
            .Select(s => operation.Responses.FirstOrDefault(r => r.Status == s))
            .FirstOrDefault(static r => r is not null);
        if (rule?.IsError ?? answer.Status / 100 != 2)
        {
            if (thrown is not ApiException error || (int)error.StatusCode != answer.Status)
                return $"{answer.Status} is not an ApiException: {thrown?.Message ?? "nothing was thrown"}";
            return rule?.Type is null || error.GetType().IsGenericType ? null : $"the error is not typed: {error.Message}";
        }

        if (thrown is not null)
            return $"{thrown.GetType().Name}: {thrown.Message} {thrown.InnerException?.Message}";
        if (rule is not { Form: ResponseForm.Json, Factory: null } || result is null)
            return null;
        using JsonDocument expected = JsonDocument.Parse(answer.Body);
        Type read = type.GetGenericArguments()[0];
        using JsonDocument actual = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(result, read));
        return JsonComparison.Differences(expected.RootElement, actual.RootElement, byValue: !KeepsSpelling(read)) is [string first, ..]
            ? $"the answer was not kept: {first}"
            : null;
    }

    /// <summary>Objects keep how their members are spelled; a scalar, and a list of them, has nowhere to keep it.</summary>
    private static bool KeepsSpelling(Type type) =>
        type.IsArray || type.IsGenericType
            ? KeepsSpelling(type.GetElementType() ?? type.GetGenericArguments()[^1])
            : typeof(IApiRecord).IsAssignableFrom(type);

    /// <summary>Null where one that must be given was not drawn.</summary>
    public static object?[]? Arguments(PlannedOperation plan, (Overload Overload, MethodInfo Method) method, bool full, out string missing)
    {
        missing = "";
        ParameterInfo[] declared = method.Method.GetParameters();
        object?[] arguments = new object?[declared.Length];
        for (int i = 0; i < declared.Length; i++)
        {
            ParameterInfo parameter = declared[i];
            arguments[i] = parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None : null;
            string name = parameter.Name!;
            (JsonElement? Json, bool IsRequired, string? MediaType)? drawn = null;
            if (method.Overload.Operation.Parameters.FirstOrDefault(p => p.Name.TrimStart('@') == name) is { } model)
            {
                drawn = (plan.Parameter(model.Place.ToString().ToLowerInvariant(), Text(model.WireLiteral), full), model.IsRequired, null);
            }
            else if (method.Overload.Body is { } body && body.Name.TrimStart('@') == name)
            {
                // The generator names one of media types that are alike, and json where any will do.
                string mediaType = Text(body.MediaTypeLiteral);
                drawn = (plan.Body(mediaType, full) ?? plan.Body("*/*", full), body.IsRequired, mediaType);
            }

            if (drawn is not { } value || !(full || value.IsRequired))
                continue;
            if (value.Json is { } json)
                arguments[i] = ArgumentBinder.Bind(json, parameter.ParameterType, value.MediaType);
            else if (value.IsRequired)
            {
                missing = name;
                return null;
            }
        }

        return arguments;
    }

    /// <summary>What Prism answers where it is not asked for anything else.</summary>
    private static int FirstSuccess(PlannedOperation plan) => All(plan).Where(static s => s / 100 == 2).DefaultIfEmpty(0).Min();

    private static IEnumerable<int> StatusesOf(PlannedOperation plan) => All(plan).Distinct().Where(s => s != FirstSuccess(plan));

    /// <summary>The documented ones; one for a range, and for the default.</summary>
    private static IEnumerable<int> All(PlannedOperation plan) =>
        plan
            .Statuses.Select(static s =>
                s is "default" ? 500
                : int.TryParse(s, out int n) ? n
                : char.IsAsciiDigit(s[0]) ? ((s[0] - '0') * 100) + 9
                : 0
            )
            .Where(static s => s is >= 200 and < 600);

    /// <summary>The text of a C# literal.</summary>
    public static string Text(string literal) => ((LiteralExpressionSyntax)SyntaxFactory.ParseExpression(literal)).Token.ValueText;

    /// <summary>Of <c>§ApiMethods.Get</c> or <c>§ApiMethods.Of("COPY")</c>.</summary>
    public static string MethodOf(string literal)
    {
        int quote = literal.IndexOf('"', StringComparison.Ordinal);
        return quote >= 0 ? Text(literal[quote..].TrimEnd(')')) : literal[(literal.LastIndexOf('.') + 1)..].ToUpperInvariant();
    }
}
