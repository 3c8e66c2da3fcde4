using System.Text.Json;

namespace OpenApiGen.Json;

public static partial class JsonRead
{
    /// <summary>Reads an integer of 32 bits. <c>1.0</c> and <c>1e3</c> are integers too (JSON Schema 2020-12 core, 6.3).</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static int Int32(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            if (reader.TryGetInt32(out int value))
            {
                if (value == 0)
                    Spelling.Integer(ref reader);
                return value;
            }

            if (IntegerText.TryParse(Utf8Text.Raw(ref reader), out long wide) && wide is >= int.MinValue and <= int.MaxValue)
            {
                JsonKeeping.Unusual();
                return (int)wide;
            }
        }

        throw JsonFailure.Unexpected(ref reader, "an integer (int32)");
    }

    /// <summary>Reads an integer of 32 bits or <c>null</c>.</summary>
    /// <inheritdoc cref="Int32(ref Utf8JsonReader)"/>
    public static int? Int32OrNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Int32(ref reader);

    /// <summary>Reads an integer of 64 bits. <c>1.0</c> and <c>1e3</c> are integers too (JSON Schema 2020-12 core, 6.3).</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static long Int64(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            if (reader.TryGetInt64(out long value))
            {
                if (value == 0)
                    Spelling.Integer(ref reader);
                return value;
            }

            if (IntegerText.TryParse(Utf8Text.Raw(ref reader), out value))
            {
                JsonKeeping.Unusual();
                return value;
            }
        }

        throw JsonFailure.Unexpected(ref reader, "an integer (int64)");
    }

    /// <summary>Reads an integer of 64 bits or <c>null</c>.</summary>
    /// <inheritdoc cref="Int64(ref Utf8JsonReader)"/>
    public static long? Int64OrNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Int64(ref reader);

    /// <summary>Reads an integer from 0 of 64 bits. <c>1.0</c> and <c>1e3</c> are integers too (JSON Schema 2020-12 core, 6.3).</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static ulong UInt64(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            if (reader.TryGetUInt64(out ulong value))
                return value;
            if (IntegerText.TryParse(Utf8Text.Raw(ref reader), out value, out bool negative) && (!negative || value == 0))
            {
                JsonKeeping.Unusual();
                return value;
            }
        }

        throw JsonFailure.Unexpected(ref reader, "an integer (uint64)");
    }

    /// <summary>Reads an integer from 0 of 64 bits or <c>null</c>.</summary>
    /// <inheritdoc cref="UInt64(ref Utf8JsonReader)"/>
    public static ulong? UInt64OrNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : UInt64(ref reader);

    /// <summary>
    /// Reads a number as binary floating point of 32 bits; one too large for it is an error, not infinity, and so is one with more
    /// digits than it holds: they would be lost.
    /// </summary>
    /// <param name="reader">The reader, on the value.</param>
    public static float Single(ref Utf8JsonReader reader)
    {
        if (
            reader.TokenType == JsonTokenType.Number
            && reader.TryGetSingle(out float value)
            && !float.IsInfinity(value)
            && IsExact(ref reader, value)
        )
        {
            Spelling.Number(ref reader, value);
            return value;
        }

        throw JsonFailure.Unexpected(ref reader, "a number (float)");
    }

    /// <summary>Reads a number as binary floating point of 32 bits or <c>null</c>.</summary>
    /// <inheritdoc cref="Single(ref Utf8JsonReader)"/>
    public static float? SingleOrNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Single(ref reader);

    /// <summary>Reads a number as binary floating point of 64 bits; one too large for it is an error, not infinity.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static double Double(ref Utf8JsonReader reader)
    {
        double value = AnyDouble(ref reader);
        Spelling.Number(ref reader, value);
        return value;
    }

    /// <summary>Reads a number as binary floating point of 64 bits or <c>null</c>.</summary>
    /// <inheritdoc cref="Double(ref Utf8JsonReader)"/>
    public static double? DoubleOrNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Double(ref reader);

    /// <summary>Reads a number as binary floating point of 64 bits for a field; one too large for it is an error, not infinity.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static ValueNumber Number(ref Utf8JsonReader reader) => ValueNumber.Read(ref reader, AnyDouble(ref reader));

    /// <summary>Reads a number as binary floating point of 64 bits or <c>null</c> for a field.</summary>
    /// <inheritdoc cref="Number(ref Utf8JsonReader)"/>
    public static ValueNumber NumberOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? default : Number(ref reader);

    private static double AnyDouble(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double value) && !double.IsInfinity(value)
            ? value
            : throw JsonFailure.Unexpected(ref reader, "a number (double)");

    /// <summary>Reads a number as <see cref="decimal"/>: exact up to 28 digits, rounded beyond; an error from about 7.9e28 on.</summary>
    /// <param name="reader">The reader, on the value.</param>
    public static decimal Decimal(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out decimal value))
        {
            Spelling.Number(ref reader, value);
            return value;
        }

        throw JsonFailure.Unexpected(ref reader, "a number (decimal)");
    }

    /// <summary>Reads a number as <see cref="decimal"/> or <c>null</c>.</summary>
    /// <inheritdoc cref="Decimal(ref Utf8JsonReader)"/>
    public static decimal? DecimalOrNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : Decimal(ref reader);
}
