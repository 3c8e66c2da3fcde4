using System.Globalization;
using System.Text.Json.Nodes;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Robustness;

/// <summary>
/// Every place of a description that can have a reference, with every kind of target: there, not there, around in a circle, of another
/// kind, and text that is no reference at all. Nothing fails as a whole, and what is generated compiles, client and server.
/// </summary>
public class ReferenceProductTests
{
    /// <summary>So many documents share a compilation.</summary>
    private const int Together = 8;

    private static readonly Dictionary<string, string> s_good = new()
    {
        ["schemas"] = """{"type":"object","properties":{"a":{"type":"string"}}}""",
        ["responses"] = """{"description":"x"}""",
        ["parameters"] = """{"name":"g","in":"query","schema":{"type":"string"}}""",
        ["headers"] = """{"schema":{"type":"string"}}""",
        ["requestBodies"] = """{"content":{"application/json":{"schema":{"type":"string"}}}}""",
        ["callbacks"] = """{"{$request.body#/u}":{"post":{"responses":{"204":{"description":"x"}}}}}""",
        ["pathItems"] = """{"get":{"responses":{"204":{"description":"x"}}}}""",
        ["securitySchemes"] = """{"type":"http","scheme":"bearer"}""",
        ["examples"] = """{"value":1}""",
        ["links"] = """{"operationId":"x"}""",
        ["mediaTypes"] = """{"schema":{"type":"string"}}""",
    };

    private static readonly string[] s_odd =
    [
        "",
        "#",
        "#/",
        "#/components",
        "#/components/schemas",
        "#/components//x",
        "#/components/schemas/",
        "#/components/schemas/Good/",
        "#/paths",
        "#/paths/~1schema",
        "#/paths/~1schema/get",
        "#/paths/~1item",
        "#/paths/~1callback",
        "#/paths/~1callback/post/callbacks/b",
        "#/webhooks/hook",
        "#/info",
        "#/openapi",
        "#/security/0",
        "nowhere.yaml",
        "./Good.json",
        "com.acme/Good",
        "Good",
        "http://",
        "http://[",
        "https://example.com/x.yaml#/a",
        "file:///x#/a",
        "urn:x",
        "//x/y",
        "\\\\x\\y",
        "../..",
        "?x",
        "a b",
        "%",
        "%zz",
        "#/%",
        "#/components/schemas/%41",
        "#/components/schemas/G%6Fod",
        "#/components/schemas/A~2",
        "#anchor",
        "\u0000",
        "\u2028",
        "#/components/schemas/Alias/properties/x",
        "#/components/schemas/Props/properties/a",
        "#/components/schemas/Props",
        "#/components/schemas/All",
        "#/components/schemas/One",
        "#/components/schemas/Tuple/prefixItems/0",
        "#/components/schemas/Good/properties/a",
        "#/components/responses/Alias/content/x/schema",
        new('x', 3000),
    ];

    private static readonly string[] s_texts =
    [
        .. s_good.Keys.SelectMany(static map => new[] { "Good", "Missing", "Alias", "Ring" }.Select(name => $"#/components/{map}/{name}")),
        .. s_odd,
    ];

    public static TheoryData<string, int> Documents { get; } =
        new(
            from version in new[] { "3.0.3", "3.1.0", "3.2.0" }
            from first in Enumerable.Range(0, (s_texts.Length + Together - 1) / Together)
            select (version, first * Together)
        );

    [Theory]
    [MemberData(nameof(Documents))]
    public void Nothing_fails_and_what_is_generated_compiles(string version, int first)
    {
        SpecFile[] specs =
        [
            .. s_texts
                .Skip(first)
                .Take(Together)
                .Select(
                    (text, i) =>
                        new SpecFile($"spec{i}.json", Document(version, text), string.Create(CultureInfo.InvariantCulture, $"Spec{i}"))
                ),
        ];
        GeneratorRun client = HostileRun.Of(Consumer.Net10Latest, 3 * HostileRun.DefaultSeconds, specs);
        GeneratorRun both = HostileRun.Of(
            Consumer.Net10Latest.Web,
            3 * HostileRun.DefaultSeconds,
            [.. specs.Select(HostileRun.WithServer)]
        );
        Assert.DoesNotContain(both.Diagnostics, static d => d.Id is "OAG0001" or "OAG0002" or "OAG0010" or "OAG0015");
        Assert.All(both.Diagnostics, static d => Assert.True(d.Location != Microsoft.CodeAnalysis.Location.None, d.ToString()));
        Assert.All(
            specs,
            (_, i) => Assert.Contains(client.Sources, s => s.SourceText.ToString().Contains($"namespace Spec{i}", StringComparison.Ordinal))
        );
        HostileRun.AssertCompiles(both);
    }

