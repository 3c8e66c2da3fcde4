using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Robustness;

/// <summary>
/// Text that wants to be code, in every place of a document that has a text and in the metadata of the item: the syntax trees have the
/// declarations that they have without it, and no other. A failure prints the places and the text in their smallest form.
/// </summary>
public class EmissionPropertyTests
{
    private const int Runs = 150;

    private static readonly string[] s_pieces =
    [
        "\"",
        "\"\"\"",
        "'",
        "\\",
        "\\\"",
        "\\u0022",
        "*/",
        "/*",
        "//",
        "///",
        "\r",
        "\n",
        "\r\n",
        "\u0085",
        "\u2028",
        "\u2029",
        "{0}",
        "{",
        "}",
        "{{",
        "$\"{",
        "@\"",
        "</summary>",
        "</member>",
        "<b>",
        "<!--",
        "]]>",
        "&amp;",
        "#pragma warning disable",
        "\n#error x",
        "\n#if A",
        "\n#endif",
        "\u202E",
        "\u2066",
        "\u200B",
        "\u200D",
        "\u00AD",
        "\uFEFF",
        "\0",
        "\u0007",
        "\uFFFE",
        "; class Evil { }",
        "} class Evil { void A() {",
        " a ",
        "b",
        "ß",
        "日本",
        "\U0001F600",
        "%2F",
        "~1",
        "é",
    ];

    // Groups of places whose text is only shown, and of places whose text becomes a name or a value.
    private static readonly string[] s_places =
    [
        "title",
        "info.description",
        "version",
        "server.description",
        "tag.description",
        "summary",
        "operation.description",
        "parameter.description",
        "query name",
        "header name",
        "cookie name",
        "body.description",
        "response.description",
        "response header",
        "schema.title",
        "schema.description",
        "message",
        "member",
        "member.description",
        "member default",
        "member example",
        "pattern",
        "format",
        "enum value",
        "enum name",
        "enum description",
        "const",
        "branch title",
        "map key",
        "scheme name",
        "scheme.description",
        "key name",
        "extension",
    ];

    private static readonly Lazy<string> s_expected = new(static () => Declarations(Run(Document([], "")).Output));

    private static Arbitrary<string> Texts { get; } =
        Arb.From(
            from pieces in Gen.Elements(s_pieces).NonEmptyListOf()
            select string.Concat(pieces.Take(12)),
            static text => text.Length < 2 ? [] : [text[..(text.Length / 2)], text[(text.Length / 2)..], text[1..], text[..^1]]
        );

    private static Arbitrary<string[]> Places { get; } =
        Arb.From(
            from places in Gen.Elements(s_places).NonEmptyListOf()
            select places.Distinct().Take(4).ToArray(),
            static places => places.Length < 2 ? [] : places.Select(place => places.Where(p => p != place).ToArray())
        );

