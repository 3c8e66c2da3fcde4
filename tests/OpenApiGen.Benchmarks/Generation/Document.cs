using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using OpenApiGen.Generator;
using OpenApiGen.Generator.Text;
using OpenApiGen.Testing;

namespace OpenApiGen.Benchmarks.Generation;

/// <summary>
/// One description: what the generator does with it, and the least that anyone has to do who reads it with the same library.
/// </summary>
internal sealed class Document
{
    private static readonly CSharpCompilation s_consumer = CSharpCompilation.Create(
        "Consumer",
        [CSharpSyntaxTree.ParseText("class Program { static void Main() { } }", Parsing)],
        References(),
        new CSharpCompilationOptions(OutputKind.ConsoleApplication)
    );

    private readonly string _json;

    public Document(string path)
    {
        Name = Path.GetFileNameWithoutExtension(path);
        string text = File.ReadAllText(path);
        Spec = new SpecFile(path, text, "Api");

        // The library's own way to YAML is slower than a detour over JSON: the floor of YAML is that of the same document in JSON.
        _json =
            Path.GetExtension(path) == ".json" ? text : SpecText.Read(path, Spec.GetText(), CancellationToken.None).Root!.ToJsonString();
    }

    public string Name { get; }

    public SpecFile Spec { get; }

    private static CSharpParseOptions Parsing => new(LanguageVersion.Latest);

    public OpenApiDocument Floor()
    {
        JsonNode root = JsonNode.Parse(_json)!;
        OpenApiReaderSettings settings = new() { RuleSet = new ValidationRuleSet(), LoadExternalRefs = false };
        return new OpenApiJsonReader().Read(root, new Uri("file:///openapi.json"), settings).Document!;
    }

    /// <summary>Text to text, nothing cached. The driver does not parse what was generated until someone asks for its tree.</summary>
    public GeneratorDriver Generate() => Driver(new OpenApiGenerator().AsSourceGenerator(), Spec).RunGenerators(s_consumer);

    /// <summary>An edit that has nothing to do with the description, after <see cref="Generate"/>.</summary>
    public static CSharpCompilation Edited(int number) =>
        s_consumer.ReplaceSyntaxTree(
            s_consumer.SyntaxTrees[0],
            CSharpSyntaxTree.ParseText($"class Program {{ static void Main() {{ int edit = {number}; }} }}", Parsing)
        );

    /// <summary>Bytes of C#, as UTF-8.</summary>
    public static long Emitted(GeneratorDriver driver) =>
        driver
            .GetRunResult()
            .Results[0]
            .GeneratedSources.Sum(static source => (long)Encoding.UTF8.GetByteCount(source.SourceText.ToString()));

    /// <summary>
    /// Brings the host itself up: in a compiler it is there already, and not compiled at run time as its package is here.
    /// </summary>
    public static void WarmHost()
    {
        SpecFile[] files = [new SpecFile("warm.json", "{}", "Warm"), new SpecFile("up.json", "{}", "Up")];
        GeneratorDriver driver = Driver(new IdleGenerator().AsSourceGenerator(), files);
        for (int i = 0; i < 3; i++)
            driver = driver.RunGenerators(Edited(i));
        Emitted(driver);
    }

    private static CSharpGeneratorDriver Driver(ISourceGenerator generator, params SpecFile[] files) =>
        CSharpGeneratorDriver.Create([generator], files, Parsing, new SpecOptionsProvider(files, "Consumer"));

    private static ImmutableArray<MetadataReference> References()
    {
        string platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return
        [
            .. platform
                .Split(Path.PathSeparator)
                .Where(file => Path.GetDirectoryName(file) == framework)
                .Select(static file => MetadataReference.CreateFromFile(file)),
        ];
    }
}
