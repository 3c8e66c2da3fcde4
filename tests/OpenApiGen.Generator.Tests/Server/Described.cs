using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace OpenApiGen.Generator.Tests.Server;

/// <summary>
/// A value as text that is the same exactly when the value is: its JSON, with the bytes of files and the items of streams, which have none.
/// </summary>
internal static class Described
{
    public static async Task<string> OfAsync(object? value, Type declared)
    {
        if (value is null)
            return "null";
        if (value is DateTime time)
            return time.ToString("O", System.Globalization.CultureInfo.InvariantCulture).TrimEnd('Z'); // a date has no zone
        if (value is HttpContent content)
            return "file " + Convert.ToHexString(await content.ReadAsByteArrayAsync());
        if (value is ApiFile file)
            return "file " + await BytesAsync(file.OpenRead());
        if (value is Stream stream)
            return "file " + await BytesAsync(stream);
        if (AsyncItem(value.GetType()) is { } item)
            return await (Task<string>)
                typeof(Described)
                    .GetMethod(nameof(ItemsAsync), BindingFlags.NonPublic | BindingFlags.Static)!
                    .MakeGenericMethod(item)
                    .Invoke(null, [value])!;
        if (!HasFiles(value.GetType(), 0))
            return Json(value, declared);
        StringBuilder text = new();
        foreach (
            PropertyInfo property in value
                .GetType()
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(static p => p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract")
        )
        {
            object? member = property.GetValue(value);
            if (member is IEnumerable files and not string && member is IEnumerable<ApiFile>)
            {
                foreach (object? one in files)
                    text.Append(property.Name).Append('=').Append(await OfAsync(one, typeof(ApiFile))).Append(' ');
            }
            else
                text.Append(property.Name).Append('=').Append(await OfAsync(member, property.PropertyType)).Append(' ');
        }

        return text.ToString();
    }

    private static string Json(object value, Type declared) =>
        JsonSerializer.Serialize(value, declared == typeof(object) ? value.GetType() : declared);

    private static bool HasFiles(Type type, int depth) =>
        depth < 3
        && (
            type == typeof(ApiFile)
            || (
                type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true
                && type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Any(p =>
                        HasFiles(p.PropertyType, depth + 1)
                        || (p.PropertyType.IsGenericType && p.PropertyType.GetGenericArguments().Contains(typeof(ApiFile)))
                    )
            )
        );

    private static async Task<string> ItemsAsync<T>(IAsyncEnumerable<T> items)
    {
        List<string> all = [];
        await foreach (T item in items)
            all.Add(await OfAsync(item, typeof(T)));
        return $"[{string.Join(',', all)}]";
    }

    private static Type? AsyncItem(Type type) =>
        type.GetInterfaces()
            .Append(type)
            .FirstOrDefault(static i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))
            ?.GetGenericArguments()[0];

    private static async Task<string> BytesAsync(Stream stream)
    {
        using MemoryStream bytes = new();
        await stream.CopyToAsync(bytes);
        return Convert.ToHexString(bytes.ToArray());
    }
}
