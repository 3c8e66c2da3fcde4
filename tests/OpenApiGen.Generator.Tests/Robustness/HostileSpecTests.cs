using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Robustness;

/// <summary>Documents of specs/hostile: text that wants to be code, shapes that are not what they should be.</summary>
public class HostileSpecTests
{
    private static readonly string[] s_ownDirectives = ["#nullable", "#pragma warning", "#if NET", "#else", "#endif"];

    public static TheoryData<string> All { get; } =
        new(Repository.SpecFiles("hostile", ".yaml", ".json").Select(static file => Path.GetFileName(file)));

    [Theory]
    [MemberData(nameof(All))]
    public void Never_throws_and_what_is_generated_compiles(string name)
    {
        // What is only about references is the same for every framework.
        foreach (Consumer consumer in name.StartsWith("refs-", StringComparison.Ordinal) ? [Consumer.Net10Latest] : Consumer.All)
        {
            bool hasServer = consumer.Framework == "net10.0";
            GeneratorRun run = HostileRun.Of(
                consumer.Web,
                HostileRun.DefaultSeconds,
                hasServer ? HostileRun.WithServer(Read(name)) : Read(name)
            );
            Assert.NotEmpty(run.Sources);
            HostileRun.AssertCompiles(run);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_is_read_to_its_end(string name) =>
        Assert.DoesNotContain(HostileRun.Of(Read(name)).Diagnostics, static d => d.Id is "OAG0001" or "OAG0002");

    [Fact]
    public void Path_items_that_refer_to_each_other_again_and_again_are_told_once()
    {
        GeneratorRun run = HostileRun.Of(Read("refs-path-items-nine-times.yaml"));
        Assert.Equal("OAG0011", Assert.Single(run.Diagnostics).Id);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Text_never_becomes_code(string name)
    {
        GeneratorRun run = HostileRun.Of(Consumer.Net10Latest.Web, HostileRun.DefaultSeconds, HostileRun.WithServer(Read(name)));
        Assert.NotEmpty(run.Sources);
        foreach (SyntaxNode root in run.Output.SyntaxTrees.Select(static tree => tree.GetRoot()))
        {
            Assert.DoesNotContain(
                root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>(),
                static type => type.Identifier.ValueText == "Evil"
            );
            // A directive that is not one of the generator's own can only come from text.
            Assert.DoesNotContain(
                root.DescendantTrivia(descendIntoTrivia: true),
                static trivia =>
                    trivia.IsDirective && !s_ownDirectives.Any(own => trivia.ToString().StartsWith(own, StringComparison.Ordinal))
            );
        }
    }

    [Theory]
    [InlineData("*/ class Evil { } /*")]
    [InlineData("A.B;\nclass Evil { }")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("class.namespace")]
    [InlineData("1.2")]
    [InlineData("..")]
    [InlineData("System")]
    [InlineData("System.Text.Json")]
    [InlineData("OpenApiGen")]
    [InlineData("OpenApiGen.Json")]
    [InlineData("global::A")]
    [InlineData("日本.語")]
    public void Namespaces_are_never_code(string @namespace)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Specs, "features", "operations", "parameters.yaml"));
        HostileRun.AssertCompiles(HostileRun.Of(new SpecFile("spec.yaml", text, @namespace)));
    }

    [Theory]
    [InlineData("*/ class Evil { } /*.yaml")]
    [InlineData("dir with spaces/名前 & \"quotes\".yaml")]
    [InlineData("no-extension")]
    [InlineData("C:\\windows\\path.yaml")]
    [InlineData("a/../b/./c.yaml")]
    public void Paths_are_never_code(string path)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Specs, "features", "operations", "parameters.yaml"));
        HostileRun.AssertCompiles(HostileRun.Of(new SpecFile(path, text, "Acme")));
    }

    [Theory]
    [InlineData("\u200D")]
    [InlineData("\u200B")]
    [InlineData("\u2060")]
    [InlineData("\u202E")]
    [InlineData("\u2066")]
    [InlineData("\uFEFF")]
    [InlineData("\u00AD")]
    public void What_nobody_sees_is_in_no_identifier(string unseen)
    {
        string name = "a" + unseen + "B";
        string text =
            $"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths: {{'/a': {{get: {{operationId: \"{name}\", x-csharp-name: \"{name}\", tags: [\"{name}\"], responses: {{'204': {{description: x}}}}}}}}}}\n"
            + $"components: {{schemas: {{\"{name}\": {{type: object, x-csharp-name: \"{name}\", properties: {{\"{name}\": {{type: string, x-csharp-name: \"{name}\", enum: [\"{name}\"]}}}}}}}}}}\n";
        SpecFile file = HostileRun.WithServer(new SpecFile("spec.yaml", text, "Acme." + name));
        GeneratorRun run = HostileRun.Of(
            Consumer.Net10Latest.Web,
            HostileRun.DefaultSeconds,
            new SpecFile(
                "spec.yaml",
                file.GetText(TestContext.Current.CancellationToken),
                new Dictionary<string, string>(file.Metadata) { ["OpenApiClientName"] = name }
            )
        );
        Assert.Equal(2, run.Diagnostics.Count(static d => d.Id == "OAG0007"));
        HostileRun.AssertCompiles(run);
        foreach (SyntaxTree tree in run.Output.SyntaxTrees)
            Assert.DoesNotContain(
                tree.GetRoot(TestContext.Current.CancellationToken).DescendantTokens(),
                token =>
                    token.IsKind(Microsoft.CodeAnalysis.CSharp.SyntaxKind.IdentifierToken)
                    && token.Text.Contains(unseen, StringComparison.Ordinal)
            );
    }

    [Fact]
    public void Two_documents_may_share_a_file_name_and_a_namespace()
    {
        string text = File.ReadAllText(Path.Combine(Repository.Specs, "features", "records", "recursive.yaml"));
        GeneratorRun run = HostileRun.Of(
            Consumer.Net10Latest,
            HostileRun.DefaultSeconds,
            new SpecFile("a/spec.yaml", text, "First"),
            new SpecFile("b/spec.yaml", text, "Second")
        );
        Assert.Equal(run.Sources.Length, run.Sources.Select(static s => s.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        HostileRun.AssertCompiles(run);
    }

    private static SpecFile Read(string name) => new(name, File.ReadAllText(Path.Combine(Repository.Specs, "hostile", name)), "Acme.Api");
}
