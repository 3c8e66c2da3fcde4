using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.References;

/// <summary>References that do not lead to a component of the document itself: other files, deep places, anchors.</summary>
public sealed class ReferenceTests
{
    private static SpecFile Part(string path, string text) => new(path, SourceText.From(text), new Dictionary<string, string>());

    private static GeneratorRun Run(string main, params SpecFile[] parts) =>
        GeneratorRun.Of(Consumer.Net10CSharp11, [new SpecFile("specs/main.yaml", main, "Api"), .. parts]);

    private static string All(GeneratorRun run) => string.Join("\n", run.Sources.Select(static s => s.SourceText.ToString()));

    [Fact]
    public void A_schema_in_another_file_is_a_type_of_this_api()
    {
        GeneratorRun run = Run(
            """
            openapi: 3.1.0
            info: {title: t, version: '1'}
            paths: {}
            components:
              schemas:
                Order:
                  type: object
                  required: [customer, lines]
                  properties:
                    customer: {$ref: './parts/customer.yaml'}
                    lines: {type: array, items: {$ref: 'parts/shared.yaml#/Line'}}
            """,
            Part(
                "specs/parts/customer.yaml",
                "type: object\nproperties:\n  name: {type: string}\n  address: {$ref: 'shared.yaml#/Address'}\n"
            ),
            Part(
                "specs/parts/shared.yaml",
                "Address: {type: object, properties: {street: {type: string}}}\nLine: {type: object, properties: {parent: {$ref: '#/Line'}, to: {$ref: '#/Address'}}}\n"
            )
        );

        Assert.Empty(run.Diagnostics);
        CleanCompilation.Assert(run);
        string code = All(run);
        Assert.Contains("public required Customer Customer { get => ", code);
        Assert.Contains("public required IReadOnlyList<Line> Lines ", code);
        Assert.Contains("public Address? To ", code);
        Assert.Contains("public Line? Parent ", code);
        Assert.Contains("public Address? Address ", code);
    }

    [Fact]
    public void Files_may_refer_to_each_other_in_a_circle()
    {
        GeneratorRun run = Run(
            """
            openapi: 3.0.3
            info: {title: t, version: '1'}
            paths: {}
            components: {schemas: {Root: {type: object, properties: {a: {$ref: a.yaml}}}}}
            """,
            Part("specs/a.yaml", "type: object\nproperties: {b: {$ref: b.yaml}}\n"),
            Part("specs/b.yaml", "type: object\nproperties: {a: {$ref: a.yaml}, self: {$ref: '#'}}\n")
        );

        Assert.Empty(run.Diagnostics);
        CleanCompilation.Assert(run);
        Assert.Contains("public B? Self ", All(run));
    }

    [Fact]
    public void A_path_item_and_a_whole_map_of_them_may_stand_in_files_of_their_own()
    {
        GeneratorRun run = Run(
            """
            openapi: 3.0.3
            info: {title: t, version: '1'}
            paths: {$ref: paths.yaml}
            """,
            Part("specs/paths.yaml", "/things: {$ref: 'things.yaml'}\n"),
            Part(
                "specs/things.yaml",
                """
                get:
                  operationId: list_things
                  tags: [things]
                  responses:
                    '200':
                      description: ok
                      content: {application/json: {schema: {type: array, items: {$ref: 'thing.yaml'}}}}
                """
            ),
            Part("specs/thing.yaml", "type: object\nproperties: {id: {type: string, format: uuid}}\n")
        );

        Assert.Empty(run.Diagnostics);
        CleanCompilation.Assert(run);
        Assert.Contains("Task<IReadOnlyList<Thing>> ListThingsAsync(", All(run));
    }

    [Fact]
    public void A_deep_place_of_the_document_and_what_stands_there_are_one_type()
    {
        GeneratorRun run = Run(
            """
            openapi: 3.1.0
            info: {title: t, version: '1'}
            paths:
              /cars/{id}:
                get:
                  operationId: get_car
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  responses:
                    '200': {description: ok, content: {application/json: {schema: {title: Car, type: object, properties: {id: {type: string}}}}}}
            components:
              schemas:
                Fleet:
                  type: object
                  properties:
                    first: {$ref: '#/paths/~1cars~1%7Bid%7D/get/responses/200/content/application~1json/schema'}
                    named: {$ref: '#wheel'}
                Wheel: {$anchor: wheel, type: object, properties: {size: {type: integer}}}
            """
        );

        Assert.Empty(run.Diagnostics);
        CleanCompilation.Assert(run);
        string code = All(run);
        Assert.Contains("public Car? First ", code);
        Assert.Contains("Task<Car> GetCarAsync(", code);
        Assert.Contains("public Wheel? Named ", code);
    }

