using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenApiGen.Generator.Tests.Infrastructure;
using OpenApiGen.Testing;

namespace OpenApiGen.Generator.Tests.Robustness;

/// <summary>
/// Every place of a description that becomes a name in C# has a name that C#, the framework or emitted code uses for something else.
/// </summary>
public class DrawnNameTests
{
    private static readonly string[] s_words =
    [
        // keywords, and words that are some in places
        .. "abstract as base bool byte case class const decimal default delegate enum event false in int is lock long namespace new null object out override params private ref static string struct switch this true typeof using virtual void".Split(
            ' '
        ),
        .. "await async dynamic field file global init nameof nint notnull partial record required scoped unmanaged value var when where with yield _ __ 1 1a 日本 ٣".Split(
            ' '
        ),
        // members of object, record and struct
        .. "Equals GetHashCode ToString GetType MemberwiseClone ReferenceEquals Finalize EqualityContract PrintMembers Clone Deconstruct op_Equality".Split(
            ' '
        ),
        // members, types and locals of emitted code
        .. "Converter Values Value Known IsKnown HasValue TryGetValue Match Members Table Read Write WriteJson AdditionalProperties AdditionalItems Unknown TResult Server Default Ok Map Request Handler Body Content".Split(
            ' '
        ),
        .. "request call cancellationToken reader writer members next seen member value body content statusCode answer context handler server transport options other left right unknown newRequest page token".Split(
            ' '
        ),
        .. "ApiClient ApiClientOptions ApiClientServices ApiServer ApiJson ApiHeaders ApiEndpoints IApiHandler ApiShapes ApiWebhooks ApiRemoved".Split(
            ' '
        ),
        // types that emitted code names
        .. "System Task Func Action Uri Guid List IReadOnlyList Dictionary String Int32 Object Type Obsolete JsonElement JsonRead JsonWrite JsonUnion JsonMembers JsonRoot JsonConverter Utf8JsonReader UnknownJson ApiTransport ApiRequest ApiResponses".Split(
            ' '
        ),
        .. "ApiCall ApiSecurity ApiKeyLocation ApiHeader ApiException ApiFile ParameterValue ParameterStyle ServerUrl HttpClient HttpContext ServerRequest ServerRoutes BodyReads AnswerBody WireShape IResult OpenApiGen Acme Microsoft".Split(
            ' '
        ),
    ];

    public static TheoryData<int> Seeds { get; } = new(Enumerable.Range(1, 5));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Any_name_anywhere_compiles(int seed)
    {
        string text = Document(new Random(seed));
        GeneratorRun run = HostileRun.Of(
            Consumer.Net10Latest.Web,
            60,
            HostileRun.WithServer(new SpecFile("drawn.yaml", text, seed % 2 == 0 ? "Acme.Api" : "Api"))
        );
        Assert.DoesNotContain(run.Diagnostics, static d => d.Id is "OAG0001" or "OAG0010");
        Assert.True(run.Sources.Length > 40, "hardly anything was generated");
        HostileRun.AssertCompiles(run);
    }

