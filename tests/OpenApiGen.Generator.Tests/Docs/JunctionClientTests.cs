using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Docs;

/// <summary>specs/junction/client.md lists what the real description of the whole API gives; OPENAPIGEN_ACCEPT=1 writes it anew.</summary>
public sealed partial class JunctionClientTests
{
    private static readonly string s_page = Path.Combine(Repository.Specs, "junction", "client.md");

    private static readonly Lazy<GeneratorRun> s_run = new(static () =>
    {
        string path = SharedFiles.Corpus("vital-docs.json");
        return GeneratorRun.Of(Consumer.Net10Latest, new SpecFile(path, File.ReadAllText(path), "Junction"));
    });

    [Fact]
    public void The_page_lists_every_group_and_method()
    {
        string actual = Page(s_run.Value);
        if (Environment.GetEnvironmentVariable("OPENAPIGEN_ACCEPT") == "1")
            File.WriteAllText(s_page, actual);
        Assert.Equal(File.ReadAllText(s_page), actual);
    }

    [Fact]
    public void Every_method_begins_with_a_verb_and_repeats_nothing()
    {
        List<string> odd = [];
        foreach ((string group, InterfaceDeclarationSyntax methods) in Groups(s_run.Value))
        {
            foreach (string name in Methods(methods).Select(static m => m.Identifier.Text).Distinct())
            {
                string[] words = [.. Word().Matches(name[..^"Async".Length]).Select(static m => m.Value)];
                if (
                    words.Where(static (w, i) => i > 0 && w == "Get").Any() || words.Zip(words.Skip(1)).Any(static p => p.First == p.Second)
                )
                    odd.Add($"{group}.{name}");
                if (!s_verbs.Contains(words[0]))
                    odd.Add($"{group}.{name}: {words[0]} is no verb of the list in this test");
                if (words[^1] is "Get" or "Post" or "Put" or "Patch" && words.Length > 1)
                    odd.Add($"{group}.{name}: a route, not a name");
            }
        }

        Assert.True(odd.Count == 0, string.Join("\n", odd));
    }

    /// <summary>What the methods of this client may begin with: whoever adds one has read the name.</summary>
    private static readonly HashSet<string> s_verbs =
    [
        "Accept",
        "Book",
        "Bulk",
        "Cancel",
        "Complete",
        "Connect",
        "Convert",
        "Create",
        "Delete",
        "Deregister",
        "Enumerate",
        "Execute",
        "Generate",
        "Get",
        "Import",
        "List",
        "Patch",
        "Query",
        "Refresh",
        "Register",
        "Request",
        "Resend",
        "Reschedule",
        "Resolve",
        "Search",
        "Set",
        "Simulate",
        "Undo",
        "Update",
        "Upsert",
        "Validate",
    ];

    private static string Page(GeneratorRun run)
    {
        (string Name, InterfaceDeclarationSyntax Methods)[] groups = [.. Groups(run)];
        StructDeclarationSyntax events = Declarations<StructDeclarationSyntax>(run)
            .Single(static s => s.Identifier.Text == "JunctionEvent");
        string[] cases =
        [
            .. events
                .Members.OfType<ConstructorDeclarationSyntax>()
                .Where(static c => c.Modifiers.Any(SyntaxKind.PublicKeyword))
                .Select(static c => c.ParameterList.Parameters[0].Type!.ToString())
                .Where(static t => t != "UnknownJson"),
        ];
        int count = groups.Sum(static g => Methods(g.Methods).Select(static m => m.Identifier.Text).Distinct().Count());
        StringBuilder text = new();
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            # The client of the whole Junction API

            What `new JunctionClient(http, options)` has when it is generated from the full description of the API: {groups.Length} groups, {count} methods
            and a union of {cases.Length} events. The list is made from the generated code; `JunctionClientTests` keeps it so.

            """
        );
        foreach ((string name, InterfaceDeclarationSyntax methods) in groups)
        {
            text.Append("\n## ").Append(name).Append("\n\n");
            foreach (IGrouping<string, MethodDeclarationSyntax> method in Methods(methods).GroupBy(static m => m.Identifier.Text))
            {
                MethodDeclarationSyntax shown = method.First();
                string route = Route().Match(shown.GetLeadingTrivia().ToString()).Groups[1].Value;
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"- `{method.Key}` → `{Result(shown)}`{(route.Length > 0 ? ": " + route : "")}\n"
                );
            }
        }

        text.Append("\n## JunctionEvent\n\n");
        foreach (string @case in cases)
            text.Append("- `").Append(@case).Append("`\n");
        return text.ToString();
    }

    private static string Result(MethodDeclarationSyntax method) =>
        method.ReturnType is GenericNameSyntax generic
            ? generic.Identifier.Text == "Task"
                ? generic.TypeArgumentList.Arguments[0].ToString()
                : generic.ToString()
            : "Task";

    private static IEnumerable<(string Name, InterfaceDeclarationSyntax Methods)> Groups(GeneratorRun run)
    {
        Dictionary<string, InterfaceDeclarationSyntax> interfaces = Declarations<InterfaceDeclarationSyntax>(run)
            .ToDictionary(static i => i.Identifier.Text);
        ClassDeclarationSyntax client = Declarations<ClassDeclarationSyntax>(run).Single(static c => c.Identifier.Text == "JunctionClient");
        return client.Members.OfType<PropertyDeclarationSyntax>().Select(p => (p.Identifier.Text, interfaces[p.Type.ToString()]));
    }

    private static IEnumerable<MethodDeclarationSyntax> Methods(InterfaceDeclarationSyntax group) =>
        group.Members.OfType<MethodDeclarationSyntax>();

    private static IEnumerable<T> Declarations<T>(GeneratorRun run)
        where T : SyntaxNode =>
        run.Sources.SelectMany(static s =>
            s.SyntaxTree.GetRoot().DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<T>()
        );

    [GeneratedRegex("<c>([A-Z]+ /[^<]*)</c>")]
    private static partial Regex Route();

    [GeneratedRegex("[A-Z][a-z0-9]*|[0-9]+")]
    private static partial Regex Word();
}