    [Fact]
    public void Text_in_a_document_adds_no_declaration() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Runs),
            Prop.ForAll(
                Places,
                Texts,
                static (places, text) => Assert.Equal(s_expected.Value, Declarations(Run(Document(places, text)).Output))
            )
        );

    [Fact]
    public void Text_in_a_document_compiles() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(15),
            Prop.ForAll(Texts, static text => HostileRun.AssertCompiles(Run(Document(s_places, text))))
        );

    [Fact]
    public void Text_in_metadata_of_the_item_adds_no_declaration() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Runs),
            Prop.ForAll(
                Arb.From(
                    Gen.Elements(
                        "OpenApiNamespace",
                        "OpenApiClientName",
                        "OpenApiFormats",
                        "OpenApiPagination",
                        "OpenApiAccess",
                        "OpenApiGenerate"
                    )
                ),
                Texts,
                static (name, text) =>
                {
                    Dictionary<string, string> metadata = new()
                    {
                        ["OpenApiSpec"] = "true",
                        ["OpenApiNamespace"] = "Acme",
                        ["OpenApiGenerate"] = "Client, Server",
                        [name] = text,
                    };
                    GeneratorRun run = HostileRun.Of(
                        Consumer.Net10Latest.Web,
                        HostileRun.DefaultSeconds,
                        new SpecFile("text.json", SourceText.From(Document([], "")), metadata)
                    );
                    // A namespace of several parts, or a client's name, may be right; what to generate may be less.
                    if (name != "OpenApiGenerate")
                        Assert.Equal(s_expected.Value, Declarations(run.Output));
                    else
                        AssertPlain(run.Output);
                }
            )
        );

    private static GeneratorRun Run(string document) =>
        HostileRun.Of(
            Consumer.Net10Latest.Web,
            HostileRun.DefaultSeconds,
            HostileRun.WithServer(new SpecFile("text.json", document, "Acme"))
        );

    /// <summary>How many declarations there are of each kind, but for fields.</summary>
    private static string Declarations(Compilation output)
    {
        AssertPlain(output);
        return string.Join(
            "\n",
            output
                .SyntaxTrees.SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>())
                // A long constant has a field of its own.
                .Where(static node => node is not (BaseNamespaceDeclarationSyntax or FieldDeclarationSyntax))
                .GroupBy(static node => node.Kind())
                .OrderBy(static group => group.Key)
                .Select(static group => $"{group.Key} {group.Count()}")
        );
    }

    /// <summary>That all of it is C#, and that no identifier has a character that is not seen.</summary>
    private static void AssertPlain(Compilation output)
    {
        foreach (SyntaxTree tree in output.SyntaxTrees)
        {
            Assert.Empty(tree.GetDiagnostics());
            Assert.DoesNotContain(
                tree.GetRoot().DescendantTokens(),
                static token =>
                    token.IsKind(SyntaxKind.IdentifierToken)
                    && token.Text.EnumerateRunes().Any(static rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format)
            );
        }
    }

    /// <summary>A small API with every kind of place; those that are named have the text beside what they have without it.</summary>
    private static string Document(string[] places, string text)
    {
        string At(string place, string plain) => Quote(places.Contains(place) ? plain + text : plain);
        return $$"""
            {
              "openapi": "3.1.0",
              "info": {"title": {{At("title", "Text")}}, "description": {{At("info.description", "An API.")}}, "version": {{At(
                "version",
                "1"
            )}} },
              "servers": [{"url": "https://a.example", "description": {{At("server.description", "Main")}} }],
              "tags": [{"name": "things", "description": {{At("tag.description", "Things.")}} }],
              "security": [{ {{At("scheme name", "key")}}: []}],
              "paths": {"/things/{id}": {"post": {
                "operationId": "make", "tags": ["things"],
                "summary": {{At("summary", "Makes one.")}}, "description": {{At("operation.description", "More of it.")}},
                "parameters": [
                  {"name": "id", "in": "path", "required": true, "description": {{At(
                "parameter.description",
                "Which."
            )}}, "schema": {"type": "string"} },
                  {"name": {{At("query name", "query")}}, "in": "query", "schema": {"type": "string"} },
                  {"name": {{At("header name", "X-Header")}}, "in": "header", "schema": {"type": "string"} },
                  {"name": {{At("cookie name", "cookie")}}, "in": "cookie", "schema": {"type": "string"} }
                ],
                "requestBody": {"description": {{At(
                "body.description",
                "It."
            )}}, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"} } } },
                "responses": {"200": {
                  "description": {{At("response.description", "Made.")}},
                  "headers": { {{At("response header", "X-Rate")}}: {"schema": {"type": "integer"} } },
                  "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"} } }
                } }
              } } },
              "components": {
                "securitySchemes": { {{At("scheme name", "key")}}: {
                  "type": "apiKey", "in": "header", "name": {{At("key name", "X-Key")}}, "description": {{At(
                "scheme.description",
                "A key."
            )}}
                } },
                "schemas": {"Thing": {
                  "type": "object",
                  "title": {{At("schema.title", "Thing")}}, "description": {{At("schema.description", "A thing.")}},
                  "deprecated": true, "x-deprecated-message": {{At("message", "Use another.")}}, "x-other": {{At("extension", "x")}},
                  "properties": {
                    {{At("member", "name")}}: {"type": "string", "description": {{At("member.description", "Its name.")}} },
                    "size": {
                      "type": "string", "default": {{At("member default", "s")}}, "example": {{At("member example", "e")}},
                      "pattern": {{At("pattern", "p")}}, "format": {{At("format", "f")}}
                    },
                    "color": {
                      "type": "string", "enum": [{{At("enum value", "red")}}, "blue"], "x-enum-varnames": [{{At(
                "enum name",
                "Red"
            )}}, "Blue"],
                      "x-enum-descriptions": [{{At("enum description", "Like blood.")}}, ""]
                    },
                    "kind": {"type": "string", "const": {{At("const", "thing")}} },
                    "either": {"anyOf": [{"type": "integer"}, {
                      "type": "object", "title": {{At(
                "branch title",
                "Inner"
            )}}, "required": ["deep"], "properties": {"deep": {"type": "boolean"} }
                    }] },
                    "map": {"type": "object", "propertyNames": {"enum": [{{At(
                "map key",
                "first"
            )}}, "second"]}, "additionalProperties": {"type": "integer"} }
                  }
                } }
              }
            }
            """;
    }

    private static string Quote(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
