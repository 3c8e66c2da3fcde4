using Microsoft.CodeAnalysis;
using OpenApiGen.CodeFixes;
using OpenApiGen.Generator.Tests.Infrastructure;

namespace OpenApiGen.Generator.Tests.Analyzers;

/// <summary>An argument that an update could hand to another parameter is reported, and nothing else is.</summary>
public sealed class PositionalArgumentTests
{
    private const string Api = """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths:
          /items/{id}:
            get:
              operationId: listItems
              tags: [items]
              parameters:
                - {name: id, in: path, required: true, schema: {type: string}}
                - {name: cursor, in: query, schema: {type: string}}
                - {name: class, in: query, schema: {type: string}}
              responses: {'200': {description: Ok, content: {application/json: {schema: {type: object, properties: {cursor: {type: [string, 'null']}, data: {type: array, items: {type: string}}}}}}}}
            post:
              operationId: addItem
              tags: [items]
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Cat'}}}}
              responses:
                '200': {description: Ok, content: {application/json: {schema: {$ref: '#/components/schemas/Cat'}}}}
                '202': {description: Later}
                '204': {description: None}
        components:
          schemas:
            Cat: {type: object, required: [kind], properties: {kind: {const: cat}, name: {type: string}}}
            Dog: {type: object, required: [kind], properties: {kind: {const: dog}, name: {type: string}}}
            Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
            Lone: {oneOf: [{$ref: '#/components/schemas/Cat'}, {type: integer}]}
        """;

    private static readonly Lazy<Compilation> s_generated = new(() =>
        GeneratorRun.Of(Consumer.Net10Latest, new OpenApiGen.Testing.SpecFile("api.yaml", Api, "Acme")).Output
    );

