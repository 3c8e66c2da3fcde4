using System.Globalization;
using System.Text.Json;

namespace OpenApiGen.Json;

public static partial class JsonWrite
{
    /// <summary>Writes a point in time with the offset it has (RFC 3339 <c>date-time</c>).</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    public static void DateTimeOffset(Utf8JsonWriter writer, DateTimeOffset value) =>
        Time(writer, value.UtcTicks, (int)(value.Offset.Ticks / System.TimeSpan.TicksPerMinute), default);

    /// <summary>Writes a member: a point in time with the offset it has, or <c>null</c>.</summary>
    /// <param name="writer">Where to, inside an object.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="value">The value.</param>
    public static void Time(Utf8JsonWriter writer, JsonEncodedText name, ValueTime value)
    {
        writer.WritePropertyName(name);
        if (value.TryGet(out long utcTicks, out int offset, out TimeStyle style))
            Time(writer, utcTicks, offset, style);
        else
            writer.WriteNullValue();
    }

    private static void Time(Utf8JsonWriter writer, long utcTicks, int offset, TimeStyle style)
    {
        Span<byte> text = stackalloc byte[DateText.MaxQuotedLength];
        int length = DateText.FormatQuoted(utcTicks, offset, style, text);

        // What is written has nothing to escape and nothing to check. Raw values are not indented, though.
        if (writer.Options.Indented)
            writer.WriteStringValue(text.Slice(1, length - 2));
        else
            writer.WriteRawValue(text.Slice(0, length), skipInputValidation: true);
    }

    /// <inheritdoc cref="DateTimeOffset(Utf8JsonWriter, System.DateTimeOffset)"/>
    public static void DateTimeOffset(Utf8JsonWriter writer, DateTimeOffset? value)
    {
        if (value.HasValue)
            DateTimeOffset(writer, value.GetValueOrDefault());
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes the date part, <c>yyyy-MM-dd</c>.</summary>
    /// <inheritdoc cref="DateTimeOffset(Utf8JsonWriter, System.DateTimeOffset)"/>
    public static void Date(Utf8JsonWriter writer, DateTime value) =>
        writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Date(Utf8JsonWriter, DateTime)"/>
    public static void Date(Utf8JsonWriter writer, DateTime? value)
    {
        if (value.HasValue)
            Date(writer, value.GetValueOrDefault());
        else
            writer.WriteNullValue();
    }

#if NET
    /// <summary>Writes <c>yyyy-MM-dd</c>.</summary>
    /// <inheritdoc cref="DateTimeOffset(Utf8JsonWriter, System.DateTimeOffset)"/>
    public static void DateOnly(Utf8JsonWriter writer, DateOnly value)
    {
        Span<char> text = stackalloc char[10];
        value.TryFormat(text, out int length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text.Slice(0, length));
    }

    /// <inheritdoc cref="DateOnly(Utf8JsonWriter, System.DateOnly)"/>
    public static void DateOnly(Utf8JsonWriter writer, DateOnly? value)
    {
        if (value.HasValue)
            DateOnly(writer, value.GetValueOrDefault());
        else
            writer.WriteNullValue();
    }

    /// <summary>Writes <c>HH:mm:ss</c>, with a fraction if there is one.</summary>
    /// <inheritdoc cref="DateTimeOffset(Utf8JsonWriter, System.DateTimeOffset)"/>
    public static void TimeOnly(Utf8JsonWriter writer, TimeOnly value)
    {
        Span<char> text = stackalloc char[16];
        value.TryFormat(text, out int length, "HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text.Slice(0, length));
    }

    /// <inheritdoc cref="TimeOnly(Utf8JsonWriter, System.TimeOnly)"/>
    public static void TimeOnly(Utf8JsonWriter writer, TimeOnly? value)
    {
        if (value.HasValue)
            TimeOnly(writer, value.GetValueOrDefault());
        else
            writer.WriteNullValue();
    }
#endif

    /// <summary>Writes a duration, <c>[-]P[nD][T[nH][nM][n[.n]S]]</c> (ISO 8601).</summary>
    /// <inheritdoc cref="DateTimeOffset(Utf8JsonWriter, System.DateTimeOffset)"/>
    public static void TimeSpan(Utf8JsonWriter writer, TimeSpan value) => writer.WriteStringValue(DurationText.Format(value));

    /// <inheritdoc cref="TimeSpan(Utf8JsonWriter, System.TimeSpan)"/>
    public static void TimeSpan(Utf8JsonWriter writer, TimeSpan? value)
    {
        if (value.HasValue)
            TimeSpan(writer, value.GetValueOrDefault());
        else
            writer.WriteNullValue();
    }
}
