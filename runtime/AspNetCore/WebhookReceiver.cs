using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenApiGen.Http;
using OpenApiGen.Json;

namespace OpenApiGen.AspNetCore;

/// <summary>
/// Says whether a webhook comes from whom it says. Senders sign the bytes of the body, so these are what is given, before anything is read
/// of them.
/// </summary>
/// <param name="context">The request, with its headers.</param>
/// <param name="body">Its body.</param>
public delegate ValueTask<bool> WebhookVerifier(HttpContext context, ReadOnlyMemory<byte> body);

/// <summary>Receives webhooks, for emitted code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WebhookReceiver
{
    /// <summary>Maps an endpoint for the events of an API.</summary>
    /// <typeparam name="T">The union of the events.</typeparam>
    /// <param name="endpoints">Where to.</param>
    /// <param name="pattern">The route.</param>
    /// <param name="read">Reads an event.</param>
    /// <param name="handle">Is given each. The response is 204, unless it sets another status or writes one.</param>
    /// <param name="verify">Refuses a body with 401; null where none is to be refused.</param>
    /// <param name="reading">What happens to members of an event that are not what was declared.</param>
    public static IEndpointConventionBuilder Map<T>(
        IEndpointRouteBuilder endpoints,
        string pattern,
        JsonReadFunc<T> read,
        Func<T, HttpContext, Task> handle,
        WebhookVerifier? verify,
        ApiReading reading = ApiReading.Tolerant
    )
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(handle);
        return endpoints.MapMethods(pattern, ["POST"], (RequestDelegate)(context => ReceiveAsync(context, read, handle, verify, reading)));
    }

    private static async Task ReceiveAsync<T>(
        HttpContext context,
        JsonReadFunc<T> read,
        Func<T, HttpContext, Task> handle,
        WebhookVerifier? verify,
        ApiReading reading
    )
    {
        PooledBuffer body = new();
        try
        {
            if (
                await ResponseBody
                    .ReadAsync(context.Request.Body, body, 0, JsonRoot.DefaultMaxLength, context.RequestAborted)
                    .ConfigureAwait(false)
            )
                await ReceiveAsync(context, body.WrittenMemory, read, handle, verify, reading).ConfigureAwait(false);
            else
                context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }
        finally
        {
            body.Clear();
        }
    }

    private static async Task ReceiveAsync<T>(
        HttpContext context,
        ReadOnlyMemory<byte> body,
        JsonReadFunc<T> read,
        Func<T, HttpContext, Task> handle,
        WebhookVerifier? verify,
        ApiReading reading
    )
    {
        if (verify is not null && !await verify(context, body).ConfigureAwait(false))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        T item;
        try
        {
            item = JsonRoot.Read(body.Span, read, reading);
        }
        catch (JsonException fault)
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, Problem.Faults(fault)).ConfigureAwait(false);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        await handle(item, context).ConfigureAwait(false);
    }
}
