using OpenApiGen.Http;
using OpenApiGen.Runtime.Tests.Http.Support;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Http;

/// <summary>The loop over pages: when it goes on, when it ends, and that it can not run for ever.</summary>
[Collection(Alone.Name)]
public sealed class PagingTests
{
    private readonly List<string?> _asked = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Items_of_all_pages_come_in_order()
    {
        List<int> items = await ToListAsync(
            Items(
                new()
                {
                    [""] = new([1, 2], "a"),
                    ["a"] = new([3], "b"),
                    ["b"] = new([4], null),
                }
            )
        );

        Assert.Equal([1, 2, 3, 4], items);
        Assert.Equal([null, "a", "b"], _asked);
    }

    [Fact]
    public async Task Nothing_is_asked_for_before_it_is_enumerated()
    {
        IAsyncEnumerable<int> items = Items(new() { [""] = new([1, 2], "a"), ["a"] = new([3], null) });
        Assert.Empty(_asked);

        await using IAsyncEnumerator<int> at = items.GetAsyncEnumerator(Token);
        Assert.Empty(_asked);
        Assert.True(await at.MoveNextAsync());
        Assert.True(await at.MoveNextAsync());
        Assert.Equal([null], _asked);
        Assert.True(await at.MoveNextAsync());
        Assert.Equal([null, "a"], _asked);
    }

    [Fact]
    public async Task Leaving_early_asks_for_no_more()
    {
        await foreach (int item in Items(new() { [""] = new([1, 2], "a") }))
        {
            if (item == 1)
                break;
        }

        Assert.Equal([null], _asked);
    }

    [Fact]
    public async Task Each_enumeration_starts_anew()
    {
        IAsyncEnumerable<int> items = Items(new() { [""] = new([1], "a"), ["a"] = new([2], null) });

        Assert.Equal([1, 2], await ToListAsync(items));
        Assert.Equal([1, 2], await ToListAsync(items));
        Assert.Equal([null, "a", null, "a"], _asked);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task It_ends_without_a_cursor(string? end) => Assert.Equal([1], await ToListAsync(Items(new() { [""] = new([1], end) })));

    [Fact]
    public async Task It_ends_with_an_empty_page_that_repeats_its_cursor()
    {
        Assert.Equal([1], await ToListAsync(Items(new() { [""] = new([1], "a"), ["a"] = new([], "a") })));
        Assert.Equal([null, "a"], _asked);
    }

    [Fact]
    public async Task A_page_without_a_list_is_empty() =>
        Assert.Equal([1], await ToListAsync(Items(new() { [""] = new([1], "a"), ["a"] = new(null, "a") })));

    [Fact]
    public async Task An_empty_page_with_a_new_cursor_is_not_the_end() =>
        Assert.Equal(
            [1],
            await ToListAsync(
                Items(
                    new()
                    {
                        [""] = new([], "a"),
                        ["a"] = new([], "b"),
                        ["b"] = new([1], null),
                    }
                )
            )
        );

    [Fact]
    public async Task It_begins_where_it_is_told_to()
    {
        Assert.Equal([2], await ToListAsync(Items(new() { [""] = new([1], "a"), ["a"] = new([2], null) }, start: "a")));
        Assert.Equal(["a"], _asked);
    }

    [Fact]
    public async Task A_page_that_repeats_its_cursor_with_items_is_a_loop()
    {
        List<int> seen = [];
        ApiPagingException loop = await Assert.ThrowsAsync<ApiPagingException>(() =>
            ToListAsync(Items(new() { [""] = new([1], "a"), ["a"] = new([2], "a") }), seen)
        );

        Assert.Equal([1, 2], seen);
        Assert.Equal("a", loop.Cursor);
        Assert.Equal(2, loop.Pages);
        Assert.Equal("The pages run in a loop: page 2 gives the cursor 'a', which an earlier one gave.", loop.Message);
    }

    [Fact]
    public async Task A_longer_circle_is_a_loop()
    {
        ApiPagingException loop = await Assert.ThrowsAsync<ApiPagingException>(() =>
            ToListAsync(
                Items(
                    new()
                    {
                        [""] = new([1], "a"),
                        ["a"] = new([2], "b"),
                        ["b"] = new([3], "c"),
                        ["c"] = new([4], "a"),
                    }
                )
            )
        );

        Assert.Equal(4, loop.Pages);
        Assert.Equal([null, "a", "b", "c"], _asked);
    }

    [Fact]
    public async Task Coming_back_to_where_it_began_is_a_loop() =>
        await Assert.ThrowsAsync<ApiPagingException>(() =>
            ToListAsync(Items(new() { ["a"] = new([1], "b"), ["b"] = new([2], "a") }, start: "a"))
        );

    [Fact]
    public void A_long_cursor_does_not_fill_the_log() =>
        Assert.InRange(new ApiPagingException(new string('x', 10_000), 1).Message.Length, 80, 200);

    [Fact]
    public async Task What_the_operation_throws_comes_through_and_what_was_read_has_been_given()
    {
        List<int> seen = [];
        await Assert.ThrowsAsync<KeyNotFoundException>(() => ToListAsync(Items(new() { [""] = new([1], "a") }), seen));
        Assert.Equal([1], seen);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_token_of_the_call_and_that_of_the_enumeration_cancel(bool byCall)
    {
        using CancellationTokenSource source = new();
        IAsyncEnumerable<int> items = Items(new() { [""] = new([1, 2], "a"), ["a"] = new([3], null) }, call: byCall ? source : null);
        List<int> seen = [];

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (int item in items.WithCancellation(byCall ? default : source.Token))
            {
                seen.Add(item);
                await source.CancelAsync();
            }
        });

        Assert.Equal([1], seen);
        Assert.Equal([null], _asked);
    }

