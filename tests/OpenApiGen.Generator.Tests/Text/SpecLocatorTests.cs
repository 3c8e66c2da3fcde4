using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Text;
using Xunit;
using static OpenApiGen.Generator.Tests.Text.SpecTextFixture;

namespace OpenApiGen.Generator.Tests.Text;

public class SpecLocatorTests
{
    private const string Yaml31 = """
        openapi: 3.1.0
        paths:
          /users/{id}:
            get:
              parameters:
                - name: id
                  in: path
                - $ref: '#/components/parameters/Page'
        components:
          schemas:
            'Foo~Bar':
              type: object
              properties: {a: {type: string}, "b": {$ref: "#/x"}}
            Status:
              enum: [on, "off", 3]
            Copy: *anchor
          "quoted": &anchor
            200: >
              folded
              text
        """;

    private const string Json30 = """
        {
          "é": "ü", "paths": { "/users/{id}": { "get": [ { "in": "path" }, 12, "日本" ] } },
          "a\u0062c": { "deep": { "$ref": "#/x" } }
        }
        """;

    [Theory]
    [InlineData("/openapi", "openapi", "3.1.0", 1)]
    [InlineData("#/paths/~1users~1{id}", "/users/{id}", null, 3)]
    [InlineData("#/paths/~1users~1%7Bid%7D/get", "get", null, 4)]
    [InlineData("/paths/~1users~1{id}/get/parameters/0", "name: id", null, 6)]
    [InlineData("/paths/~1users~1{id}/get/parameters/0/in", "in", "path", 7)]
    [InlineData("/paths/~1users~1{id}/get/parameters/1/$ref", "$ref", "'#/components/parameters/Page'", 8)]
    [InlineData("/components/schemas/Foo~0Bar", "'Foo~Bar'", null, 11)]
    [InlineData("/components/schemas/Foo~0Bar/properties/a", "a", null, 13)]
    [InlineData("/components/schemas/Foo~0Bar/properties/b/$ref", "$ref", "\"#/x\"", 13)]
    [InlineData("/components/schemas/Status/enum/0", "on", "on", 15)]
    [InlineData("/components/schemas/Status/enum/1", "\"off\"", "\"off\"", 15)]
    [InlineData("/components/schemas/Copy", "Copy", "*anchor", 16)]
    [InlineData("/components/schemas/Copy/200", "Copy", null, 16)]
    [InlineData("/components/quoted/200", "200", ">\n      folded\n      text", 18)]
    [InlineData("/components/quoted/nowhere/at/all", "\"quoted\"", null, 17)]
    [InlineData("/nowhere", "openapi: 3.1.0", null, 1)]
    public void Yaml_pointers_lead_to_keys_and_values(string place, string key, string? value, int line)
    {
        SpecText text = FromYaml(Yaml31);

        LocationInfo atKey = text.Locator.Locate(place);
        Assert.Equal(key, TextAt(text, atKey));
        Assert.Equal(line, atKey.StartLine + 1);
        Assert.Equal(value ?? key, TextAt(text, text.Locator.Locate(place, SpecPart.Value)));
    }

    [Theory]
    [InlineData("/é", "\"é\"", "\"ü\"", 2)]
    [InlineData("/paths/~1users~1{id}/get", "\"get\"", null, 2)]
    [InlineData("/paths/~1users~1{id}/get/0", "{", null, 2)]
    [InlineData("/paths/~1users~1{id}/get/0/in", "\"in\"", "\"path\"", 2)]
    [InlineData("/paths/~1users~1{id}/get/1", "12", "12", 2)]
    [InlineData("/paths/~1users~1{id}/get/2", "\"日本\"", "\"日本\"", 2)]
    [InlineData("/abc/deep/$ref", "\"$ref\"", "\"#/x\"", 3)]
    [InlineData("/abc/nowhere", "\"a\\u0062c\"", null, 3)]
    [InlineData("", "{", null, 1)]
    public void Json_pointers_lead_to_keys_and_values(string place, string key, string? value, int line)
    {
        SpecText text = FromJson(Json30);

        LocationInfo atKey = text.Locator.Locate(place);
        Assert.Equal(key, TextAt(text, atKey));
        Assert.Equal(line, atKey.StartLine + 1);
        Assert.Equal(value ?? key, TextAt(text, text.Locator.Locate(place, SpecPart.Value)));
    }

    [Fact]
    public void Of_a_duplicate_key_the_last_place_is_found_because_the_last_value_counts()
    {
        Assert.Equal(2, FromYaml("a: {x: 1}\nb: 2\na: {y: 1}\n").Locator.Locate("/a/y").StartLine);
        Assert.Equal(2, FromJson("{\"a\":{\"x\":1},\n\"b\":2,\n\"a\":{\"y\":1}}").Locator.Locate("/a/x").StartLine);
    }

    [Fact]
    public void A_batch_keeps_the_order_of_its_places()
    {
        SpecText text = FromYaml(Yaml31);

        IReadOnlyList<LocationInfo> found = text.Locator.Locate([
            new("/components/quoted"),
            new("/openapi", SpecPart.Value),
            new("/components/quoted"),
            new("/openapi"),
        ]);

        Assert.Equal(["\"quoted\"", "3.1.0", "\"quoted\"", "openapi"], found.Select(l => TextAt(text, l)));
    }

    [Theory]
    [InlineData("\uFEFFa: 1\nb: x\n")]
    [InlineData("a: 1\r\nb: x\r\n")]
    [InlineData("# 日本語 \U0001F600\na: \"\U0001F600\"\nb: x\n")]
    [InlineData("a: 1\n\n\n---\nb: y\n")]
    public void Places_are_characters_of_the_text_whatever_its_line_ends_and_encoding(string yaml)
    {
        SpecText text = FromYaml(yaml);
        string key = text.Root!["b"] is null ? "a" : "b";

        Assert.Equal(key, TextAt(text, text.Locator.Locate("/" + key)));
    }

    [Fact]
    public void Diagnostics_of_a_document_are_resolved_together_and_tell_related_lines()
    {
        SpecText text = FromYaml(Yaml31);
        SpecDiagnostic[] diagnostics =
        [
            SpecDiagnostic.AtValue(
                DiagnosticDescriptors.UnresolvedReference,
                "/paths/~1users~1{id}/get/parameters/1/$ref",
                "#/components/parameters/Page",
                "there is no such parameter",
                "absent"
            ),
            SpecDiagnostic
                .AtKey(DiagnosticDescriptors.NameCollision, "/components/quoted", "a", "b", "C", "C", "C2")
                .RelatedTo("/openapi", "/paths"),
        ];

        DiagnosticInfo[] resolved = [.. SpecDiagnostic.Resolve(diagnostics, text.Locator)];

        Assert.Equal(
            [
                "8:17: OAG0003: The reference '#/components/parameters/Page' does not resolve: there is no such parameter; it is treated as absent",
                "17:3: OAG0006: 'a' and 'b' would both have the C# name 'C'; they are named 'C' and 'C2' (lines 1, 2)",
            ],
            resolved.Select(Print)
        );
        Assert.Equal(2, resolved[1].ToDiagnostic().AdditionalLocations.Count);
        Assert.Equal(resolved[0], SpecDiagnostic.Resolve(diagnostics, FromYaml(Yaml31).Locator).First());
    }
}
