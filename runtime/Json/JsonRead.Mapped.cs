using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace OpenApiGen.Json;

// Types that a project maps a format to. What they cannot hold as it was written is an error: it would be lost when written back.
public static partial class JsonRead
{
    private const int MaxDigits = 1000; // parsing takes the square of the length

    /// <summary>Reads a point in time as UTC; see <see cref="DateTimeOffset"/>. The instant is kept, the offset is not.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static DateTime DateTime(ref Utf8JsonReader reader)
    {
        Time(ref reader, false, false, out long utcTicks, out _, out _);
        return new DateTime(utcTicks, DateTimeKind.Utc);
    }

    /// <summary>Reads a point in time or <c>null</c>.</summary>
    /// <inheritdoc cref="DateTime(ref Utf8JsonReader)"/>
    public static DateTime? DateTimeOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : DateTime(ref reader);

    /// <summary>Reads an integer of up to 1000 digits. <c>1.0</c> and <c>1e3</c> are taken too, within 64 bits.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static BigInteger BigInteger(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            ReadOnlySpan<byte> text = Utf8Text.Raw(ref reader);
            if (IntegerText.TryParse(text, out long value))
            {
                Spelling.Integer(ref reader);
                return value;
            }

            if (
                text.Length <= MaxDigits
                && System.Numerics.BigInteger.TryParse(
                    Utf8Text.Ascii(text),
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out BigInteger wide
                )
            )
                return wide;
        }

        throw JsonFailure.Unexpected(ref reader, "an integer (of up to 1000 digits)");
    }

    /// <summary>Reads an integer of up to 1000 digits or <c>null</c>.</summary>
    /// <inheritdoc cref="BigInteger(ref Utf8JsonReader)"/>
    public static BigInteger? BigIntegerOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : BigInteger(ref reader);

    /// <summary>Reads an integer of 32 bits that is spelled as a string, without plus sign and leading zeros.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static int Int32Text(ref Utf8JsonReader reader) =>
        NumberText(ref reader) is { } text
        && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
        && value.ToString(CultureInfo.InvariantCulture) == text
            ? value
            : throw JsonFailure.Unexpected(ref reader, "a string (int32)");

    /// <summary>Reads an integer of 32 bits that is spelled as a string, or <c>null</c>.</summary>
    /// <inheritdoc cref="Int32Text(ref Utf8JsonReader)"/>
    public static int? Int32TextOrNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Int32Text(ref reader);

    /// <summary>Reads an integer of 64 bits that is spelled as a string, without plus sign and leading zeros.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static long Int64Text(ref Utf8JsonReader reader) =>
        NumberText(ref reader) is { } text
        && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
        && value.ToString(CultureInfo.InvariantCulture) == text
            ? value
            : throw JsonFailure.Unexpected(ref reader, "a string (int64)");

    /// <summary>Reads an integer of 64 bits that is spelled as a string, or <c>null</c>.</summary>
    /// <inheritdoc cref="Int64Text(ref Utf8JsonReader)"/>
    public static long? Int64TextOrNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Int64Text(ref reader);

    /// <summary>
    /// Reads a number that is spelled as a string, <c>-12.50</c>: no exponent, no plus sign, no leading zeros, 28 digits. Trailing zeros
    /// are kept.
    /// </summary>
    /// <param name="reader">The reader, on the value.</param>
    public static decimal DecimalText(ref Utf8JsonReader reader) =>
        NumberText(ref reader) is { } text
        && decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out decimal value
        )
        && value.ToString(CultureInfo.InvariantCulture) == text
            ? value
            : throw JsonFailure.Unexpected(ref reader, "a string (decimal)");

    /// <summary>Reads a number that is spelled as a string, or <c>null</c>.</summary>
    /// <inheritdoc cref="DecimalText(ref Utf8JsonReader)"/>
    public static decimal? DecimalTextOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : DecimalText(ref reader);

    private static string? NumberText(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String ? reader.GetString() : null;

    /// <summary>Whether the shortest text of a float is the number that was read.</summary>
    private static bool IsExact(ref Utf8JsonReader reader, float value) =>
        reader.TryGetDouble(out double wide)
        && double.Parse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture).Equals(wide);
}
