using OpenApiGen.Http;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Http.Support;

/// <summary>What a request looks like when it reaches the handler.</summary>
internal static class Sent
{
    private static readonly ApiResponses s_any = new();

    public static async Task<HttpRequestMessage> MessageAsync(
        string template,
        Action<ApiRequest> fill,
        string server = "https://api.test",
        HttpMethod? method = null,
        params ApiCredential[] credentials
    )
    {
        var handler = FakeHandler.Answering(204);
        var request = new ApiRequest(method ?? ApiMethods.Get, template);
        fill(request);
        await new ApiTransport(handler.Client(), new Uri(server), credentials).SendAsync(
            request,
            s_any,
            null,
            TestContext.Current.CancellationToken
        );
        return handler.Request;
    }

    /// <summary>Path and query as they go over the wire.</summary>
    public static async Task<string> TargetAsync(string template, Action<ApiRequest> fill) =>
        (await MessageAsync(template, fill)).RequestUri!.PathAndQuery;

    public static async Task<string> PathAsync(
        ParameterValue value,
        ParameterStyle style,
        bool explode,
        string name = "color",
        bool allowReserved = false
    )
    {
        string target = await TargetAsync($"/a/{{{name}}}/z", request => request.Path(name, value, style, explode, allowReserved));
        Assert.StartsWith("/a/", target, StringComparison.Ordinal);
        Assert.EndsWith("/z", target, StringComparison.Ordinal);
        return target[3..^2];
    }

    public static async Task<string> QueryAsync(
        ParameterValue value,
        ParameterStyle style = ParameterStyle.Form,
        bool explode = true,
        string name = "color",
        bool allowReserved = false
    )
    {
        string target = await TargetAsync("/a", request => request.Query(name, value, style, explode, allowReserved));
        Assert.StartsWith("/a", target, StringComparison.Ordinal);
        return target.Length == 2 ? "" : target[3..];
    }

    public static async Task<string?> HeaderAsync(ParameterValue value, bool explode)
    {
        HttpRequestMessage message = await MessageAsync("/a", request => request.Header("color", value, explode));
        return message.Headers.NonValidated.TryGetValues("color", out var values) ? Assert.Single(values) : null;
    }

    public static async Task<string?> CookieAsync(ParameterValue value, ParameterStyle style, bool explode, bool allowReserved = false)
    {
        HttpRequestMessage message = await MessageAsync("/a", request => request.Cookie("color", value, explode, style, allowReserved));
        return message.Headers.NonValidated.TryGetValues("Cookie", out var values) ? Assert.Single(values) : null;
    }
}
