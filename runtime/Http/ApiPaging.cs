using System.Runtime.CompilerServices;

namespace OpenApiGen.Http;

/// <summary>
/// Cursor paging: one call after another, each with the cursor that the page before gave. Nothing is asked for before it is
/// enumerated, and nothing more once the enumeration stops. Each enumeration starts anew.
/// </summary>
/// <remarks>
/// The end is a page without a cursor (null or empty), or an empty page that gives the cursor it was asked with. A cursor that was
/// given before is a loop that would never end, and so are 1,000 pages in a row without an item: <see cref="ApiPagingException"/>.
/// </remarks>
public static class ApiPaging
{
    private const int MostEmpty = 1000;

    /// <summary>The items of all pages, in order.</summary>
    /// <typeparam name="TPage">What one call returns.</typeparam>
    /// <typeparam name="TItem">An item of a page.</typeparam>
    /// <param name="fetch">Calls the operation with a cursor; null is the first page.</param>
    /// <param name="next">The cursor that a page gives for the next one.</param>
    /// <param name="items">The items of a page; null is none.</param>
    /// <param name="start">The cursor to begin with; null for the first page.</param>
    /// <param name="cancellationToken">
    /// Cancels the call under way and stops before the next item; beside it counts the token given by <c>WithCancellation</c>.
    /// </param>
    /// <returns>A sequence that throws what the operation throws, and <see cref="ApiPagingException"/> for a loop.</returns>
    public static IAsyncEnumerable<TItem> Items<TPage, TItem>(
        Func<string?, CancellationToken, Task<TPage>> fetch,
        Func<TPage, string?> next,
        Func<TPage, IReadOnlyList<TItem>?> items,
        string? start = null,
        CancellationToken cancellationToken = default
    )
    {
        if (items is null)
            throw new ArgumentNullException(nameof(items));
        return Core(fetch, next, null, items, start, cancellationToken);
    }

    /// <summary>The pages themselves, where a response has no one list of items.</summary>
    /// <typeparam name="TPage">What one call returns.</typeparam>
    /// <param name="fetch">Calls the operation with a cursor; null is the first page.</param>
    /// <param name="next">The cursor that a page gives for the next one.</param>
    /// <param name="isEmpty">Whether there is nothing on a page.</param>
    /// <param name="start">The cursor to begin with; null for the first page.</param>
    /// <param name="cancellationToken">
    /// Cancels the call under way; beside it counts the token given by <c>WithCancellation</c>.
    /// </param>
    /// <returns>A sequence that throws what the operation throws, and <see cref="ApiPagingException"/> for a loop.</returns>
    public static IAsyncEnumerable<TPage> Pages<TPage>(
        Func<string?, CancellationToken, Task<TPage>> fetch,
        Func<TPage, string?> next,
        Func<TPage, bool> isEmpty,
        string? start = null,
        CancellationToken cancellationToken = default
    )
    {
        if (isEmpty is null)
            throw new ArgumentNullException(nameof(isEmpty));
        return Core<TPage, TPage>(fetch, next, isEmpty, static page => new[] { page }, start, cancellationToken);
    }

    private static IAsyncEnumerable<TItem> Core<TPage, TItem>(
        Func<string?, CancellationToken, Task<TPage>> fetch,
        Func<TPage, string?> next,
        Func<TPage, bool>? isEmpty,
        Func<TPage, IReadOnlyList<TItem>?> items,
        string? start,
        CancellationToken cancellationToken
    )
    {
        if (fetch is null)
            throw new ArgumentNullException(nameof(fetch));
        if (next is null)
            throw new ArgumentNullException(nameof(next));
        return Enumerate(fetch, next, isEmpty, items, start, cancellationToken);
    }

    // Pages are items too, one on each page, so that there is one of these.
    private static async IAsyncEnumerable<TItem> Enumerate<TPage, TItem>(
        Func<string?, CancellationToken, Task<TPage>> fetch,
        Func<TPage, string?> next,
        Func<TPage, bool>? isEmpty,
        Func<TPage, IReadOnlyList<TItem>?> items,
        string? start,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        // All of them, and not only the last: a server may go round in a circle of any length.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (start is { Length: > 0 })
            seen.Add(start);
        string? cursor = start;
        int empty = 0;
        for (int pages = 1; ; pages++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TPage page = await fetch(cursor, cancellationToken).ConfigureAwait(false);

            // Before the page is handed out: what is done with it meanwhile must not change where it goes on.
            string? following = next(page);
            IReadOnlyList<TItem> list = items(page) ?? [];
            bool last = string.IsNullOrEmpty(following) || (following == cursor && (isEmpty is null ? list.Count == 0 : isEmpty(page)));
            for (int i = 0; i < list.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return list[i];
            }

            if (last)
                yield break;
            if (!seen.Add(following!))
                throw new ApiPagingException(following!, pages);
            empty = list.Count == 0 ? empty + 1 : 0;
            if (empty >= MostEmpty)
                throw new ApiPagingException(
                    $"The last {MostEmpty} of {pages} pages had no item, and each gave a cursor for another.",
                    following!,
                    pages
                );
            cursor = following;
        }
    }
}
