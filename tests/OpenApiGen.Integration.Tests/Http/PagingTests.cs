using System.Net;
using System.Text;
using Junction;
using OpenApiGen.Http;
using OpenApiGen.Integration.Tests.Support;

namespace OpenApiGen.Integration.Tests.Http;

/// <summary>Enumerating over pages: over a socket for what travels, over a fake handler for what must not.</summary>
public sealed class PagingTests
{
    private static readonly Guid s_first = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid s_second = Guid.Parse("00000000-0000-0000-0000-000000000002");
    private static readonly Guid s_third = Guid.Parse("00000000-0000-0000-0000-000000000003");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Users_of_all_pages_come_one_after_another()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
            LoopbackServer.Answer(
                context,
                200,
                context.Request.Query["next_cursor"].ToString() switch
                {
                    "" => Page("c=1&2", s_first, s_second),
                    "c=1&2" => Page("c3"),
                    "c3" => Page(null, s_third),
                    _ => throw new InvalidOperationException(),
                }
            )
        );

        List<Guid> users = [];
        await foreach (
            SingleUserHistoricalPullResponse user in server.Client.Introspect.EnumerateHistoricalPullsAsync(
                provider: Providers.Fitbit,
                userLimit: 2,
                cancellationToken: Token
            )
        )
            users.Add(user.UserId);

        Assert.Equal([s_first, s_second, s_third], users);
        Assert.Equal(
            [
                "?provider=fitbit&user_limit=2",
                "?provider=fitbit&user_limit=2&next_cursor=c%3D1%262",
                "?provider=fitbit&user_limit=2&next_cursor=c3",
            ],
            server.Requests.Select(static r => r.Query)
        );
        Assert.All(server.Requests, static r => Assert.Equal(LoopbackServer.ApiKey, r.Headers["x-vital-api-key"]));
    }

    [Fact]
    public async Task Resources_are_enumerated_as_well()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(200, Samples.Resources);
        List<SingleUserResourceResponse> users = [];

        // The sample's cursor is the text None: the next page gives it again, and that is a loop.
        ApiPagingException loop = await Assert.ThrowsAsync<ApiPagingException>(async () =>
        {
            await foreach (SingleUserResourceResponse user in server.Client.Introspect.EnumerateResourcesAsync(cancellationToken: Token))
                users.Add(user);
        });

        Assert.Equal(2, loop.Pages);
        Assert.Equal(2, users.Count);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_first_item_is_wanted_nor_after_the_last()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(200, Page("more", s_first, s_second));
        IAsyncEnumerable<SingleUserHistoricalPullResponse> users = server.Client.Introspect.EnumerateHistoricalPullsAsync(
            cancellationToken: Token
        );
        Assert.Empty(server.Requests);

        await foreach (SingleUserHistoricalPullResponse user in users)
        {
            if (user.UserId == s_second)
                break;
        }

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task It_can_begin_in_the_middle_and_tell_of_the_last_answer()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(200, Page(null, s_third));
        ApiCall call = new();
        call.Headers["x-trace"] = "t";

        await foreach (
            SingleUserHistoricalPullResponse user in server.Client.Introspect.EnumerateHistoricalPullsAsync(
                nextCursor: "c3",
                call: call,
                cancellationToken: Token
            )
        )
            Assert.Equal(s_third, user.UserId);

        Assert.Equal("?next_cursor=c3", server.Request.Query);
        Assert.Equal("t", server.Request.Headers["x-trace"]);
        Assert.Equal(HttpStatusCode.OK, call.StatusCode);
    }

    [Fact]
    public async Task An_error_on_the_second_page_comes_after_the_items_of_the_first()
    {
        using FakeHandler handler = new(static uri =>
            uri.Query.Length == 0 ? (200, Page("c1", s_first)) : (422, Samples.HttpValidationError)
        );
        using HttpClient http = new(handler);
        JunctionClient junction = new(http);
        List<Guid> users = [];

        ApiException<HttpValidationError> error = await Assert.ThrowsAsync<ApiException<HttpValidationError>>(async () =>
        {
            await foreach (
                SingleUserHistoricalPullResponse user in junction.Introspect.EnumerateHistoricalPullsAsync(cancellationToken: Token)
            )
                users.Add(user.UserId);
        });

        Assert.Equal([s_first], users);
        Assert.Equal(422, (int)error.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancelling_between_pages_sends_no_more(bool byParameter)
    {
        using FakeHandler handler = new(static uri => (200, Page(uri.Query.Length == 0 ? "c1" : null, s_first)));
        using HttpClient http = new(handler);
        using CancellationTokenSource source = new();
        IAsyncEnumerable<SingleUserHistoricalPullResponse> users = new JunctionClient(http).Introspect.EnumerateHistoricalPullsAsync(
            cancellationToken: byParameter ? source.Token : default
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (SingleUserHistoricalPullResponse _ in users.WithCancellation(byParameter ? default : source.Token))
                await source.CancelAsync();
        });

        Assert.Equal([""], handler.Queries);
    }

    [Fact]
    public async Task A_server_that_never_ends_is_noticed()
    {
        using FakeHandler handler = new(static uri => (200, Page(uri.Query.EndsWith("=a", StringComparison.Ordinal) ? "b" : "a", s_first)));
        using HttpClient http = new(handler);

        ApiPagingException loop = await Assert.ThrowsAsync<ApiPagingException>(async () =>
        {
            await foreach (
                SingleUserHistoricalPullResponse _ in new JunctionClient(http).Introspect.EnumerateHistoricalPullsAsync(
                    cancellationToken: Token
                )
            ) { }
        });

        Assert.Equal("a", loop.Cursor);
        Assert.Equal(["", "?next_cursor=a", "?next_cursor=b"], handler.Queries);
    }

    [Fact]
    public async Task An_empty_page_that_repeats_its_cursor_is_the_end()
    {
        using FakeHandler handler = new(static uri => (200, uri.Query.Length == 0 ? Page("a", s_first) : Page("a")));
        using HttpClient http = new(handler);
        int count = 0;

        await foreach (
            SingleUserHistoricalPullResponse _ in new JunctionClient(http).Introspect.EnumerateHistoricalPullsAsync(
                cancellationToken: Token
            )
        )
            count++;

        Assert.Equal(1, count);
        Assert.Equal(["", "?next_cursor=a"], handler.Queries);
    }

    private static string Page(string? next, params Guid[] users) =>
        "{\"data\":["
        + string.Join(",", users.Select(static u => $$$"""{"user_id":"{{{u}}}","provider":{}}"""))
        + "],\"next\":null,\"next_cursor\":"
        + (next is null ? "null" : $"\"{next}\"")
        + "}";

    private sealed class FakeHandler(Func<Uri, (int Status, string Json)> answer) : HttpMessageHandler
    {
        public List<string> Queries { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Queries.Add(request.RequestUri!.Query);
            (int status, string json) = answer(request.RequestUri);
            return Task.FromResult(
                new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, "application/json") }
            );
        }
    }
}