    private static string Document(string version, string text)
    {
        string reference = "{\"$ref\":" + JsonValue.Create(text)!.ToJsonString() + "}";
        JsonObject document = (JsonObject)
            JsonNode.Parse(
                EveryPosition
                    .Replace("\"REF\"", reference, StringComparison.Ordinal)
                    .Replace("\"TEXT\"", JsonValue.Create(text)!.ToJsonString(), StringComparison.Ordinal)
            )!;
        document["openapi"] = version;
        if (version != "3.0.3")
            document["webhooks"] = new JsonObject { ["hook"] = JsonNode.Parse(reference) };
        foreach ((string map, string good) in s_good)
        {
            if (document["components"]![map] is not JsonObject components)
                document["components"]![map] = components = [];
            components["Good"] = JsonNode.Parse(good);
            components["Alias"] = JsonNode.Parse(reference);
            components["Ring"] = new JsonObject { ["$ref"] = $"#/components/{map}/Round" };
            components["Round"] = new JsonObject { ["$ref"] = $"#/components/{map}/Ring" };
        }

        return document.ToJsonString();
    }

    private const string EveryPosition = """
        {"info":{"title":"T","version":"1"},"security":[{"Alias":[]}],
        "paths":{
        "/schema":{"get":{"responses":{"200":{"description":"x","content":{"application/json":{"schema":"REF"}}}}}},
        "/xml":{"get":{"responses":{"200":{"description":"x","content":{"application/xml":{"schema":"REF"}}}}}},
        "/text":{"get":{"responses":{"200":{"description":"x","content":{"text/plain":{"schema":"REF"}}}}}},
        "/lines":{"get":{"responses":{"200":{"description":"x","content":{"application/jsonl":{"schema":"REF"}}}}}},
        "/events":{"get":{"responses":{"200":{"description":"x","content":{"text/event-stream":{"schema":"REF"}}}}}},
        "/form":{"post":{"requestBody":{"content":{"multipart/form-data":{"schema":"REF"}}},"responses":{"204":{"description":"x"}}}},
        "/field":{"post":{"requestBody":{"content":{"multipart/form-data":{"schema":{"type":"object","properties":{"f":"REF"}}}}},"responses":{"204":{"description":"x"}}}},
        "/urlencoded":{"post":{"requestBody":{"content":{"application/x-www-form-urlencoded":{"schema":"REF"}}},"responses":{"204":{"description":"x"}}}},
        "/json":{"post":{"requestBody":{"content":{"application/json":{"schema":"REF"}}},"responses":{"204":{"description":"x"}}}},
        "/body":{"post":{"requestBody":"REF","responses":{"204":{"description":"x"}}}},
        "/parameter":{"parameters":["REF"],"get":{"parameters":["REF"],"responses":{"204":{"description":"x"}}}},
        "/response":{"get":{"responses":{"200":"REF","default":"REF"}}},
        "/header":{"get":{"responses":{"200":{"description":"x","headers":{"X-A":"REF","X-B":{"schema":"REF"}}}}}},
        "/query":{"get":{"parameters":[{"name":"q","in":"query","schema":"REF"},{"name":"r","in":"query","content":{"application/json":{"schema":"REF"}}},
            {"name":"s","in":"header","schema":{"type":"array","items":"REF"}}],"responses":{"204":{"description":"x"}}}},
        "/callback":{"post":{"callbacks":{"a":"REF","b":{"{$request.body#/u}":"REF"}},"responses":{"204":{"description":"x"}}}},
        "/item":"REF",
        "/media":{"get":{"responses":{"200":{"description":"x","content":{"application/json":"REF"}}}}},
        "/example":{"get":{"responses":{"200":{"description":"x","content":{"application/json":{"schema":{"type":"string"},"examples":{"a":"REF"}}}}}}},
        "/link":{"get":{"responses":{"200":{"description":"x","links":{"a":"REF"}}}}}},
        "components":{"schemas":{
        "Props":{"type":"object","properties":{"a":"REF"},"additionalProperties":"REF"},
        "All":{"allOf":["REF",{"type":"object","properties":{"b":{"type":"string"}}}]},
        "Any":{"anyOf":["REF",{"type":"string"}]},
        "One":{"oneOf":[{"$ref":"#/components/schemas/Good"},"REF"],"discriminator":{"propertyName":"a","mapping":{"x":"TEXT","y":"#/components/schemas/Good"},"defaultMapping":"TEXT"}},
        "Items":{"type":"array","items":"REF"},"Tuple":{"type":"array","prefixItems":["REF"]},"Not":{"not":"REF"},"If":{"type":"object","if":"REF","then":"REF"},
        "Pattern":{"type":"object","patternProperties":{"x":"REF"}},"Sibling":{"$ref":"TEXT","description":"x"},
        "Base":{"type":"object","required":["k"],"properties":{"k":{"type":"string"}},"discriminator":{"propertyName":"k","mapping":{"d":"TEXT"}}},
        "Derived":{"allOf":[{"$ref":"#/components/schemas/Base"},"REF"]}}}}
        """;
}
