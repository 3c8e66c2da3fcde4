using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Robustness;

/// <summary>Documents of specs/hostile: text that wants to be code, shapes that are not what they should be.</summary>
public class HostileSpecTests
{
    private static readonly string[] s_ownDirectives = ["#nullable", "#pragma warning", "#if NET", "#else", "#endif"];

    public static TheoryData<string> All { get; } = new(Repository.SpecFiles("hostile", ".yaml", ".json").Select(static file => Path.GetFileName(file)));

    public static TheoryData<string> OfReferences { get; } = new(Repository.SpecFiles("hostile", ".yaml").Select(static file => Path.GetFileName(file)).Where(static name => name.StartsWith("refs-", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(All))]
    public void Never_throws_and_what_is_generated_compiles(string name)
    {
        // What is only about references is the same for every framework.
        foreach (Consumer consumer in name.StartsWith("refs-", StringComparison.Ordinal) ? [Consumer.Net10Latest] : Consumer.All)
        {
            GeneratorRun run = HostileRun.Of(consumer, HostileRun.DefaultSeconds, Read(name));
            Assert.NotEmpty(run.Sources);
            HostileRun.AssertCompiles(run);
        }
    }

    [Theory]
    [MemberData(nameof(OfReferences))]
    public void A_server_of_it_compiles_too(string name)
    {
        GeneratorRun run = HostileRun.Of(Consumer.Net10Latest.Web, HostileRun.DefaultSeconds, HostileRun.WithServer(Read(name)));
        Assert.NotEmpty(run.Sources);
        HostileRun.AssertCompiles(run);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_is_read_to_its_end(string name) => Assert.DoesNotContain(HostileRun.Of(Read(name)).Diagnostics, static d => d.Id is "OAG0001" or "OAG0002");

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
        GeneratorRun run = HostileRun.Of(Read(name));
        foreach (SyntaxNode root in run.Output.SyntaxTrees.Select(static tree => tree.GetRoot()))
        {
            Assert.DoesNotContain(root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>(), static type => type.Identifier.ValueText == "Evil");
            // A directive that is not one of the generator's own can only come from text.
            Assert.DoesNotContain(root.DescendantTrivia(descendIntoTrivia: true), static trivia =>
                trivia.IsDirective && !s_ownDirectives.Any(own => trivia.ToString().StartsWith(own, StringComparison.Ordinal)));
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

    [Fact]
    public void Two_documents_may_share_a_file_name_and_a_namespace()
    {
        string text = File.ReadAllText(Path.Combine(Repository.Specs, "features", "records", "recursive.yaml"));
        GeneratorRun run = HostileRun.Of(Consumer.Net10Latest, HostileRun.DefaultSeconds, new SpecFile("a/spec.yaml", text, "First"), new SpecFile("b/spec.yaml", text, "Second"));
        Assert.Equal(run.Sources.Length, run.Sources.Select(static s => s.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        HostileRun.AssertCompiles(run);
    }

    private static SpecFile Read(string name) => new(name, File.ReadAllText(Path.Combine(Repository.Specs, "hostile", name)), "Acme.Api");
}
