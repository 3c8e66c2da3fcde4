using System.Collections;
using System.Numerics;
using System.Reflection;
using System.Text.Json;

namespace OpenApiGen.Generator.Tests.Server;

/// <summary>Values of emitted types, made by reflection: what a caller could pass. The same number gives the same value.</summary>
/// <param name="number">Draws another value, and another case of a union.</param>
/// <param name="text">A string.</param>
/// <param name="isFlat">Members that are no scalars stay unset: the styles of parameters cannot say them.</param>
internal sealed class ValueDrawing(int number, string text, bool isFlat)
{
    /// <summary>Null where no value can be drawn.</summary>
    public object? Draw(Type type, int depth = 0)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Scalar(type) is { } scalar)
            return scalar;
        if (type == typeof(JsonElement))
            return JsonSerializer.SerializeToElement(text);
        if (type == typeof(ApiFile))
            return new ApiFile([1, 2, 3, (byte)number, 0, 255]);
        if (type.IsEnum)
            return type.GetEnumValues() is { Length: > 0 } values ? values.GetValue(number % values.Length) : null;
        if (depth > 6)
            return null;
        if (type.IsArray)
            return Items(type.GetElementType()!, depth);
        if (type.IsGenericType)
            return Generic(type, type.GetGenericTypeDefinition(), depth);
        if (type.GetProperty("Known", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is IList known)
            return known.Count > 0 ? known[number % known.Count] : null;
        return type.IsValueType ? Union(type, depth) : Record(type, depth);
    }

    private object? Scalar(Type type) =>
        type switch
        {
            _ when type == typeof(string) => text,
            _ when type == typeof(bool) => number % 2 == 0,
            _ when type == typeof(int) => 17 + number,
            _ when type == typeof(long) => 9_007_199_254_740_993 + number,
            _ when type == typeof(ulong) => 18_446_744_073_709_551_614 + (ulong)(number % 2),
            _ when type == typeof(float) => 1.5f,
            _ when type == typeof(double) => -2.25e-7 * (number + 1),
            _ when type == typeof(decimal) => 12345.6789m,
            _ when type == typeof(BigInteger) => BigInteger.Pow(10, 30),
            _ when type == typeof(Guid) => new Guid(number, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 2, 3, 4, 5, 6, 789, TimeSpan.FromHours(number % 3)),
            _ when type == typeof(DateTime) => new DateTime(2026, 2, 3, 0, 0, 0, DateTimeKind.Utc),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 2, 3 + (number % 20)),
            _ when type == typeof(TimeOnly) => new TimeOnly(4, 5, 6),
            _ when type == typeof(TimeSpan) => new TimeSpan(1, 2, 3, 4),
            _ when type == typeof(Uri) => new Uri("https://example.com/a?b=c"),
            _ when type == typeof(byte[]) => new byte[] { 1, 250, (byte)number },
            _ => null,
        };

    private object? Generic(Type type, Type open, int depth)
    {
        Type[] arguments = type.GetGenericArguments();
        if (open == typeof(IReadOnlyList<>))
            return Items(arguments[0], depth);
        if (open == typeof(IAsyncEnumerable<>))
            return typeof(ValueDrawing)
                .GetMethod(nameof(Async), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(arguments[0])
                .Invoke(null, [Items(arguments[0], depth)]);
        if (open == typeof(System.Collections.Immutable.ImmutableArray<>))
        {
            return typeof(System.Collections.Immutable.ImmutableArray)
                .GetMethods()
                .Single(static m =>
                    m.Name == "Create" && m.GetParameters() is [{ ParameterType.IsArray: true }] && m.GetGenericArguments().Length == 1
                )
                .MakeGenericMethod(arguments[0])
                .Invoke(null, [Items(arguments[0], depth)]);
        }

        if (open != typeof(IReadOnlyDictionary<,>))
            return null;
        IDictionary map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
        if (Draw(arguments[0], depth + 1) is { } key && Draw(arguments[1], depth + 1) is { } value)
            map.Add(key is string ? "key" : key, value);
        return map;
    }

    private Array Items(Type item, int depth)
    {
        object?[] drawn =
        [
            .. new[] { new ValueDrawing(number, text, isFlat), new ValueDrawing(number + 1, text + "2", isFlat) }
                .Select(d => d.Draw(item, depth + 1))
                .Where(static v => v is not null),
        ];
        Array items = Array.CreateInstance(item, drawn.Length);
        for (int i = 0; i < drawn.Length; i++)
            items.SetValue(drawn[i], i);
        return items;
    }

    private object? Union(Type type, int depth)
    {
        ConstructorInfo[] cases =
        [
            .. type.GetConstructors().Where(static c => c.GetParameters() is [{ } only] && only.ParameterType != typeof(UnknownJson)),
        ];
        for (int i = 0; i < cases.Length; i++)
        {
            ConstructorInfo chosen = cases[(number + i) % cases.Length];
            Type of = chosen.GetParameters()[0].ParameterType;
            if (isFlat && depth > 0 && !IsFlat(of))
                continue;
            if (Draw(of, depth + 1) is { } value)
                return chosen.Invoke([value]);
        }

        return null;
    }

    private object? Record(Type type, int depth)
    {
        if (isFlat && depth > 1)
            return null;
        if (type.IsAbstract || type.GetConstructor(Type.EmptyTypes) is null)
        {
            // A kind that the description does not list; derived records have constructors of their own.
            if (type.GetConstructor([typeof(string)]) is not { } constructor || type.IsAbstract)
                return null;
            return Fill(type, constructor.Invoke(["a-kind"]), depth);
        }

        return Fill(type, Activator.CreateInstance(type)!, depth);
    }

    private object? Fill(Type type, object record, int depth)
    {
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            bool isRequired = property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute));
            if (!property.CanWrite || property.Name.StartsWith("Additional", StringComparison.Ordinal))
                continue;
            if (!isRequired && ((isFlat && !IsFlat(property.PropertyType)) || depth > 2))
                continue;
            if (!isRequired && property.IsDefined(typeof(ObsoleteAttribute)))
                continue;
            // Milliseconds of the wait of an event stream: a number that a wait can be.
            if (property.Name == "Retry" && property.PropertyType == typeof(long?))
                property.SetValue(record, 1500L);
            else if (Draw(property.PropertyType, depth + 1) is { } value)
                property.SetValue(record, value);
            else if (isRequired && !property.PropertyType.IsValueType)
                return null;
        }

        return record;
    }

    private bool IsFlat(Type type) =>
        Scalar(Nullable.GetUnderlyingType(type) ?? type) is not null
        || (Nullable.GetUnderlyingType(type) ?? type).GetProperty("Known", BindingFlags.Public | BindingFlags.Static) is not null;

    private static async IAsyncEnumerable<T> Async<T>(T[] items)
    {
        foreach (T item in items)
        {
            await Task.Yield();
            yield return item;
        }
    }
}
