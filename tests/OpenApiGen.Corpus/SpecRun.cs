using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OpenApiGen.Corpus.Calls;
using OpenApiGen.Corpus.Examples;
using OpenApiGen.Generator.Model;
using OpenApiGen.Testing;

namespace OpenApiGen.Corpus;

/// <summary>Generates and compiles one document. Everything it makes is garbage afterwards: a folder may hold hundreds.</summary>
internal static class SpecRun
{
    public static SpecRow Execute(string document, CorpusOptions options)
    {
        string name = Path.GetFileNameWithoutExtension(document);
        try
        {
            if (options.CallFolder is { } folder)
                return Call(name, document, Path.Combine(folder, name), options);
            if (options.Examples)
            {
                ExampleRun printed = new(document, options, (_, _) => SampleValue.PrintedIn(document, options.ToolsFolder));
                return Examples(name, printed, document, options);
            }

            if (options.PayloadFolder is { } samples && Path.Combine(samples, name) is var own && Directory.Exists(own))
            {
                ExampleRun sent = new(document, options, (holders, missing) => SampleValue.InFolder(own, holders, missing));
                return Examples(name, sent, document, options);
            }

            IReadOnlyList<SpecFile> files = SpecDocuments.Load(document, options);
            string? payloads = options.RoundTripFolder is null ? null : Path.Combine(options.RoundTripFolder, name);
            if (!Directory.Exists(payloads))
                return Compile(name, files, options, Stream.Null).Row;
            RoundTrip roundTrip = new(payloads, document, options);
            using MemoryStream image = new();
            (SpecRow row, ApiModel? model) = Compile(name, roundTrip.WithHolders(files), options, image);
            return row.Compiled && model is not null ? roundTrip.Run(row, image, model) : row;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new SpecRow { Spec = name, Details = [exception.Message] };
        }
        finally
        {
            // The largest documents leave hundreds of megabytes of trees; the next one should find them gone.
            GC.Collect();
        }
    }

    private static SpecRow Examples(string name, ExampleRun run, string document, CorpusOptions options)
    {
        using MemoryStream image = new();
        IReadOnlyList<SpecFile> files = run.WithHolders(SpecDocuments.Load(document, options));
        if (!run.HasValues)
            return new SpecRow { Spec = name, Passed = true };
        (SpecRow row, ApiModel? model) = Compile(name, files, options, image);
        return row.Compiled && model is not null ? run.Run(row, image, model) : row;
    }

    private static SpecRow Call(string name, string document, string drawn, CorpusOptions options)
    {
        document = CallRun.DocumentOf(drawn, document);
        using MemoryStream image = new();
        (SpecRow row, ApiModel? model) = Compile(name, SpecDocuments.Load(document, options), options, image);
        using PrismHandler handler = new();
        return row.Compiled && model is not null ? new CallRun(drawn, document, handler, options).Run(row, image, model) : row;
    }

    /// <summary>Runs the generator over a document, and compiles what it gives.</summary>
    /// <param name="image">Takes the assembly of the last language version.</param>
    public static (SpecRow Row, ApiModel? Model) Compile(string name, IReadOnlyList<SpecFile> files, CorpusOptions options, Stream image)
    {
        HashSet<(string Id, string Path, int Start, DiagnosticSeverity Severity)> seen = [];
        List<string> details = [];
        int errors = 0;
        int warnings = 0;
        // The version that is told about runs first, so that the times of the first document are cold ones.
        Generation main = Generation.Run(files, options.Languages[^1]);
        double compileMilliseconds = Collect(main, options.Languages[^1], image);
        foreach (LanguageVersion language in options.Languages.SkipLast(1))
            Collect(Generation.Run(files, language), language, Stream.Null);
        if (options.OutputFolder is not null)
            Write(main, Path.Combine(options.OutputFolder, name));

        Exception? failure = main.Result.Exception;
        if (failure is not null)
            details.Insert(0, failure.ToString().ReplaceLineEndings(" "));
        details.InsertRange(0, main.Result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Select(Describe));
        ApiModel? model = main.Model;
        SpecRow row = new()
        {
            Spec = name,
            Generated =
                failure is null && !main.Sources.IsEmpty && main.Result.Diagnostics.All(static d => d.Severity != DiagnosticSeverity.Error),
            Compiled = failure is null && errors == 0,
            Types = model?.Files.Sum(static file => file.Types.Length) ?? 0,
            Operations = model?.Groups.Sum(static group => group.Operations.Length) ?? 0,
            Files = main.Sources.Length,
            Lines = main.Sources.Sum(static source => source.SourceText.Lines.Count),
            Characters = main.Sources.Sum(static source => source.SourceText.Length),
            GeneratorMilliseconds = main.Elapsed.TotalMilliseconds,
            CompileMilliseconds = compileMilliseconds,
            Errors = errors,
            Warnings = warnings,
            Diagnostics = main
                .Result.Diagnostics.GroupBy(static d => d.Id)
                .OrderBy(static g => g.Key, StringComparer.Ordinal)
                .ToDictionary(static g => g.Key, static g => g.Count()),
            Details = details,
        };
        return (row, model);

        double Collect(Generation generation, LanguageVersion language, Stream stream)
        {
            Stopwatch watch = Stopwatch.StartNew();
            // With a stream for the documentation file its comments are bound too, as in a project that ships one.
            var found = generation.Output.Emit(stream, xmlDocumentationStream: Stream.Null).Diagnostics;
            double milliseconds = watch.Elapsed.TotalMilliseconds;
            foreach (Diagnostic diagnostic in found.Where(static d => d.Severity >= DiagnosticSeverity.Warning))
            {
                FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
                if (!seen.Add((diagnostic.Id, place.Path, diagnostic.Location.SourceSpan.Start, diagnostic.Severity)))
                    continue;
                if (diagnostic.Severity == DiagnosticSeverity.Error)
                    errors++;
                else
                    warnings++;
                if (details.Count < options.Show)
                    details.Add($"C# {language.ToDisplayString()}: {Describe(diagnostic)}");
            }

            return milliseconds;
        }
    }

    private static string Describe(Diagnostic diagnostic)
    {
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        string source = diagnostic.Location.SourceTree?.GetText().Lines[place.StartLinePosition.Line].ToString().Trim() ?? "";
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetFileName(place.Path)}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"
        );
        return source.Length == 0 ? text : $"{text}  | {(source.Length > 160 ? source[..160] : source)}";
    }

    private static void Write(Generation generation, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (GeneratedSourceResult source in generation.Sources)
        {
            string path = Path.Combine(folder, source.HintName.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, source.SourceText.ToString());
        }
    }
}
