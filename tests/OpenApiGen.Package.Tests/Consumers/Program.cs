using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Consumer;

const string Page =
    """{"data":[{"user_id":"3c90c3cc-0d44-4b50-8888-8dd25736052a","provider":{"fitbit":{"pulled":{},"not_pulled":["blood_oxygen","blood_ketones"]},"garmin_x":{"pulled":{},"not_pulled":[]}},"region":"eu"}],"next_cursor":null,"total_users":1}""";

Console.WriteLine("providers: " + PageReader.Describe(Page));
Console.WriteLine("written: " + PageReader.Echo(Page));

using var server = new Server(Page);
using var http = new HttpClient(server);
Console.WriteLine("users: " + await PageReader.CountAsync(http, CancellationToken.None));

internal sealed class Server(string answer) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Console.WriteLine(
            $"request: {request.Method} {request.RequestUri} {string.Join(",", request.Headers.GetValues("x-vital-api-key"))}"
        );
        return Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(answer, System.Text.Encoding.UTF8, "application/json"),
            }
        );
    }
}
