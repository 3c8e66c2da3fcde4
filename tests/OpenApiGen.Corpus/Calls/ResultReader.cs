using System.Reflection;

namespace OpenApiGen.Corpus.Calls;

/// <summary>Takes what a method of a client gives to its end.</summary>
internal static class ResultReader
{
    private static readonly MethodInfo s_items = typeof(ResultReader).GetMethod(
        nameof(ItemsAsync),
        BindingFlags.Static | BindingFlags.NonPublic
    )!;

    /// <summary>The result; null where it is none, or was a stream.</summary>
    /// <param name="given">What the method gave.</param>
    /// <param name="type">What it says that it gives.</param>
    public static async Task<object?> ReadAsync(object given, Type type)
    {
        if (type == typeof(Task))
        {
            await (Task)given;
            return null;
        }

        Type item = type.GetGenericArguments()[0];
        if (type.GetGenericTypeDefinition() != typeof(Task<>))
        {
            await (Task)s_items.MakeGenericMethod(item).Invoke(null, [given])!;
            return null;
        }

        await (Task)given;
        object? value = type.GetProperty(nameof(Task<>.Result))!.GetValue(given);
        if (value is not ApiStream stream)
            return value;
        await using (stream)
            await stream.CopyToAsync(Stream.Null);
        return null;
    }

    private static async Task ItemsAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (T item in items)
            GC.KeepAlive(item);
    }
}
