using System.Text.Json;

namespace OpenApiGen.Json;

public static partial class JsonRead
{
    /// <summary>
    /// Reads a point in time (RFC 3339 <c>date-time</c>). Without an offset it is UTC, a date alone is midnight UTC; lower case <c>t</c>
    /// and
    /// <c>z</c>, a space for <c>T</c>, <c>+0000</c>, second 60 and more than seven fraction digits (the rest is cut) are taken.
    /// </summary>
    /// <param name="reader">The reader, on the value.</param>
    public static DateTimeOffset DateTimeOffset(ref Utf8JsonReader reader)
    {
        Time(ref reader, true, false, out long utcTicks, out int offset, out _);
        return DateText.ToTime(utcTicks, offset);
    }

    /// <summary>Reads a point in time or <c>null</c>.</summary>
    /// <inheritdoc cref="DateTimeOffset(ref Utf8JsonReader)"/>
    public static DateTimeOffset? DateTimeOffsetOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : DateTimeOffset(ref reader);

    /// <summary>Reads a point in time for a field.</summary>
    /// <inheritdoc cref="DateTimeOffset(ref Utf8JsonReader)"/>
    public static ValueTime Time(ref Utf8JsonReader reader)
    {
        Time(ref reader, true, true, out long utcTicks, out int offset, out TimeStyle style);
        return new ValueTime(utcTicks, offset, style);
    }

    /// <summary>Reads a point in time or <c>null</c> for a field.</summary>
    /// <inheritdoc cref="DateTimeOffset(ref Utf8JsonReader)"/>
    public static ValueTime TimeOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? new ValueTime(null) : Time(ref reader);

    private static void Time(
        ref Utf8JsonReader reader,
        bool hasOffset,
        bool hasStyle,
        out long utcTicks,
        out int offset,
        out TimeStyle style
    )
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            bool ok = Utf8Text.IsPlain(ref reader)
                ? TryTime(reader.ValueSpan, hasOffset, hasStyle, out utcTicks, out offset, out style)
                : TryEscapedTime(ref reader, hasOffset, hasStyle, out utcTicks, out offset, out style);
            if (ok)
                return;
        }

        throw JsonFailure.Unexpected(ref reader, "a string (date-time)");
    }

    // The encoder that System.Text.Json has by default writes + as \u002B.
    private static bool TryEscapedTime(
        ref Utf8JsonReader reader,
        bool hasOffset,
        bool hasStyle,
        out long utcTicks,
        out int offset,
        out TimeStyle style
    )
    {
        int max = Utf8Text.MaxLength(ref reader);
        Span<byte> room = max <= Utf8Text.ShortLength ? stackalloc byte[Utf8Text.ShortLength] : new byte[max];
        return TryTime(room.Slice(0, reader.CopyString(room)), hasOffset, hasStyle, out utcTicks, out offset, out style);
    }

    // Notes a spelling that would not be written: what is read into has the offset, and the style, or has not.
    // The usual ones, 2020-10-20T10:20:30 with Z or +02:00, are known at sight.
    private static bool TryTime(
        ReadOnlySpan<byte> text,
        bool hasOffset,
        bool hasStyle,
        out long utcTicks,
        out int offset,
        out TimeStyle style
    )
    {
        style = default;
        if (!DateText.TryParse(text, out utcTicks, out offset))
            return false;
        if (!hasOffset)
            offset = 0;
        if (hasStyle)
            style = TimeStyle.Of(text);
        if (
            text.Length is 20 or 25
            && text[10] == 'T'
            && text[17] != '6'
            && (text[19] == 'Z' || (text[19] is (byte)'+' or (byte)'-' && (offset != 0 || style.IsNumeric)))
        )
            return true;

        long ticks = utcTicks;
        int minutes = offset;
        TimeStyle given = style;
        if (hasStyle)
            new ValueTime(utcTicks, offset, style).TryGet(out ticks, out minutes, out given);
        Span<byte> written = stackalloc byte[DateText.MaxQuotedLength];
        int length = DateText.FormatQuoted(ticks, minutes, given, written);
        if (!text.SequenceEqual(written.Slice(1, length - 2)))
            JsonKeeping.Unusual();
        return true;
    }

    /// <summary>Reads a date (RFC 3339 <c>full-date</c>, <c>yyyy-MM-dd</c>) as midnight of unspecified kind.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static DateTime Date(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String && DateText.TryParseDateOnly(Utf8Text.Unescaped(ref reader), out DateTime value))
            return value;
        throw JsonFailure.Unexpected(ref reader, "a string (date)");
    }

    /// <summary>Reads a date or <c>null</c>.</summary>
    /// <inheritdoc cref="Date(ref Utf8JsonReader)"/>
    public static DateTime? DateOrNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Date(ref reader);

#if NET
    /// <summary>Reads a date (RFC 3339 <c>full-date</c>, <c>yyyy-MM-dd</c>).</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static DateOnly DateOnly(ref Utf8JsonReader reader) => System.DateOnly.FromDateTime(Date(ref reader));

    /// <summary>Reads a date or <c>null</c>.</summary>
    /// <inheritdoc cref="DateOnly(ref Utf8JsonReader)"/>
    public static DateOnly? DateOnlyOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : DateOnly(ref reader);

    /// <summary>Reads a time of day, <c>hh:mm[:ss[.fraction]]</c>. An offset other than UTC is an error: it would be lost.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static TimeOnly TimeOnly(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String && DateText.TryParseTimeOnly(Utf8Text.Unescaped(ref reader), out long ticks))
        {
            var value = new TimeOnly(ticks);
            Span<byte> text = stackalloc byte[16];
            value.TryFormat(text, out int length, "HH:mm:ss.FFFFFFF", System.Globalization.CultureInfo.InvariantCulture);
            if (!reader.ValueTextEquals(text.Slice(0, length)))
                JsonKeeping.Unusual();
            return value;
        }

        throw JsonFailure.Unexpected(ref reader, "a string (time, without an offset other than UTC)");
    }

    /// <summary>Reads a time of day or <c>null</c>.</summary>
    /// <inheritdoc cref="TimeOnly(ref Utf8JsonReader)"/>
    public static TimeOnly? TimeOnlyOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : TimeOnly(ref reader);
#endif

    /// <summary>Reads a duration of fixed length: <c>[-]P[nW][nD][T[nH][nM][nS]]</c> (ISO 8601). Years and months are an error.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static TimeSpan TimeSpan(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String && DurationText.TryParse(reader.GetString()!, out TimeSpan value))
        {
            if (!reader.ValueTextEquals(DurationText.Format(value)))
                JsonKeeping.Unusual();
            return value;
        }

        throw JsonFailure.Unexpected(ref reader, "a string (duration without years and months)");
    }

    /// <summary>Reads a duration or <c>null</c>.</summary>
    /// <inheritdoc cref="TimeSpan(ref Utf8JsonReader)"/>
    public static TimeSpan? TimeSpanOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : TimeSpan(ref reader);
}