    [Fact]
    public async Task A_call_under_way_is_cancelled()
    {
        using CancellationTokenSource source = new();
        IAsyncEnumerable<int> items = ApiPaging.Items<Page, int>(
            async (_, token) =>
            {
                await source.CancelAsync();
                await Task.Delay(Timeout.Infinite, token);
                return new([], null);
            },
            static page => page.Next,
            static page => page.Items,
            cancellationToken: CancellationToken.None
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (int _ in items.WithCancellation(source.Token)) { }
        });
    }

    [Fact]
    public async Task Pages_end_and_loop_like_items()
    {
        Dictionary<string, Page> pages = new() { [""] = new([1], "a"), ["a"] = new([], "a") };
        List<Page> read = [];
        await foreach (
            Page page in ApiPaging.Pages(
                (cursor, _) => Task.FromResult(pages[cursor ?? ""]),
                static p => p.Next,
                static p => p.Items!.Count == 0,
                null,
                Token
            )
        )
            read.Add(page);
        Assert.Equal([pages[""], pages["a"]], read);

        await Assert.ThrowsAsync<ApiPagingException>(async () =>
        {
            await foreach (
                Page _ in ApiPaging.Pages(
                    (cursor, _) => Task.FromResult(pages[cursor ?? ""]),
                    static p => p.Next,
                    static _ => false,
                    null,
                    Token
                )
            ) { }
        });
    }

    [Fact]
    public async Task A_million_items_hold_no_more_than_a_page()
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        int count = 0;
        IAsyncEnumerable<int> items = ApiPaging.Items(
            static (cursor, _) =>
                Task.FromResult(new Page(new int[1000], int.Parse(cursor ?? "0") is var at && at < 999 ? (at + 1).ToString() : null)),
            static p => p.Next,
            static p => p.Items,
            null,
            Token
        );
        await foreach (int _ in items)
            count++;

        Assert.Equal(1_000_000, count);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 2_000_000);
    }

    private IAsyncEnumerable<int> Items(Dictionary<string, Page> pages, string? start = null, CancellationTokenSource? call = null) =>
        ApiPaging.Items(
            (cursor, cancel) =>
            {
                cancel.ThrowIfCancellationRequested();
                _asked.Add(cursor);
                return Task.FromResult(pages[cursor ?? ""]);
            },
            static page => page.Next,
            static page => page.Items,
            start,
            call?.Token ?? CancellationToken.None
        );

    private static async Task<List<int>> ToListAsync(IAsyncEnumerable<int> items, List<int>? into = null)
    {
        into ??= [];
        await foreach (int item in items.WithCancellation(Token))
            into.Add(item);
        return into;
    }

    private sealed record Page(IReadOnlyList<int>? Items, string? Next);
}