    private static string Document(Random random)
    {
        string[] schemas = Draw(random, s_words.Length / 5);
        string Reference() => "{$ref: '#/components/schemas/" + Pointer(schemas[random.Next(schemas.Length)]) + "'}";
        StringBuilder text = new("openapi: 3.1.0\ninfo: {title: T, version: '1'}\n");
        text.Append("servers: [")
            .AppendJoin(", ", Draw(random, 12).Select(static (w, i) => $"{{url: 'https://s{i}.example', description: {Quoted(w)}}}"));
        text.Append(", ")
            .AppendJoin(
                ", ",
                Draw(random, 4)
                    .Select(
                        static (w, i) =>
                            $"{{url: 'https://{{v}}.v{i}.example/{{{Escaped(w)}}}', description: {Quoted(w + " v")}, variables: {{v: {{default: a, enum: [a, b]}}, {Quoted(w)}: {{default: x}}}}}}"
                    )
            )
            .Append("]\n");
        text.Append("paths:\n");
        for (int i = 0; i < 14; i++)
            Operation(text, random, i, Reference);
        text.Append("webhooks:\n");
        foreach (string word in Draw(random, 6))
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {Quoted(word)}: {{post: {{requestBody: {{content: {{application/json: {{schema: {Reference()}}}}}}}, responses: {{'200': {{description: x}}}}}}}}\n"
            );
        text.Append("components:\n  securitySchemes:\n");
        foreach (string word in Draw(random, 12))
            text.Append(
                CultureInfo.InvariantCulture,
                $"    {Quoted(word)}: {(random.Next(3) switch { 0 => "{type: http, scheme: bearer}", 1 => "{type: http, scheme: basic}", _ => "{type: apiKey, in: header, name: X}" })}\n"
            );
        text.Append("  schemas:\n");
        foreach (string word in schemas)
            text.Append(CultureInfo.InvariantCulture, $"    {Quoted(word)}: {Schema(random, Reference)}\n");
        return text.ToString();
    }

    private static void Operation(StringBuilder text, Random random, int index, Func<string> reference)
    {
        string[] names = Draw(random, 6),
            statuses = ["200", "2XX", "202", "404", "4XX", "default"];
        IEnumerable<string> parameters = names.Select(
            (w, i) =>
                $"{{name: {Quoted(w)}, in: {(i == 0 ? "path" : i < 4 ? "query" : i < 5 ? "header" : "cookie")}, required: {(i == 0 ? "true" : random.Next(2) == 0 ? "true" : "false")}, schema: {(random.Next(2) == 0 ? "{type: string}" : reference())}}}"
        );
        IEnumerable<string> responses = Draw(random, 3, statuses)
            .Select(s =>
                $"'{s}': {{description: x, headers: {{{Header(random)}: {{schema: {{type: string}}}}, {Header(random, "2")}: {{schema: {{type: integer}}}}}}{(random.Next(3) == 0 ? "" : $", content: {{application/json: {{schema: {reference()}}}}}")}}}"
            );
        string body = random.Next(3) switch
        {
            0 => "",
            1 =>
                $"requestBody: {{content: {{application/json: {{schema: {reference()}}}, multipart/form-data: {{schema: {{type: object, properties: {{{Members(random, reference)}}}}}}}}}}}, ",
            _ =>
                $"requestBody: {{required: true, content: {{application/x-www-form-urlencoded: {{schema: {{type: object, properties: {{{Members(random, reference)}}}}}}}}}}}, ",
        };
        text.Append(
            CultureInfo.InvariantCulture,
            $"  {Quoted($"/p{index}/{{{names[0]}}}")}: {{post: {{operationId: {Quoted(Draw(random, 1)[0])}, tags: [{Quoted(Draw(random, 1)[0])}], {body}parameters: [{string.Join(", ", parameters)}], responses: {{{string.Join(", ", responses)}}}}}}}\n"
        );
    }

    private static string Schema(Random random, Func<string> reference) =>
        random.Next(8) switch
        {
            0 => $"{{type: string, enum: [{string.Join(", ", Draw(random, 8).Select(Quoted))}]}}",
            1 => $"{{anyOf: [{reference()}, {reference()}, {{type: string}}]}}",
            2 => $"{{type: string, x-csharp-enum: closed, enum: [{string.Join(", ", Draw(random, 8).Select(Quoted))}]}}",
            3 => $"{{type: array, prefixItems: [{{type: string, title: {Quoted(Draw(random, 1)[0])}}}, {reference()}]}}",
            4 => $"{{type: object, properties: {{{Members(random, reference)}}}, additionalProperties: {reference()}}}",
            5 =>
                $"{{oneOf: [{{type: object, title: {Quoted(Draw(random, 1)[0])}, properties: {{{Members(random, reference)}}}}}, {{type: object, required: [q], properties: {{q: {{const: a}}}}}}]}}",
            _ => $"{{type: object, required: [{Quoted(Draw(random, 1)[0])}], properties: {{{Members(random, reference)}}}}}",
        };

    private static string Members(Random random, Func<string> reference) =>
        string.Join(
            ", ",
            Draw(random, 6)
                .Select(w =>
                    $"{Quoted(w)}: {(random.Next(4) switch
    {
        0 => "{type: string}",
        1 => "{type: integer, default: 3}",
        2 => $"{{type: string, enum: [{string.Join(", ", Draw(random, 3).Select(Quoted))}]}}",
        _ => reference(),
    })}"
                )
        );

    private static string Header(Random random, string end = "") =>
        Quoted(Draw(random, 1, [.. s_words.Where(static w => w.All(char.IsAsciiLetterOrDigit))])[0] + end);

    private static string[] Draw(Random random, int count, string[]? words = null)
    {
        string[] all = [.. words ?? s_words];
        random.Shuffle(all);
        return [.. all.Distinct().Take(count)];
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private static string Escaped(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    private static string Pointer(string text) => Uri.EscapeDataString(text);
}
