using OpenApiGen.Generator.Tests.Infrastructure;

namespace OpenApiGen.Generator.Tests.Baseline;

/// <summary>
/// Code written against the baseline, compiled against the update: each use of what is no more is CS0619 with its reason, and nothing else.
/// </summary>
public sealed class TombstoneTests
{
    private const string Old = """
        openapi: 3.1.0
        info: {title: Zoo, version: '1.0'}
        servers:
          - {url: 'https://zoo.example/v1', x-csharp-name: Main}
          - {url: 'https://old.zoo.example/v1', x-csharp-name: Legacy}
        webhooks:
          animal.born: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Born'}}}}, responses: {'200': {description: Ok}}}}
          animal.lost: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Lost'}}}}, responses: {'200': {description: Ok}}}}
        paths:
          /animals:
            get:
              operationId: listAnimals
              tags: [animals]
              parameters:
                - {name: limit, in: query, schema: {type: integer, format: int32}}
                - {name: cursor, in: query, deprecated: true, description: 'Deprecated: use `next_cursor` instead.', schema: {type: string}}
                - {name: next_cursor, in: query, schema: {type: string}}
                - {name: colour, in: query, schema: {type: string}}
              responses: {'200': {description: Ok, content: {application/json: {schema: {type: object, properties: {items: {type: array, items: {$ref: '#/components/schemas/Animal'}}, next_cursor: {type: [string, 'null']}}}}}}}
            post:
              operationId: addAnimal
              tags: [animals]
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Animal'}}}}
              responses:
                '200': {description: Ok, content: {application/json: {schema: {$ref: '#/components/schemas/Animal'}}}}
                '202': {description: Accepted}
          /animals/{id}:
            delete:
              operationId: removeAnimal
              tags: [animals]
              deprecated: true
              x-deprecated-message: Animals stay; use `POST /animals` to replace one.
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses: {'204': {description: Gone}}
          /keepers:
            get:
              operationId: listKeepers
              tags: [keepers]
              responses: {'200': {description: Ok, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Keeper'}}}}}}
          /cages:
            get:
              operationId: listCages
              tags: [cages]
              responses: {'200': {description: Ok, content: {application/json: {schema: {type: array, items: {type: string}}}}}}
        components:
          securitySchemes:
            key: {type: apiKey, in: header, name: X-Key}
            login: {type: http, scheme: basic}
          schemas:
            Animal:
              type: object
              required: [name, kind]
              properties:
                name: {type: string}
                kind: {$ref: '#/components/schemas/Kind'}
                cage: {type: string, deprecated: true, x-deprecated-message: 'Use `place` instead.'}
                tags: {type: array, items: {type: string}}
                label: {$ref: '#/components/schemas/Label'}
                id: {anyOf: [{type: string}, {type: integer}, {type: boolean}]}
            Kind: {type: string, enum: [lion, tiger, quagga], x-enum-varnames: [Lion, Tiger, Quagga]}
            Keeper: {type: object, properties: {name: {type: string}, age: {type: integer}}}
            Label: {type: object, properties: {text: {type: string}, colour: {type: string}}}
            Born: {type: object, required: [event_type], properties: {event_type: {const: animal.born}, animal: {$ref: '#/components/schemas/Animal'}}}
            Lost: {type: object, required: [event_type], properties: {event_type: {const: animal.lost}, animal: {$ref: '#/components/schemas/Animal'}}}
            Mood: {type: string, enum: [calm, cross]}
            Shape: {anyOf: [{$ref: '#/components/schemas/Label'}, {$ref: '#/components/schemas/Keeper'}]}
        """;

