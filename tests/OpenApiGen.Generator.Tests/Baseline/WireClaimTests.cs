using OpenApiGen.Generator.Tests.Infrastructure;

namespace OpenApiGen.Generator.Tests.Baseline;

/// <summary>What was there keeps its name by what it is on the wire: a neighbour that comes or goes before it changes nothing.</summary>
public sealed class WireClaimTests
{
    private const string Orders = """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths:
          /orders:
            get:
              operationId: getOrders
              tags: [orders]
              parameters:
                - {name: q, in: query, schema: {type: string}}
                - {name: sort, in: query, schema: {type: string, enum: [created, updated]}}
                - {name: direction, in: query, schema: {type: string, enum: [asc, desc]}}
              responses: {'204': {description: ok}}
        """;

    private const string Pay = """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths: {}
        components:
          schemas:
            Pay:
              type: object
              properties:
                method:
                  oneOf:
                    - {title: Apple, type: object, required: [token], properties: {token: {type: string}, device: {type: string}}}
                    - {title: Card, type: object, required: [pan], properties: {pan: {type: string}, cvc: {type: string}}}
                    - {type: object, required: [kind], properties: {kind: {const: cash}, till: {type: string}}}
                    - {type: object, required: [kind], properties: {kind: {const: gift}, code: {type: string}}}
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Types_of_parameters(bool isAdded)
    {
        string fewer = Without(Orders, "name: q");
        GeneratorRun run = isAdded ? BaselineRun.Of(fewer, Orders) : BaselineRun.Of(Orders, fewer);

        CleanCompilation.Assert(run);
        Assert.Empty(
            BaselineRun.Compile(
                run,
                "using Acme; internal static class Code { public static object M(IOrdersClient c) => c.GetOrdersAsync(sort: GetOrdersSort.Created, direction: GetOrdersDirection.Asc); }"
            )
        );
    }

    [Theory]
    [InlineData("Apple", false)]
    [InlineData("Apple", true)]
    [InlineData("cash", false)]
    [InlineData("cash", true)]
    public void Branches_of_a_choice(string sibling, bool isAdded)
    {
        string fewer = Without(Pay, sibling);
        GeneratorRun run = isAdded ? BaselineRun.Of(fewer, Pay) : BaselineRun.Of(Pay, fewer);

        CleanCompilation.Assert(run);
        Assert.Empty(
            BaselineRun.Compile(
                run,
                """
                using Acme;
                internal static class Code
                {
                    public static PayMethod Card => new PayMethodCard { Pan = "1", Cvc = "2" };
                    public static PayMethod Gift => new PayMethodGift { Code = "2" };
                }
                """
            )
        );
        Assert.DoesNotContain(BaselineRun.Changes(run), static c => c.Contains("Card", StringComparison.Ordinal));
        Assert.DoesNotContain(BaselineRun.Changes(run), static c => c.Contains("Gift", StringComparison.Ordinal));
    }

    private static string Without(string text, string word) =>
        string.Join('\n', text.Split('\n').Where(l => !l.Contains(word, StringComparison.Ordinal)))
            .Replace("'1'", "'2'", StringComparison.Ordinal);
}
