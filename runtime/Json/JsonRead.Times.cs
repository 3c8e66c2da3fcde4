using System.Text.Json;

namespace OpenApiGen.Json;

public static partial class JsonRead
{
    /// <summary>
    /// Reads a point in time (RFC 3339 <c>date-time</c>). Without an offset it is UTC, a date alone is midnight UTC; lower case <c>t</c> and
    /// <c>z</c>, a space for <c>T</c>, <c>+0000</c>, second 60 and more than seven fraction digits (the rest is cut) are taken.
    /// </summary>
    /// <param name="reader">The reader, on the value.</param>
    public static DateTimeOffset DateTimeOffset(ref Utf8JsonReader reader)
    {
        Time(ref reader, out long utcTicks, out int offset);
        SpellTime(ref reader, utcTicks, offset, default);
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
        Time(ref reader, out long utcTicks, out int offset);
        var value = new ValueTime(utcTicks, offset, TimeStyle.Of(ref reader));
        if (!value.TryGet(out utcTicks, out offset, out TimeStyle style)) return value;
        SpellTime(ref reader, utcTicks, offset, style);
        return value;
    }

    /// <summary>Reads a point in time or <c>null</c> for a field.</summary>
    /// <inheritdoc cref="DateTimeOffset(ref Utf8JsonReader)"/>
    public static ValueTime TimeOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? new ValueTime(null) : Time(ref reader);

    // Notes a spelling that would not be written; the usual one, 2020-10-20T10:20:30Z, is known at sight once it has been read.
    private static void SpellTime(ref Utf8JsonReader reader, long utcTicks, int offset, TimeStyle style)
    {
        ReadOnlySpan<byte> came = reader.ValueSpan;
        if (came.Length == 20 && came[10] == 'T' && came[17] != '6' && came[19] == 'Z') return;

        Span<byte> text = stackalloc byte[DateText.MaxQuotedLength];
        int length = DateText.FormatQuoted(utcTicks, offset, style, text);
        if (!Utf8Text.Unescaped(ref reader).SequenceEqual(text.Slice(1, length - 2))) JsonKeeping.Unusual();
    }

    private static void Time(ref Utf8JsonReader reader, out long utcTicks, out int offset)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            bool ok = Utf8Text.IsPlain(ref reader)
                ? DateText.TryParse(reader.ValueSpan, out utcTicks, out offset)
                : TryEscapedTime(ref reader, out utcTicks, out offset);
            if (ok) return;
        }

        throw JsonFailure.Unexpected(ref reader, "a string (date-time)");
    }

    // The encoder that System.Text.Json has by default writes + as \u002B.
    private static bool TryEscapedTime(ref Utf8JsonReader reader, out long utcTicks, out int offset)
    {
        int max = Utf8Text.MaxLength(ref reader);
        Span<byte> room = max <= Utf8Text.ShortLength ? stackalloc byte[Utf8Text.ShortLength] : new byte[max];
        return DateText.TryParse(room.Slice(0, reader.CopyString(room)), out utcTicks, out offset);
    }

    /// <summary>Reads a date (RFC 3339 <c>full-date</c>, <c>yyyy-MM-dd</c>) as midnight of unspecified kind.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static DateTime Date(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String && DateText.TryParseDateOnly(Utf8Text.Unescaped(ref reader), out DateTime value)) return value;
        throw JsonFailure.Unexpected(ref reader, "a string (date)");
    }

    /// <summary>Reads a date or <c>null</c>.</summary>
    /// <inheritdoc cref="Date(ref Utf8JsonReader)"/>
    public static DateTime? DateOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : Date(ref reader);

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
            Spelling.Text(ref reader, value.ToString("HH:mm:ss.FFFFFFF", System.Globalization.CultureInfo.InvariantCulture));
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
            Spelling.Text(ref reader, DurationText.Format(value));
            return value;
        }

        throw JsonFailure.Unexpected(ref reader, "a string (duration without years and months)");
    }

    /// <summary>Reads a duration or <c>null</c>.</summary>
    /// <inheritdoc cref="TimeSpan(ref Utf8JsonReader)"/>
    public static TimeSpan? TimeSpanOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : TimeSpan(ref reader);
}