    private const string New = """
        openapi: 3.1.0
        info: {title: Zoo, version: '2.0'}
        servers:
          - {url: 'https://zoo.example/v1', x-csharp-name: Main}
        webhooks:
          animal.born: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Born'}}}}, responses: {'200': {description: Ok}}}}
        paths:
          /animals:
            get:
              operationId: listAnimals
              tags: [animals]
              parameters:
                - {name: limit, in: query, required: true, schema: {type: integer, format: int32}}
                - {name: colour, in: query, schema: {type: string}}
              responses: {'200': {description: Ok, content: {application/json: {schema: {type: object, properties: {items: {type: array, items: {$ref: '#/components/schemas/Animal'}}}}}}}}
            post:
              operationId: addAnimal
              tags: [animals]
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Animal'}}}}
              responses:
                '200': {description: Ok, content: {application/json: {schema: {$ref: '#/components/schemas/Animal'}}}}
          /cages:
            get:
              operationId: listCages
              tags: [animals]
              responses: {'200': {description: Ok, content: {application/json: {schema: {type: array, items: {type: string}}}}}}
        components:
          securitySchemes:
            key: {type: apiKey, in: header, name: X-Key}
          schemas:
            Animal:
              type: object
              required: [name, kind]
              properties:
                name: {type: string}
                kind: {$ref: '#/components/schemas/Kind'}
                place: {type: string}
                label: {$ref: '#/components/schemas/Badge'}
                id: {anyOf: [{type: string}, {type: integer}]}
            Kind: {type: string, enum: [lion, tiger], x-enum-varnames: [Lion, Tigress]}
            Badge: {type: object, properties: {text: {type: string}, colour: {type: string}}}
            Born: {type: object, required: [event_type], properties: {event_type: {const: animal.born}, animal: {$ref: '#/components/schemas/Animal'}}}
        """;

    private const string Usings =
        "using System;\nusing System.Collections.Generic;\nusing System.Net.Http;\nusing System.Threading.Tasks;\nusing Acme;\nusing OpenApiGen;\n";

    private static readonly Lazy<GeneratorRun> s_run = new(() => BaselineRun.Of(Old, New));