    [Fact]
    public void A_part_that_cannot_be_read_takes_away_only_what_refers_to_it()
    {
        GeneratorRun run = Run(
            """
            openapi: 3.1.0
            info: {title: t, version: '1'}
            paths: {}
            components:
              schemas:
                Order:
                  type: object
                  properties:
                    before: {$ref: 'part.yaml#/Before'}
                    after: {$ref: 'part.yaml#/After'}
                    other: {type: string}
            """,
            Part(
                "specs/part.yaml",
                "Before: {type: object, properties: {a: {type: string}}}\nBroken:\n\ttype: object\nAfter: {type: object}\n"
            )
        );

        Assert.Equal(
            ["OAG0001 Warning specs/part.yaml 3", "OAG0003 Warning specs/main.yaml 10"],
            run.Diagnostics.Select(static d =>
                $"{d.Id} {d.Severity} {d.Location.GetLineSpan().Path} {d.Location.GetLineSpan().StartLinePosition.Line + 1}"
            )
        );
        Assert.Contains(
            "the file cannot be read, or not so far",
            run.Diagnostics[1].GetMessage(System.Globalization.CultureInfo.InvariantCulture)
        );
        CleanCompilation.Assert(run);
        string code = All(run);
        Assert.Contains("public Before? Before ", code);
        Assert.Contains("public JsonElement? After ", code);
        Assert.Contains("public string? Other ", code);
    }

    [Theory]
    [InlineData(
        "specs/main.yaml",
        "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n    Pet: {type: object, properties: {owner: {$ref: '#/components/schemas/Owner'}}}\n    Broken:\n\ttype: object\n    Owner: {type: object}\n",
        8
    )]
    [InlineData(
        "specs/main.json",
        "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"t\", \"version\": \"1\"}, \"paths\": {},\n\"components\": {\"schemas\": {\"Pet\": {\"type\": \"object\", \"properties\": {\"owner\": {\"$ref\": \"#/components/schemas/Owner\"}}},\n\"Broken\": {\"type\": \"obj",
        3
    )]
    public void What_stands_before_a_break_is_generated(string path, string text, int line)
    {
        GeneratorRun run = GeneratorRun.Of(Consumer.Net10CSharp11, new SpecFile(path, text, "Api"));

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(
            ("OAG0001", DiagnosticSeverity.Error, line),
            (diagnostic.Id, diagnostic.Severity, diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1)
        );
        Assert.EndsWith(
            "What stands before this is read and generated.",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)
        );
        CleanCompilation.Assert(run);
        Assert.Contains("public sealed partial record Pet", All(run));
    }

    [Fact]
    public void A_path_item_in_a_file_that_leads_back_to_itself_ends()
    {
        GeneratorRun run = Run(
            "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths:\n  /a: {$ref: 'part.yaml#/x'}\n",
            Part(
                "specs/part.yaml",
                "x:\n  post:\n    operationId: x\n    callbacks: {cb: {e: {$ref: '#/x'}}}\n    responses: {'204': {description: ok}}\n"
            )
        );

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(("OAG0003", "specs/part.yaml"), (diagnostic.Id, diagnostic.Location.GetLineSpan().Path));
        CleanCompilation.Assert(run);
        Assert.Contains(" XAsync(", All(run));
    }

    [Fact]
    public void A_file_that_the_project_does_not_give_is_reported_at_the_reference_that_asks_for_it()
    {
        GeneratorRun run = Run(
            """
            openapi: 3.1.0
            info: {title: t, version: '1'}
            paths: {}
            components:
              schemas:
                Order:
                  type: object
                  properties:
                    part: {$ref: 'part.yaml'}
            """,
            Part("specs/part.yaml", "type: object\nproperties:\n  missing:\n    $ref: 'nowhere.yaml#/X'\n")
        );

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("OAG0003", diagnostic.Id);
        Assert.Equal("specs/part.yaml", diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(3, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Contains("nowhere.yaml", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        CleanCompilation.Assert(run);
        Assert.Contains("public JsonElement? Missing ", All(run));
    }

    [Theory]
    [InlineData("specs/main.yaml", "./a.yaml", "specs/a.yaml")]
    [InlineData("specs/sub/main.yaml", "../a%20b.yaml", "specs/a b.yaml")]
    [InlineData("/x/specs/main.yaml", "../../y.json", "/y.json")]
    [InlineData("C:\\x\\main.yaml", "parts\\a.yaml", "C:/x/parts/a.yaml")]
    public void A_path_is_resolved_as_text_without_a_file_system(string from, string reference, string expected) =>
        Assert.Equal(expected, OpenApi.SpecFile.Resolve(OpenApi.SpecFile.Normalize(from), reference));
}
