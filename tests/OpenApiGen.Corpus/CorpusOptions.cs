using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace OpenApiGen.Corpus;

/// <summary>The command line.</summary>
internal sealed record CorpusOptions
{
    public const string Usage = """
        dotnet run -c Release --project tests/OpenApiGen.Corpus -- [options] PATH...

        Runs the generator over each document, or each document in a folder, and compiles the output in memory against the
        runtime and the reference assemblies of .NET, documentation required and nullable on.

          PATH                 a YAML or JSON document, or a folder; a file a document refers to is found by itself
          --json FILE          writes the rows as JSON
          --out DIR            writes the emitted C# to DIR/<spec>/
          --generate WHAT      the value of Generate, such as "Client, Server", which needs ASP.NET Core (default: Client)
          --ns NAME            the namespace of the emitted code (default: Corpus)
          --roundtrip DIR      reads DIR/<spec>/<Schema>/*.json as the type of that schema, writes it back and compares
                               semantically: numbers by value, date-times by instant, uuids in either case; read again it
                               must be equal, and of a valid one nothing may be untyped. The document compiles with one more
                               object for each of these schemas.
          --write-back DIR     writes what was written back, and is the same, to DIR/<spec>/<Schema>/
          --examples           reads what each document prints beside its schemas - example, examples, x-oaiMeta - as the types of these:
                               typed; untyped, which is UnknownJson, or a declared member among the undeclared ones, in a value
                               that ajv calls valid; or refused
          --payloads DIR       the same for DIR/<spec>/<Schema>/*.json
          --suite DIR          the JSON-Schema-Test-Suite, in place of PATH: each schema is a component, and each valid instance has to be
                               written back as it was read, with a type for each of its parts
          --fuzz SECONDS       tries mutants of parts of the documents, each in a process that may die of it: code that compiles, or a
                               diagnostic with its place; anything else is told with its number and in its smallest form (--out DIR)
          --seed N             of the mutants: the same one gives the same mutants (default: 1)
          --mutants N          at most N of them
          --autorest           calls the operations of AutoRest's documents at its test server, in place of PATH, and counts the points
                               that this reaches; --gaps FILE has the number that is held
          --call DIR           calls the operations of each document that DIR/<spec>/operations.json has arguments for, at Prism:
                               no request may be refused, and each answer has to be read without loss, or as its error
          --tools DIR          has instances/, prism/ and autorest/ with their packages (default: tests/OpenApiGen.Corpus)
          --gaps FILE          "<spec>  <reason>" and "<spec>/<Schema or operation>  <reason>": what falls short and is known
                               to, and must then do so
          --langversion V      11 or latest (default: both; a row counts the diagnostics of either once)
          --parallel N         N documents at a time; times are comparable only at 1 (default: 1)
          --show N             compiler diagnostics and differences to show for a document (default: 5)

        Exit code: 0 when every document generated, compiled without errors or warnings and kept what it was tried with, or is
        known not to; 1 when anything fell short; 2 for a wrong command line.
        """;

    public IReadOnlyList<string> Paths { get; init; } = [];

    public string? JsonPath { get; init; }

    public string? OutputFolder { get; init; }

    public string Namespace { get; init; } = "Corpus";

    public string Generate { get; init; } = "Client";

    public string? RoundTripFolder { get; init; }

    public string? WriteBackFolder { get; init; }

    public bool Examples { get; init; }

    public string? PayloadFolder { get; init; }

    public string? SuiteFolder { get; init; }

    public bool AutoRest { get; init; }

    public TimeSpan? FuzzTime { get; init; }

    public int Seed { get; init; } = 1;

    public int Mutants { get; init; } = int.MaxValue;

    /// <summary>The first mutant of a process that tries some; null in the one that watches these.</summary>
    public int? FuzzFrom { get; init; }

    /// <summary>A file to try, and nothing else.</summary>
    public string? FuzzCheck { get; init; }

    /// <summary>What operations can be called with.</summary>
    public string? CallFolder { get; init; }

    public string ToolsFolder { get; init; } = Path.Combine("tests", "OpenApiGen.Corpus");

    public string? GapsPath { get; init; }

    /// <summary>The last is the one whose times are told and whose assembly is loaded.</summary>
    public IReadOnlyList<LanguageVersion> Languages { get; init; } = [LanguageVersion.CSharp11, LanguageVersion.Latest];

    public int Parallel { get; init; } = 1;

    public int Show { get; init; } = 5;

    public static bool TryParse(IReadOnlyList<string> arguments, out CorpusOptions options, out string problem)
    {
        options = new CorpusOptions();
        problem = "";
        List<string> paths = [];
        for (int i = 0; i < arguments.Count; i++)
        {
            string name = arguments[i];
            if (!name.StartsWith("--", StringComparison.Ordinal))
            {
                paths.Add(name);
                continue;
            }

            if (name is "--examples" or "--autorest")
            {
                options = name is "--examples" ? options with { Examples = true } : options with { AutoRest = true };
                continue;
            }

            if (++i == arguments.Count)
            {
                problem = $"{name} needs a value.";
                return false;
            }

            if (options.With(name, arguments[i]) is not CorpusOptions next)
            {
                problem = $"{name} {arguments[i]} is not an option.";
                return false;
            }

            options = next;
        }

        options = options with { Paths = paths };
        problem =
            paths.Count == 0 && options.SuiteFolder is null && options.FuzzCheck is null && !options.AutoRest ? "No PATH given."
            : paths.FirstOrDefault(static p => !Path.Exists(p)) is string missing ? $"{missing} does not exist."
            : "";
        return problem.Length == 0;
    }

    private CorpusOptions? With(string name, string value) =>
        name switch
        {
            "--json" => this with { JsonPath = value },
            "--out" => this with { OutputFolder = value },
            "--ns" => this with { Namespace = value },
            "--generate" => this with { Generate = value },
            "--roundtrip" when Directory.Exists(value) => this with { RoundTripFolder = value },
            "--payloads" when Directory.Exists(value) => this with { PayloadFolder = value },
            "--suite" when Directory.Exists(value) => this with { SuiteFolder = value },
            "--fuzz" when Number(value) is int n and > 0 => this with { FuzzTime = TimeSpan.FromSeconds(n) },
            "--seed" when Number(value) is int n => this with { Seed = n },
            "--mutants" when Number(value) is int n => this with { Mutants = n },
            "--fuzz-from" when Number(value) is int n => this with { FuzzFrom = n },
            "--fuzz-check" when File.Exists(value) => this with { FuzzCheck = value },
            "--write-back" => this with { WriteBackFolder = value },
            "--call" when Directory.Exists(value) => this with { CallFolder = value },
            "--tools" when Directory.Exists(value) => this with { ToolsFolder = value },
            "--gaps" when File.Exists(value) => this with { GapsPath = value },
            "--langversion" when value is "11" => this with { Languages = [LanguageVersion.CSharp11] },
            "--langversion" when value is "latest" => this with { Languages = [LanguageVersion.Latest] },
            "--parallel" when Number(value) is int n and > 0 => this with { Parallel = n },
            "--show" when Number(value) is int n and >= 0 => this with { Show = n },
            _ => null,
        };

    private static int? Number(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
