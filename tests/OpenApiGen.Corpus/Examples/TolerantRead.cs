using System.Reflection;
using System.Text;
using System.Text.Json;
using OpenApiGen.Json;
using OpenApiGen.Testing;

namespace OpenApiGen.Corpus.Examples;

/// <summary>How a client reads a value when nothing else is asked for, and what it writes of it.</summary>
/// <param name="Value">What was read; null where nothing was.</param>
/// <param name="Faults">What is not as declared, which is kept.</param>
/// <param name="Refusal">Why it was not read; null where it was.</param>
/// <param name="Differences">What was written otherwise than it came.</param>
internal sealed record TolerantRead(object? Value, IReadOnlyList<ApiFault> Faults, string? Refusal, IReadOnlyList<string> Differences)
{
    private static readonly MethodInfo s_read = typeof(TolerantRead).GetMethod(
        nameof(ReadAs),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    /// <summary>Reads a value as the member of a holder, tolerantly, and writes it back.</summary>
    /// <param name="holder">The type of the holder (<see cref="HolderDocument"/>).</param>
    /// <param name="json">The value.</param>
    public static TolerantRead Of(Type? holder, JsonElement json)
    {
        if (holder is null)
            return new TolerantRead(null, [], "there is no type for this schema", []);
        try
        {
            byte[] text = Encoding.UTF8.GetBytes("{\"value\":" + json.GetRawText() + "}");
            MethodInfo read = holder.GetNestedType("Converter")!.GetMethod("Read", BindingFlags.Public | BindingFlags.Static)!;
            object?[] arguments = [text, read, null];
            object? held = s_read.MakeGenericMethod(holder).Invoke(null, arguments);
            IReadOnlyList<ApiFault> faults = (IReadOnlyList<ApiFault>)arguments[2]!;

            // The holder is ours: what it keeps is a value that is wrong as a whole, which a client has no object for.
            ApiFault? whole = faults.FirstOrDefault(fault => fault.Type == holder.Name);
            object? value = holder.GetProperty("Value")!.GetValue(held);
            using JsonDocument written = JsonDocument.Parse(JsonSerializer.Serialize(held, holder));
            IReadOnlyList<string> differences = written.RootElement.TryGetProperty("value", out JsonElement back)
                ? JsonComparison.Differences(json, back)
                : ["$: the value was lost"];
            return new TolerantRead(value, faults, whole?.ToString(), differences);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Exception cause = exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;
            return new TolerantRead(null, [], $"{cause.GetType().Name}: {cause.Message}", []);
        }
    }

    private static T ReadAs<T>(byte[] json, MethodInfo read, out IReadOnlyList<ApiFault> faults) =>
        JsonRoot.Read(json, read.CreateDelegate<JsonReadFunc<T>>(), ApiReading.Tolerant, out faults);
}
