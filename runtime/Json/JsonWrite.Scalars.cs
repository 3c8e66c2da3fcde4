using System.ComponentModel;
using System.Text.Json;

namespace OpenApiGen.Json;

/// <summary>
/// Writes .NET values as JSON values; <see langword="null"/> becomes <c>null</c>. What <see cref="JsonRead"/> reads back.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonWrite
{
    /// <summary>Writes a string.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    public static void String(Utf8JsonWriter writer, string? value) => writer.WriteStringValue(value);

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    /// <inheritdoc cref="String(Utf8JsonWriter, string?)"/>
    public static void Boolean(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    /// <inheritdoc cref="Boolean(Utf8JsonWriter, bool)"/>
    public static void Boolean(Utf8JsonWriter writer, bool? value)
    {
        if (value.HasValue)
            writer.WriteBooleanValue(value.GetValueOrDefault());
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes an integer.</summary>
    /// <inheritdoc cref="String(Utf8JsonWriter, string?)"/>
    public static void Int32(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    /// <inheritdoc cref="Int32(Utf8JsonWriter, int)"/>
    public static void Int32(Utf8JsonWriter writer, int? value)
    {
        if (value.HasValue)
            writer.WriteNumberValue(value.GetValueOrDefault());
        else
            writer.WriteNullValue();
    }

    /// <inheritdoc cref="Int32(Utf8JsonWriter, int)"/>
    public static void Int64(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);

    /// <inheritdoc cref="Int32(Utf8JsonWriter, int)"/>
    public static void Int64(Utf8JsonWriter writer, long? value)
    {
        if (value.HasValue)
            writer.WriteNumberValue(value.GetValueOrDefault());
        else
            writer.WriteNullValue();
    }

    /// <inheritdoc cref="Int32(Utf8JsonWriter, int)"/>
    public static void UInt64(Utf8JsonWriter writer, ulong value) => writer.WriteNumberValue(value);

    /// <inheritdoc cref="Int32(Utf8JsonWriter, int)"/>
    public static void UInt64(Utf8JsonWriter writer, ulong? value)
    {
        if (value.HasValue)
            writer.WriteNumberValue(value.GetValueOrDefault());
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes a number, shortest form that reads back as the same value.</summary>
    /// <inheritdoc cref="String(Utf8JsonWriter, string?)"/>
    /// <exception cref="JsonException">The value is NaN or infinite: JSON has no such numbers.</exception>
    public static void Single(Utf8JsonWriter writer, float value)
    {
        if (float.IsNaN(value) || float.IsInfinity(value))
            ThrowNotFinite(value);
        writer.WriteNumberValue(value);
    }

    /// <inheritdoc cref="Single(Utf8JsonWriter, float)"/>
    public static void Single(Utf8JsonWriter writer, float? value)
    {
        if (value.HasValue)
            Single(writer, value.GetValueOrDefault());
        else
            writer.WriteNullValue();
    }

    /// <inheritdoc cref="Single(Utf8JsonWriter, float)"/>
    public static void Double(Utf8JsonWriter writer, double value)
    {
        if (ValueNumber.TryWhole(value, out long whole))
        {
            writer.WriteNumberValue(whole);
            return;
        }

        if (double.IsNaN(value) || double.IsInfinity(value))
            ThrowNotFinite(value);
#if !NET
        // .NET Framework would write 17 digits, 0.10000000000000001. Raw values are not indented, though.
        string text = value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        if (!writer.Options.Indented && double.Parse(text, System.Globalization.CultureInfo.InvariantCulture).Equals(value))
        {
            writer.WriteRawValue(text, skipInputValidation: true);
            return;
        }
#endif
        writer.WriteNumberValue(value);
    }

    /// <inheritdoc cref="Single(Utf8JsonWriter, float)"/>
    public static void Double(Utf8JsonWriter writer, double? value)
    {
        if (value.HasValue)
            Double(writer, value.GetValueOrDefault());
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes a number with the digits it has, trailing zeros included.</summary>
    /// <inheritdoc cref="String(Utf8JsonWriter, string?)"/>
    public static void Decimal(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);

    /// <inheritdoc cref="Decimal(Utf8JsonWriter, decimal)"/>
    public static void Decimal(Utf8JsonWriter writer, decimal? value)
    {
        if (value.HasValue)
            writer.WriteNumberValue(value.GetValueOrDefault());
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes a UUID in lower case with hyphens (RFC 9562 section 4).</summary>
    /// <inheritdoc cref="String(Utf8JsonWriter, string?)"/>
    public static void Guid(Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(value);

    /// <inheritdoc cref="Guid(Utf8JsonWriter, System.Guid)"/>
    public static void Guid(Utf8JsonWriter writer, Guid? value)
    {
        if (value.HasValue)
            writer.WriteStringValue(value.GetValueOrDefault());
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes base64 with padding (RFC 4648 section 4).</summary>
    /// <inheritdoc cref="String(Utf8JsonWriter, string?)"/>
    public static void Bytes(Utf8JsonWriter writer, byte[]? value)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            writer.WriteBase64StringValue(value);
    }

    /// <summary>Writes a URI as it was given.</summary>
    /// <inheritdoc cref="String(Utf8JsonWriter, string?)"/>
    public static void Uri(Utf8JsonWriter writer, Uri? value) => writer.WriteStringValue(value?.OriginalString);

    /// <summary>Writes any JSON value; an undefined one becomes <c>null</c>.</summary>
    /// <inheritdoc cref="String(Utf8JsonWriter, string?)"/>
    public static void Element(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
            writer.WriteNullValue();
        else
            value.WriteTo(writer);
    }

    /// <inheritdoc cref="Element(Utf8JsonWriter, JsonElement)"/>
    public static void Element(Utf8JsonWriter writer, JsonElement? value) => Element(writer, value.GetValueOrDefault());

    private static void ThrowNotFinite(double value) =>
        throw new JsonException(
            $"{(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity")} cannot be written: JSON numbers are finite (RFC 8259 section 6)"
        );
}
