using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpenApiGen.Corpus.Calls;

/// <summary>Asks Prism for a status, and keeps what it has answered.</summary>
internal sealed class PrismHandler : DelegatingHandler
{
    public PrismHandler()
        : base(new SocketsHttpHandler { AllowAutoRedirect = false }) { }

    /// <summary>The status to ask for; null for the first success.</summary>
    public int? Code { get; set; }

    /// <summary>Whether the answer may be an example, or a plain one, instead of one made up at random.</summary>
    public bool IsPlain { get; set; }

    /// <summary>What was answered since this was set to null.</summary>
    public PrismAnswer? Answer { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string[] wishes =
        [
            .. Code is { } code ? [$"code={code}"] : Array.Empty<string>(),
            .. IsPlain ? ["dynamic=false"] : Array.Empty<string>(),
        ];
        if (wishes.Length > 0)
            request.Headers.Add("Prefer", string.Join(", ", wishes));
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        Answer = new PrismAnswer(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType ?? "",
            await response.Content.ReadAsStringAsync(cancellationToken),
            response.Headers.TryGetValues("sl-violations", out IEnumerable<string>? values) ? string.Join(", ", values) : "",
            request.RequestUri?.PathAndQuery ?? ""
        );
        return response;
    }
}

/// <summary>What Prism has answered.</summary>
/// <param name="Violations">What is wrong with the request, and with its own answer, in its words.</param>
/// <param name="Target">The path and the query that it was asked with.</param>
internal sealed partial record PrismAnswer(int Status, string MediaType, string Body, string Violations, string Target)
{
    // That a parameter is deprecated is a warning; the list is cut where it is long, so it need not be JSON.
    private static readonly Regex s_violation = ViolationPattern();

    private const string ProblemPrefix = "https://stoplight.io/prism/errors#";

    /// <summary>
    /// Its own complaint in place of an answer of the document, such as <c>UNPROCESSABLE_ENTITY</c>; null where there is none.
    /// </summary>
    public string? Problem =>
        MediaType == "application/problem+json" && TypeOf(Body) is { } type && type.StartsWith(ProblemPrefix, StringComparison.Ordinal)
            ? type[ProblemPrefix.Length..]
            : null;

    /// <summary>Whether it finds fault with the request.</summary>
    public bool RefusesRequest =>
        s_violation.IsMatch(Violations)
        || Problem
            is "UNPROCESSABLE_ENTITY"
                or "UNAUTHORIZED"
                or "INVALID_CONTENT_TYPE"
                or "NOT_ACCEPTABLE"
                or "NO_PATH_MATCHED_ERROR"
                or "NO_METHOD_MATCHED_ERROR"
                or "NO_SERVER_MATCHED_ERROR";

    /// <summary>Whether it finds fault with what it was about to answer itself.</summary>
    public bool RefusesAnswer => Problem is "VIOLATIONS";

    [GeneratedRegex("""\{"location":\["request"[^\]]*\],"severity":"Error""", RegexOptions.CultureInvariant)]
    private static partial Regex ViolationPattern();

    private static string? TypeOf(string body)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("type", out JsonElement type)
                ? type.ToString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
