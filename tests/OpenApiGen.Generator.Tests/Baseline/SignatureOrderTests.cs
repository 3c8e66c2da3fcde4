using OpenApiGen.Generator.Tests.Infrastructure;

namespace OpenApiGen.Generator.Tests.Baseline;

/// <summary>
/// Calls that pass everything by position, written against the baseline and compiled against its updates: each means what it meant, or the
/// compiler refuses it with a reason.
/// </summary>
public sealed class SignatureOrderTests
{
    private const string Two = "cursor provider";

    private const string Pets = """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths: {}
        components:
          schemas:
            Cat: {type: object, required: [kind], properties: {kind: {const: cat}, name: {type: string}}}
            Dog: {type: object, required: [kind], properties: {kind: {const: dog}, name: {type: string}}}
            Fox: {type: object, required: [kind], properties: {kind: {const: fox}, name: {type: string}}}
            Pet: {oneOf: []}
        """;

    /// <summary>
    /// A word is an optional query parameter; with <c>!</c> it must be given, with <c>~</c> it is deprecated, <c>{}</c> is the body.
    /// </summary>
    [Theory]
    [InlineData(Two, "provider cursor", "string? cursor = null, string? provider = null")]
    [InlineData(Two, "region cursor provider", "string? cursor = null, string? provider = null, string? region = null")]
    [InlineData(Two, "~cursor token provider", "string? cursor = null, string? provider = null, string? token = null")]
    [InlineData(Two, "~cursor provider", "string? cursor = null, string? provider = null")]
    [InlineData(Two, "provider", "RemovedParameter? cursor = null, string? provider = null")]
    [InlineData(Two, "cursor {} provider", "string? cursor = null, string? provider = null, Body? body = null")]
    [InlineData("!a !b c", "!b !a c", "string a, string b, string? c = null")]
    [InlineData("!a !b c", "a !b c", "string? a, string b, string? c = null")]
    [InlineData("!a !b c", "!b c", "string b, RemovedParameter? a = null, string? c = null")]
    [InlineData("!a b {}", "{} b !a", "string a, Body? body = null, string? b = null")]
    public void The_order_of_parameters_is_kept(string before, string after, string signature)
    {
        GeneratorRun run = BaselineRun.Of(Items("1", before), Items("2", after));

        CleanCompilation.Assert(run);
        string client = run
            .Sources.Single(static s => s.HintName.EndsWith("ItemsClient.g.cs", StringComparison.Ordinal))
            .SourceText.ToString();
        Assert.Contains(
            $"Task ListItemsAsync({signature}, ApiCall? call = null, CancellationToken cancellationToken = default);",
            client.Replace("[Deprecated(\"Deprecated in the API description.\")] ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Two, "provider cursor", "provider, cursor now; the order of the baseline is kept, cursor, provider,")]
    [InlineData(Two, "region cursor provider", "region, cursor, provider now; the order of the baseline is kept, cursor, provider,")]
    [InlineData(Two, "cursor provider region", null)]
    [InlineData(Two, "provider", null)]
    [InlineData(Two, "~cursor provider", null)]
    [InlineData("!a b", "!a !c b", null)] // told as OAG0108
    public void Another_order_is_told(string before, string after, string? message)
    {
        string[] told =
        [
            .. BaselineRun
                .Changes(BaselineRun.Of(Items("1", before), Items("2", after)))
                .Where(static c => c.StartsWith("OAG0114 ", StringComparison.Ordinal)),
        ];

        if (message is null)
            Assert.Empty(told);
        else
            Assert.Contains(
                "The parameters of 'Items.ListItemsAsync' stand in the order " + message,
                Assert.Single(told),
                StringComparison.Ordinal
            );
    }

    /// <summary>What stood in the place of a parameter that is no more is refused, whether it is passed by position or by name.</summary>
    [Theory]
    [InlineData("client.Items.ListItemsAsync(\"c\")", false)]
    [InlineData("client.Items.ListItemsAsync(\"c\", \"p\")", false)]
    [InlineData("client.Items.ListItemsAsync(cursor: \"c\")", false)]
    [InlineData("client.Items.ListItemsAsync(null, \"p\")", true)]
    [InlineData("client.Items.ListItemsAsync(provider: \"p\")", true)]
    [InlineData("client.Items.ListItemsAsync()", true)]
    public void A_parameter_that_is_no_more_is_refused(string call, bool compiles)
    {
        string[] found = BaselineRun.Compile(
            BaselineRun.Of(Items("1", Two), Items("2", "provider")),
            $"using Acme; internal static class Code {{ public static object Use(AcmeClient client) => {call}; }}"
        );

        if (compiles)
            Assert.Empty(found);
        else
            Assert.EndsWith(
                "is obsolete: 'Changed in 2: the parameter 'cursor' was removed.'",
                Assert.Single(found),
                StringComparison.Ordinal
            );
    }

    [Theory]
    [InlineData("Cat Dog", "Dog Cat", "Func<Cat, TResult> cat, Func<Dog, TResult> dog, ", true)]
    [InlineData("Cat Dog", "Fox Cat Dog", "Func<Cat, TResult> cat, Func<Dog, TResult> dog, Func<Fox, TResult> fox, ", true)]
    [InlineData("Cat Dog", "Cat Dog Fox", "Func<Cat, TResult> cat, Func<Dog, TResult> dog, Func<Fox, TResult> fox, ", false)]
    [InlineData("Cat Dog Fox", "Fox Cat", "Func<Cat, TResult> cat, Func<Fox, TResult> fox, ", true)]
    public void The_order_of_functions_is_kept_and_another_is_told(string before, string after, string functions, bool isTold)
    {
        GeneratorRun run = BaselineRun.Of(Union(before), Union(after).Replace("version: '1'", "version: '2'", StringComparison.Ordinal));

        CleanCompilation.Assert(run);
        string union = run.Sources.Single(static s => s.HintName.EndsWith("Pet.g.cs", StringComparison.Ordinal)).SourceText.ToString();
        Assert.Contains($"Match<TResult>({functions}Func<UnknownJson, TResult> unknown)", union, StringComparison.Ordinal);
        Assert.Equal(
            isTold,
            BaselineRun
                .Changes(run)
                .Any(static c => c.Contains("The functions of 'Pet.Match' stand in the order ", StringComparison.Ordinal))
        );
    }

    private static string Union(string cases) =>
        Pets.Replace(
            "oneOf: []",
            $"oneOf: [{string.Join(", ", cases.Split(' ').Select(static c => $"{{$ref: '#/components/schemas/{c}'}}"))}]",
            StringComparison.Ordinal
        );

    private static string Items(string version, string words)
    {
        string[] parameters =
        [
            .. words
                .Split(' ')
                .Where(static w => w != "{}")
                .Select(static w =>
                    $"{{name: {w.Trim('!', '~')}, in: query, required: {(w[0] == '!' ? "true" : "false")}, deprecated: {(w[0] == '~' ? "true" : "false")}, schema: {{type: string}}}}"
                ),
        ];
        string body = words.Contains("{}", StringComparison.Ordinal)
            ? "\n      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Body'}}}}"
            : "";
        return $$$"""
            openapi: 3.1.0
            info: {title: T, version: '{{{version}}}'}
            paths:
              /items:
                post:
                  operationId: listItems
                  tags: [items]
                  parameters: [{{{string.Join(", ", parameters)}}}]
                  responses: {'204': {description: ok}}{{{body}}}
            components:
              schemas:
                Body: {type: object, properties: {x: {type: string} } }
            """;
    }
}
