using OpenApiGen.Generator.Tests.Infrastructure;

namespace OpenApiGen.Generator.Tests.Baseline;

/// <summary>What is left of webhooks and groups that an update does not have any more.</summary>
public class RemovedEventTests
{
    private const string Head = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n";

    private const string Tuple = "{type: array, prefixItems: [{}]}";
    private const string Record = "{type: object, properties: {a: {type: string}}}";
    private const string Choice = "{anyOf: [{type: string}, {type: object, properties: {b: {type: string}}}]}";

    [Theory]
    [InlineData("Api", Tuple, "global", Record)]
    [InlineData("Api", Record, "global", Tuple)]
    [InlineData("Api", Choice, "other", Record)]
    [InlineData("Webhook", Record, "ApiWebhook", Choice)]
    public void A_webhook_with_another_body_under_another_name_compiles(string before, string bodyBefore, string after, string bodyAfter) =>
        AssertCompiles(Webhook(before, bodyBefore), Webhook(after, bodyAfter));

    [Theory]
    [InlineData("Api Server")]
    [InlineData("Api")]
    [InlineData("Equals")]
    [InlineData("class")]
    public void A_group_that_is_no_more_compiles(string tag) =>
        AssertCompiles(
            Head
                + $"paths:\n  /a: {{get: {{tags: [{tag}], responses: {{'200': {{description: x}}, '2XX': {{description: y, content: {{application/json: {{schema: {{type: string}}}}}}}}}}}}}}\n  /b: {{get: {{responses: {{'204': {{description: x}}}}}}}}\n",
            Head + "paths:\n  /b: {get: {responses: {'204': {description: x}}}}\n"
        );

    private static string Webhook(string name, string body) =>
        Head
        + $"paths: {{}}\nwebhooks:\n  {name}: {{post: {{requestBody: {{content: {{application/json: {{schema: {body}}}}}}}, responses: {{'200': {{description: x}}}}}}}}\n";

    private static void AssertCompiles(string baseline, string present)
    {
        GeneratorRun run = BaselineRun.Of(baseline, present);
        Assert.Contains(run.Sources, static s => s.HintName.Contains("Removed", StringComparison.Ordinal));
        CleanCompilation.Assert(run);
    }
}