    [Theory]
    [InlineData("client.Items.ListItemsAsync(\"i\", \"c\")", "argument 'cursor' of 'ListItemsAsync'", "\"c\"", "cursor: …")]
    [InlineData("client.Items.ListItemsAsync(\"i\", null, \"p\", null, ct)", "arguments 'cursor', 'class' of", "null", "cursor: …")]
    [InlineData("client.Items.ListItemsAsync(\"i\", cursor: null, \"p\")", "argument 'class' of", "\"p\"", "class: …")]
    [InlineData("client.Items.EnumerateItemsAsync(\"i\", \"c\")", "argument 'cursor' of 'EnumerateItemsAsync'", "\"c\"", "cursor: …")]
    [InlineData("((IItemsClient)client.Items).ListItemsAsync(\"i\", \"c\")", "argument 'cursor' of", "\"c\"", "cursor: …")]
    [InlineData("pet.Match(c => c.Name, d => d.Name, u => \"?\")", "functions 'cat', 'dog' of 'Pet.Match'", "c => c.Name", "cat: …")]
    [InlineData(
        "pet.Match(delegate { return 1; }, d => 2, unknown: u => 3)",
        "functions 'cat', 'dog' of",
        "delegate { return 1; }",
        "cat: …"
    )]
    [InlineData(
        "result.Match(c => 1, () => 2, () => 3)",
        "functions 'accepted', 'noContent' of 'AddItemResult.Match'",
        "() => 2",
        "accepted: …"
    )]
    public async Task Reported(string expression, string message, string place, string name)
    {
        string report = Assert.Single(await AnalyzedCode.ReportsAsync(s_generated.Value, Code(expression)));

        Assert.StartsWith(
            (expression.Contains("Match", StringComparison.Ordinal) ? "OAG9202 '" : "OAG9201 '") + place + "': Pass " + message,
            report,
            StringComparison.Ordinal
        );
        Assert.Contains("'" + name + "'", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("client.Items.ListItemsAsync(\"i\", cursor: \"c\", cancellationToken: ct)")]
    [InlineData("client.Items.ListItemsAsync(\"i\")")]
    [InlineData("client.Items.AddItemAsync(\"i\", new Cat(), null, ct)")]
    [InlineData("pet.Match(cat: c => 1, dog: d => 2, unknown: u => 3)")]
    [InlineData("pet.Match((Cat c) => 1, (Dog d) => 2, u => 3)")]
    [InlineData("pet.Match(c => 1, (Dog d) => 2, u => 3)")]
    [InlineData("pet.Match(OfCat, OfDog, u => 3)")]
    [InlineData("result.Match(c => 1, () => 2, noContent: () => 3)")]
    [InlineData("result.Match(ok: c => 1, accepted: () => 2, noContent: () => 3)")]
    [InlineData("ListAsync(\"c\", null, ct)")]
    [InlineData("new Mine().Match(a => 1, b => 2)")]
    public async Task Not_reported(string expression) => Assert.Empty(await AnalyzedCode.ReportsAsync(s_generated.Value, Code(expression)));

    [Theory]
    [InlineData("client.Items.ListItemsAsync(\"i\", \"c\", \"p\")", "client.Items.ListItemsAsync(\"i\", cursor: \"c\", @class: \"p\")")]
    [InlineData(
        "client.Items.ListItemsAsync(\"i\", null, \"p\", null, ct)",
        "client.Items.ListItemsAsync(\"i\", cursor: null, @class: \"p\", call: null, cancellationToken: ct)"
    )]
    [InlineData("pet.Match(c => c.Name, d => d.Name, u => \"?\")", "pet.Match(cat: c => c.Name, dog: d => d.Name, unknown: u => \"?\")")]
    [InlineData(
        "pet.Match(\n            c => pet.Match(a => 1, b => 2, u => 3), // first\n            d => 4,\n            u => 5)",
        "pet.Match(\n            cat: c => pet.Match(cat: a => 1, dog: b => 2, unknown: u => 3), // first\n            dog: d => 4,\n            unknown: u => 5)"
    )]
    public async Task Fixed(string expression, string expected) =>
        Assert.Equal(Code(expected), await AnalyzedCode.FixAsync(s_generated.Value, Code(expression), new NameArguments()));

    /// <summary>A client in another project: nothing but the assembly says what is generated.</summary>
    [Fact]
    public async Task A_client_in_another_assembly_is_looked_at_as_well()
    {
        using MemoryStream assembly = new();
        Assert.True(s_generated.Value.Emit(assembly, cancellationToken: TestContext.Current.CancellationToken).Success);
        assembly.Position = 0;
        Compilation user = Consumer.Net10Latest.CreateCompilation("Other").AddReferences(MetadataReference.CreateFromStream(assembly));

        Assert.StartsWith(
            "OAG9201 ",
            Assert.Single(await AnalyzedCode.ReportsAsync(user, Code("client.Items.ListItemsAsync(\"i\", \"c\")"))),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "OAG9202 ",
            Assert.Single(await AnalyzedCode.ReportsAsync(user, Code("pet.Match(c => 1, d => 2, u => 3)"))),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "OAG9202 ",
            Assert.Single(await AnalyzedCode.ReportsAsync(user, Code("result.Match(c => 1, () => 2, () => 3)"))),
            StringComparison.Ordinal
        );
        Assert.Empty(await AnalyzedCode.ReportsAsync(user, Code("ListAsync(\"c\", null, ct)")));
    }

    private static string Code(string expression) =>
        $$"""
            using System;
            using System.Threading;
            using Acme;
            using OpenApiGen.Http;

            internal static class Code
            {
                public static object? Use(AcmeClient client, Pet pet, AddItemResult result, CancellationToken ct) => {{expression}};
                private static int OfCat(Cat cat) => 1;
                private static int OfDog(Dog dog) => 2;
                private static string? ListAsync(string? cursor = null, ApiCall? call = null, CancellationToken cancellationToken = default) => cursor;
            }

            internal sealed class Mine
            {
                public TResult Match<TResult>(Func<int, TResult> a, Func<int, TResult> b) => a(1);
            }
            """;
}
