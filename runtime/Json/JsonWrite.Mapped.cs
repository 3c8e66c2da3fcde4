using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace OpenApiGen.Json;

public static partial class JsonWrite
{
    /// <summary>Writes a point in time in UTC; one of unspecified kind is taken for UTC, as a text without an offset is.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    public static void DateTime(Utf8JsonWriter writer, DateTime value) =>
        DateTimeOffset(
            writer,
            new DateTimeOffset(
                value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : System.DateTime.SpecifyKind(value, DateTimeKind.Utc)
            )
        );

    /// <inheritdoc cref="DateTime(Utf8JsonWriter, System.DateTime)"/>
    public static void DateTime(Utf8JsonWriter writer, DateTime? value)
    {
        if (value.HasValue)
            DateTime(writer, value.GetValueOrDefault());
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes an integer.</summary>
    /// <inheritdoc cref="String(Utf8JsonWriter, string?)"/>
    public static void BigInteger(Utf8JsonWriter writer, BigInteger value)
    {
        if (value >= long.MinValue && value <= long.MaxValue)
            writer.WriteNumberValue((long)value);
        else
            writer.WriteRawValue(value.ToString(CultureInfo.InvariantCulture), skipInputValidation: true);
    }

    /// <inheritdoc cref="BigInteger(Utf8JsonWriter, System.Numerics.BigInteger)"/>
    public static void BigInteger(Utf8JsonWriter writer, BigInteger? value)
    {
        if (value.HasValue)
            BigInteger(writer, value.GetValueOrDefault());
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes an integer as a string.</summary>
    /// <inheritdoc cref="String(Utf8JsonWriter, string?)"/>
    public static void Int32Text(Utf8JsonWriter writer, int value) => writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Int32Text(Utf8JsonWriter, int)"/>
    public static void Int32Text(Utf8JsonWriter writer, int? value) =>
        writer.WriteStringValue(value?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Int32Text(Utf8JsonWriter, int)"/>
    public static void Int64Text(Utf8JsonWriter writer, long value) =>
        writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Int32Text(Utf8JsonWriter, int)"/>
    public static void Int64Text(Utf8JsonWriter writer, long? value) =>
        writer.WriteStringValue(value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a number as a string, trailing zeros included.</summary>
    /// <inheritdoc cref="String(Utf8JsonWriter, string?)"/>
    public static void DecimalText(Utf8JsonWriter writer, decimal value) =>
        writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="DecimalText(Utf8JsonWriter, decimal)"/>
    public static void DecimalText(Utf8JsonWriter writer, decimal? value) =>
        writer.WriteStringValue(value?.ToString(CultureInfo.InvariantCulture));
}
