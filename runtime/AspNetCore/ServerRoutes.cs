using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OpenApiGen.AspNetCore;

/// <summary>Collects the operations of an API, for emitted code, and maps them as endpoints.</summary>
/// <param name="endpoints">Where to.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ServerRoutes(IEndpointRouteBuilder endpoints)
{
    private readonly List<(string Method, string Pattern, List<Route> Routes)> _routes = [];

    /// <summary>Adds an operation.</summary>
    /// <param name="operation">What it is in the description.</param>
    /// <param name="refusal">The status of a response to bad input: 400 or 422.</param>
    /// <param name="call">Reads the request and calls the handler; null where <see cref="ServerRequest.IsValid"/> is false.</param>
    public void Map(ServerOperation operation, int refusal, Func<ServerRequest, CancellationToken, Task<ServerAnswer?>> call)
    {
        ArgumentNullException.ThrowIfNull(operation);
        Route route = new(operation, new RouteTemplate(operation.Path), refusal, call);
        int known = _routes.FindIndex(r =>
            r.Method == operation.Method && r.Pattern.Equals(route.Template.Pattern, StringComparison.OrdinalIgnoreCase)
        );
        if (known < 0)
            _routes.Add((operation.Method, route.Template.Pattern, [route]));
        else
            _routes[known].Routes.Add(route);
    }

    /// <summary>Maps what has been added.</summary>
    /// <returns>All of it, for conventions such as <c>RequireAuthorization</c>.</returns>
    public RouteGroupBuilder Build()
    {
        RouteGroupBuilder group = endpoints.MapGroup("");
        foreach ((string method, string pattern, List<Route> routes) in _routes)
        {
            Route[] ordered = [.. routes.OrderByDescending(static r => r.Template.HasQuery)];
            IEndpointConventionBuilder endpoint = group.MapMethods(
                pattern,
                [method],
                (RequestDelegate)(context => AnswerAsync(context, ordered))
            );
            endpoint.WithMetadata([.. ordered.Select(static r => r.Operation)]).WithDisplayName($"{method} {ordered[0].Template.Text}");
        }

        return group;
    }

    private static async Task AnswerAsync(HttpContext context, Route[] routes)
    {
        string[] segments = RawPath.Segments(context);
        WirePairs query = WireText.Pairs(context.Request.QueryString.Value is { Length: > 1 } text ? text[1..] : "");
        foreach (Route route in routes)
        {
            if (route.Template.Match(segments, query) is not { } values)
                continue;
            ServerRequest request = new(context, values, query, route.Refusal);
            try
            {
                ServerAnswer? answer = await route.Call(request, context.RequestAborted).ConfigureAwait(false);
                await (answer is null || !request.IsValid ? request.RefuseAsync() : answer.ExecuteAsync(context)).ConfigureAwait(false);
            }
            catch (RefusedBodyException refused) when (!context.Response.HasStarted)
            {
                // A body that is read item by item goes wrong in the hands of the handler.
                request.Fail(refused.Fault);
                await request.RefuseAsync().ConfigureAwait(false);
            }
            catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
            {
                // The host refuses to read on in the hands of the handler: a body that is too long, too slow or cut off.
                request.Refuse(refused.StatusCode, refused.Message);
                await request.RefuseAsync().ConfigureAwait(false);
            }

            return;
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private sealed record Route(
        ServerOperation Operation,
        RouteTemplate Template,
        int Refusal,
        Func<ServerRequest, CancellationToken, Task<ServerAnswer?>> Call
    );
}
