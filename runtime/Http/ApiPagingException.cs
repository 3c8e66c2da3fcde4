namespace OpenApiGen.Http;

/// <summary>A server's pages lead back to one that was there before, or go on without an item: enumerating them would never end.</summary>
public sealed class ApiPagingException : Exception
{
    private const int CursorInMessage = 80;

    /// <summary>Describes the loop.</summary>
    /// <param name="cursor">The cursor that came a second time.</param>
    /// <param name="pages">How many pages had been read when it came.</param>
    public ApiPagingException(string cursor, int pages)
        : base($"The pages run in a loop: page {pages} gives the cursor '{Shown(cursor)}', which an earlier one gave.")
    {
        Cursor = cursor;
        Pages = pages;
    }

    internal ApiPagingException(string message, string cursor, int pages)
        : base(message)
    {
        Cursor = cursor;
        Pages = pages;
    }

    /// <summary>The cursor that came a second time, or of the last of too many empty pages.</summary>
    public string Cursor { get; }

    /// <summary>How many pages had been read by then.</summary>
    public int Pages { get; }

    private static string Shown(string? cursor)
    {
        if (cursor is null)
            throw new ArgumentNullException(nameof(cursor));
        if (cursor.Length <= CursorInMessage)
            return cursor;
        return cursor.Substring(0, char.IsHighSurrogate(cursor[CursorInMessage - 1]) ? CursorInMessage - 1 : CursorInMessage) + "…";
    }
}
