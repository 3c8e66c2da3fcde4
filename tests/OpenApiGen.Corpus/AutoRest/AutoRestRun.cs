using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using OpenApiGen.Corpus.Calls;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Corpus.AutoRest;

/// <summary>
/// Calls each operation of AutoRest's documents with the client that was generated for it, and counts the points that this reaches.
/// </summary>
internal sealed class AutoRestRun(CorpusOptions options)
{
    /// <summary>Some points are reached by asking again, as a handler of the application does.</summary>
    private const int MostAttempts = 4;

    private readonly List<string> _problems = [];

    /// <summary>Returns the exit code.</summary>
    public int Run()
    {
        string[] documents =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(AutoRestServer.PackageOf(options.ToolsFolder), "swagger"), "*.json")
                .Order(StringComparer.Ordinal),
        ];
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            // Asking for values is no call of a client: what that reaches is another server's count.
            using (AutoRestServer asked = new(options.ToolsFolder))
                Draw(folder, asked.Address, documents);
            using AutoRestServer server = new(options.ToolsFolder);
            foreach (string document in documents)
                Call(document, Path.Combine(folder, Path.GetFileNameWithoutExtension(document), "operations.json"), server.Address);
            return Tell(server, documents.Length);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void Draw(string folder, Uri address, IEnumerable<string> documents)
    {
        string script = Path.Combine(options.ToolsFolder, "autorest", "arguments.mjs");
        using Process process = Process.Start("node", [script, folder, address.ToString().TrimEnd('/'), .. documents]);
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new IOException("No arguments were drawn.");
    }

    private void Call(string document, string drawn, Uri server)
    {
        string name = Path.GetFileNameWithoutExtension(document);
        using MemoryStream image = new();
        (SpecRow row, ApiModel? model) = SpecRun.Compile(name, SpecDocuments.Load(document, options), options, image);
        if (!row.Compiled || model?.Client is not { } client)
        {
            _problems.Add($"{name}: no client: {string.Join("; ", row.Details.Take(2))}");
            return;
        }

        image.Position = 0;
        AssemblyLoadContext context = new(name, isCollectible: true);
        using HttpClient http = new(new AskAgain()) { Timeout = TimeSpan.FromSeconds(20) };
        try
        {
            ClientUnderTest target = new(context.LoadFromStream(image), options.Namespace, client, http, server);
            IReadOnlyDictionary<(string Method, string Path), PlannedOperation> plan = PlannedOperation.Read(drawn);
            foreach (GroupModel group in model.Groups)
            {
                foreach (OperationModel operation in group.Operations)
                {
                    (string method, string path) = (CallRun.MethodOf(operation.MethodLiteral), CallRun.Text(operation.PathLiteral));
                    if (plan.TryGetValue((method, path), out PlannedOperation? planned))
                        Call(target, group, operation, planned);
                    else
                        _problems.Add($"{name}: {method} {path}: nothing was drawn for it");
                }
            }
        }
        finally
        {
            context.Unload();
        }
    }

    private void Call(ClientUnderTest target, GroupModel group, OperationModel operation, PlannedOperation plan)
    {
        foreach ((Overload Overload, MethodInfo Method) method in target.Methods(group, operation))
        {
            foreach (bool full in (bool[])[false, true])
            {
                try
                {
                    object?[]? arguments = CallRun.Arguments(plan, method, full, out string missing);
                    if (arguments is null)
                        throw new FormatException($"there is no value for {missing}");
                    object given = method.Method.Invoke(target.Group(group), BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
                    ResultReader.ReadAsync(given, method.Method.ReturnType).GetAwaiter().GetResult();
                }
                catch (Exception exception) when (exception is not OutOfMemoryException)
                {
                    _problems.Add($"{plan.Method} {plan.Path}: {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}");
                }
            }
        }
    }

    private int Tell(AutoRestServer server, int documents)
    {
        Dictionary<string, int> points = new(server.Points("report"), StringComparer.Ordinal);
        IReadOnlyDictionary<string, int> more = server.Points("report/optional");
        int reached = points.Count(static p => p.Value > 0);
        if (options.JsonPath is { } path)
        {
            File.WriteAllText(
                path,
                JsonSerializer.Serialize(
                    new { Missed = points.Where(static p => p.Value == 0).Select(static p => p.Key), Problems = _problems }
                )
            );
        }

        Console.WriteLine(
            $"{documents} documents, {reached} of {points.Count} points reached, {more.Count(static p => p.Value > 0)} of {more.Count} optional ones"
        );
        string[] missed = [.. points.Where(static p => p.Value == 0).Select(static p => p.Key)];
        IReadOnlyList<string> faults = KnownGaps
            .Read(options.GapsPath)
            .Judge(missed, points.Where(static p => p.Value > 0).Select(static p => p.Key));
        foreach (string fault in faults)
            Console.WriteLine($"FAILED {fault}");
        int unknown = faults.Count(f => missed.Contains(f, StringComparer.Ordinal));
        Console.WriteLine($"verdict: {reached} passed, {faults.Count} failed, {missed.Length - unknown} known gaps");
        return faults.Count > 0 ? 1 : 0;
    }

    private sealed class AskAgain : DelegatingHandler
    {
        public AskAgain()
            : base(new SocketsHttpHandler { CookieContainer = new(), MaxAutomaticRedirections = 5 }) { }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (int attempt = 1; ; attempt++)
            {
                HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
                if (attempt == MostAttempts || (int)response.StatusCode is not (408 or 429 or 500 or 502 or 503 or 504))
                    return response;
            }
        }
    }
}