    [Theory]
    [InlineData("new Animal { Name = \"a\", Kind = Kind.Lion }.Cage", "Removed in 2.0: use Place. Use `place` instead.")]
    [InlineData(
        "new Animal { Name = \"a\", Kind = Kind.Lion, Tags = new[] { \"x\" } }",
        "Removed in 2.0; the description names no replacement."
    )]
    [InlineData("new Animal { Name = \"a\", Kind = Kind.Quagga }", "Removed in 2.0; the description names no replacement.")]
    [InlineData("Kind.Values.Quagga", "Removed in 2.0; the description names no replacement.")]
    [InlineData("Kind.Tiger", "Renamed in 2.0: use Tigress.")]
    [InlineData("Kind.Values.Tiger", "Renamed in 2.0: use Tigress.")]
    [InlineData("new Keeper { Name = \"a\" }.Age", "Removed in 2.0; the description names no replacement.")]
    [InlineData("Mood.Calm.IsKnown", "Removed in 2.0; the description names no replacement.")]
    [InlineData("Mood.Values.Calm", "Removed in 2.0; the description names no replacement.")]
    [InlineData("new Mood(\"x\") == default", "Removed in 2.0; the description names no replacement.")]
    [InlineData("new Label { Text = \"x\" }", "Renamed in 2.0: use Badge.")]
    [InlineData("new Shape(new UnknownJson(default)).HasValue", "Removed in 2.0; the description names no replacement.")]
    [InlineData("AcmeServer.Legacy", "Removed in 2.0; the description names no replacement.")]
    [InlineData("new AcmeClientOptions { BasicUserName = \"x\" }", "Removed in 2.0; the description names no replacement.")]
    [InlineData(
        "client.Animals.RemoveAnimalAsync(\"a\")",
        "Removed in 2.0: use AddAnimalAsync. Animals stay; use `POST /animals` to replace one."
    )]
    [InlineData(
        "client.Animals.ListAnimalsAsync()",
        "Changed in 2.0: the parameter 'limit' must be given; the parameter 'cursor' was removed (Deprecated: use `next_cursor` instead); the parameter 'next_cursor' was removed."
    )]
    [InlineData(
        "client.Animals.ListAnimalsAsync(nextCursor: \"x\")",
        "Changed in 2.0: the parameter 'limit' must be given; the parameter 'cursor' was removed (Deprecated: use `next_cursor` instead); the parameter 'next_cursor' was removed."
    )]
    [InlineData(
        "client.Animals.EnumerateAnimalsAsync(limit: 2)",
        "Changed in 2.0: the parameter 'limit' must be given; the parameter 'cursor' was removed (Deprecated: use `next_cursor` instead); the parameter 'next_cursor' was removed."
    )]
    [InlineData(
        "new Animal { Name = \"a\", Kind = Kind.Lion }.Id!.Value.TryGetValue(out bool _)",
        "Removed in 2.0; the description names no replacement."
    )]
    [InlineData("new Animal { Name = \"a\", Kind = Kind.Lion, Id = true }", "Removed in 2.0; the description names no replacement.")]
    [InlineData("AcmeEvent.Parse(default).TryGetValue(out Lost? _)", "Removed in 2.0; the description names no replacement.", 3)]
    [InlineData("AcmeEvent.Parse(default).Match(born => 1, lost => 2, unknown => 3)", "Changed in 2.0: it takes 2 functions.")]
    [InlineData("client.Cages", "Renamed in 2.0: use Animals.")]
    [InlineData("client.Keepers", "Removed in 2.0; the description names no replacement.")]
    public void Each_use_is_explained(string expression, string message, int times = 1)
    {
        string[] found = BaselineRun.Compile(
            s_run.Value,
            Usings
                + $$"""
                internal static class Code
                {
                    public static object? Use(AcmeClient client) => {{expression}};
                }
                """
        );
        Assert.True(times == found.Length, string.Join("\n", found));
        Assert.All(found, f => Assert.StartsWith("CS0619 ", f, StringComparison.Ordinal));
        Assert.EndsWith($"is obsolete: '{message}'", found[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AddAnimalResult r = await client.Animals.AddAnimalAsync(animal); Console.WriteLine(r.IsAccepted ? null : r.Ok);")]
    [InlineData("AddAnimalResult r = null!; Console.WriteLine(r.Match(a => 1, () => 2));")]
    [InlineData("Label l = animal.Label!; animal = animal with { Label = l }; Console.WriteLine(l.Text);")]
    [InlineData("foreach (var c in await client.Cages.ListCagesAsync()) Console.WriteLine(c);")]
    [InlineData("foreach (Keeper k in await client.Keepers.ListKeepersAsync()) Console.WriteLine(k.Name + k.AdditionalProperties.Count);")]
    [InlineData("switch (AcmeEvent.Parse(default).Value) { case Lost lost: Console.WriteLine(lost.Animal); break; }")]
    [InlineData("ICagesClient cages = client.Cages; await cages.ListCagesAsync();")]
    [InlineData("await foreach (Animal a in client.Animals.EnumerateAnimalsAsync(colour: \"x\")) Console.WriteLine(a.Cage);")]
    public void Statements_give_no_other_error(string statement)
    {
        string[] found = BaselineRun.Compile(
            s_run.Value,
            Usings
                + $$"""
                internal static class Code
                {
                    public static async Task Use(AcmeClient client, Animal animal) { await Task.Yield(); {{statement}} }
                }
                """
        );
        Assert.NotEmpty(found);
        Assert.True(found.All(static f => f.StartsWith("CS0619 ", StringComparison.Ordinal)), string.Join("\n", found));
    }

    /// <summary>A C# enum has no parts: what is no more is among its values, and the whole of one that is gone is an enum still.</summary>
    [Theory]
    [InlineData("Kind.Quagga")]
    [InlineData("Mood.Calm")]
    [InlineData("new Animal { Name = \"a\", Kind = Kind.Lion }.Cage")]
    public void Closed_enums_are_explained_as_well(string expression)
    {
        const string Closed = "x-csharp-enum: closed, type: string, enum";
        GeneratorRun run = BaselineRun.Of(
            Old.Replace("type: string, enum", Closed, StringComparison.Ordinal),
            New.Replace("type: string, enum", Closed, StringComparison.Ordinal)
        );
        CleanCompilation.Assert(run);
        Assert.StartsWith(
            "CS0619 ",
            Assert.Single(
                BaselineRun.Compile(run, Usings + $"internal static class Code {{ public static object? Use() => {expression}; }}")
            ),
            StringComparison.Ordinal
        );
    }

    /// <summary>Whatever the framework, the language and the access of the rest.</summary>
    [Fact]
    public void What_is_left_compiles_everywhere()
    {
        foreach (Consumer consumer in Consumer.All)
            CleanCompilation.Assert(BaselineRun.Of(consumer, Old, New));
        OpenApiGen.Testing.SpecFile present = new(
            "api.yaml",
            Microsoft.CodeAnalysis.Text.SourceText.From(New),
            new Dictionary<string, string>
            {
                ["OpenApiSpec"] = "true",
                ["OpenApiNamespace"] = "Acme",
                ["OpenApiAccess"] = "Internal",
            }
        );
        CleanCompilation.Assert(
            BaselineRun.Of(Consumer.Net10Latest, present, new OpenApiGen.Testing.SpecFile("api.old.yaml", Old, "Acme"))
        );
    }
}
