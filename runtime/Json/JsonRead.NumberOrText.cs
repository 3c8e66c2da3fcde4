using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace OpenApiGen.Json;

// Numbers that a description lets a server spell as a string as well.
public static partial class JsonRead
{
    /// <summary>Reads an integer of 32 bits, or a string that spells one.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static int Int32OrText(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            return Int32(ref reader);
        JsonKeeping.Unusual();
        return int.TryParse(NumberText(ref reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw JsonFailure.Unexpected(ref reader, "an integer (int32), or a string of one");
    }

    /// <summary>Reads an integer of 32 bits, a string that spells one, or <c>null</c>.</summary>
    /// <inheritdoc cref="Int32OrText(ref Utf8JsonReader)"/>
    public static int? Int32OrTextOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : Int32OrText(ref reader);

    /// <summary>Reads an integer of 64 bits, or a string that spells one.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static long Int64OrText(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            return Int64(ref reader);
        JsonKeeping.Unusual();
        return long.TryParse(NumberText(ref reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            ? value
            : throw JsonFailure.Unexpected(ref reader, "an integer (int64), or a string of one");
    }

    /// <summary>Reads an integer of 64 bits, a string that spells one, or <c>null</c>.</summary>
    /// <inheritdoc cref="Int64OrText(ref Utf8JsonReader)"/>
    public static long? Int64OrTextOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : Int64OrText(ref reader);

    /// <summary>Reads an integer from 0 of 64 bits, or a string that spells one.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static ulong UInt64OrText(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            return UInt64(ref reader);
        JsonKeeping.Unusual();
        return ulong.TryParse(NumberText(ref reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out ulong value)
            ? value
            : throw JsonFailure.Unexpected(ref reader, "an integer (uint64), or a string of one");
    }

    /// <summary>Reads an integer from 0 of 64 bits, a string that spells one, or <c>null</c>.</summary>
    /// <inheritdoc cref="UInt64OrText(ref Utf8JsonReader)"/>
    public static ulong? UInt64OrTextOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : UInt64OrText(ref reader);

    /// <summary>Reads an integer of up to 1000 digits, or a string that spells one.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static BigInteger BigIntegerOrText(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            return BigInteger(ref reader);
        JsonKeeping.Unusual();
        return
            NumberText(ref reader) is { Length: <= MaxDigits } text
            && System.Numerics.BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger value)
            ? value
            : throw JsonFailure.Unexpected(ref reader, "an integer (of up to 1000 digits), or a string of one");
    }

    /// <summary>Reads an integer of up to 1000 digits, a string that spells one, or <c>null</c>.</summary>
    /// <inheritdoc cref="BigIntegerOrText(ref Utf8JsonReader)"/>
    public static BigInteger? BigIntegerOrTextOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : BigIntegerOrText(ref reader);

    /// <summary>Reads a number as binary floating point of 64 bits, or a string that spells one.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static double DoubleOrText(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            return Double(ref reader);
        JsonKeeping.Unusual();
        return
            IsNumber(NumberText(ref reader)) is { } text
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && !double.IsInfinity(value)
            ? value
            : throw JsonFailure.Unexpected(ref reader, "a number (double), or a string of one");
    }

    /// <summary>Reads a number as binary floating point of 64 bits, a string that spells one, or <c>null</c>.</summary>
    /// <inheritdoc cref="DoubleOrText(ref Utf8JsonReader)"/>
    public static double? DoubleOrTextOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : DoubleOrText(ref reader);

    /// <summary>Reads a number as binary floating point of 32 bits, or a string that spells one; see <see cref="Single"/>.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static float SingleOrText(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            return Single(ref reader);
        JsonKeeping.Unusual();
        return DoubleOrText(ref reader) is var wide && (double)(float)wide is var narrow && narrow.Equals(wide)
            ? (float)wide
            : throw JsonFailure.Unexpected(ref reader, "a number (float), or a string of one");
    }

    /// <summary>Reads a number as binary floating point of 32 bits, a string that spells one, or <c>null</c>.</summary>
    /// <inheritdoc cref="SingleOrText(ref Utf8JsonReader)"/>
    public static float? SingleOrTextOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : SingleOrText(ref reader);

    /// <summary>Reads a number as <see cref="decimal"/>, or a string that spells one; see <see cref="Decimal"/>.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static decimal DecimalOrText(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            return Decimal(ref reader);
        JsonKeeping.Unusual();
        return
            IsNumber(NumberText(ref reader)) is { } text
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)
            ? value
            : throw JsonFailure.Unexpected(ref reader, "a number (decimal), or a string of one");
    }

    /// <summary>Reads a number as <see cref="decimal"/>, a string that spells one, or <c>null</c>.</summary>
    /// <inheritdoc cref="DecimalOrText(ref Utf8JsonReader)"/>
    public static decimal? DecimalOrTextOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : DecimalOrText(ref reader);

    /// <summary>The text, if it is made of what a number is spelled with: not <c>Infinity</c>, and no white space.</summary>
    private static string? IsNumber(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        foreach (char c in text!)
        {
            if (c is not ((>= '0' and <= '9') or '+' or '-' or '.' or 'e' or 'E'))
                return null;
        }

        return text;
    }
}
