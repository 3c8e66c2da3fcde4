using Junction;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

// Client and server in one program, over HTTP.
WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
await using WebApplication app = builder.Build();
app.MapJunction(new Handler());
await app.StartAsync();

using HttpClient http = new() { BaseAddress = new Uri(app.Urls.First()) };
JunctionClient junction = new(http, new() { Server = http.BaseAddress });
BulkImportConnectionsBody body = new()
{
    Provider = new OAuthProviders("somnus"),
    Connections = [],
    WaitForCompletion = true,
};
BulkImportResult result = await junction.Link.BulkImportAsync(body);
Console.WriteLine(result.Match(ok => $"imported {ok.UserIdsImported.Count}", () => "accepted"));
using HttpResponseMessage refused = await http.PostAsync(
    "/v2/link/bulk_import",
    new StringContent("{\"provider\":1}", System.Text.Encoding.UTF8, "application/json")
);
Console.WriteLine($"{(int)refused.StatusCode} {refused.Content.Headers.ContentType?.MediaType}");

/// <summary>Handles one group of the API; the others are not mapped.</summary>
internal sealed class Handler : ILinkHandler
{
    public Task<LinkBulkImportAnswer> BulkImportAsync(
        BulkImportConnectionsBody body,
        HttpContext context,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<LinkBulkImportAnswer>(
            new BulkImportConnectionsResponse { UserIdsImported = [Guid.Empty], UserIdsFailed = body.Provider.IsKnown ? [Guid.Empty] : [] }
        );
}
