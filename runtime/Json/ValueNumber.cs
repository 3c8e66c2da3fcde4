using System.Buffers.Text;
using System.ComponentModel;
using System.Text.Json;

namespace OpenApiGen.Json;

/// <summary>
/// A number of 64 bits binary floating point, or none, in 8 bytes, for fields of generated records: a nullable <see cref="double"/>
/// takes 16.
/// </summary>
/// <remarks>
/// It keeps whether a whole number came with the fraction <c>.0</c>, as Python writes it, and is then written in the same way.
/// The JSON text need not be read a second time for that.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ValueNumber : IEquatable<ValueNumber>
{
    // JSON has no NaN, so that the bits of a NaN are free: with a sign for none, without one for a whole number and its ".0".
    private const long None = unchecked((long)0xFFFC_0000_0000_0000);
    private const long Whole = 0x7FFC_0000_0000_0000;
    private const long WholeZero = 1L << 49;
    private const int MostWholeDigits = 14;
    private const double MostWhole = 1e14;

    // The bits of the number; those of none are 0, so that it is the default of this type.
    private readonly long _bits;

    /// <summary>Keeps a value.</summary>
    /// <param name="value">The value.</param>
    public ValueNumber(double? value) => _bits = (value is { } number ? Bits(number) : None) ^ None;

    private ValueNumber(long whole) => _bits = (Whole | (whole + WholeZero)) ^ None;

    /// <summary>The value; 0 where there is none.</summary>
    public double Number => NumberOrNull.GetValueOrDefault();

    /// <summary>The value; <see langword="null"/> where there is none.</summary>
    public double? NumberOrNull =>
        _bits == 0 ? null
        : IsWhole(out long whole) ? whole
        : BitConverter.Int64BitsToDouble(_bits ^ None);

    /// <summary>Whether both are the same number, however they are spelled, or none.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(ValueNumber other) => Nullable.Equals(NumberOrNull, other.NumberOrNull);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => NumberOrNull.GetHashCode();

    /// <summary>Compares the numbers.</summary>
    public static bool operator ==(ValueNumber left, ValueNumber right) => left.Equals(right);

    /// <summary>Compares the numbers.</summary>
    public static bool operator !=(ValueNumber left, ValueNumber right) => !left.Equals(right);

    /// <summary>Whether a number that was read came as a whole one with <c>.0</c>, has few enough digits to fit, and is not -0.0.</summary>
    internal static bool IsWhole(ref Utf8JsonReader reader, double value)
    {
        ReadOnlySpan<byte> text = Utf8Text.Raw(ref reader);
        return text.EndsWith(".0"u8) && text.Length <= MostWholeDigits + 2 && (value != 0 || text.Length == 3);
    }

    /// <summary>Whether a value is a whole number of few enough digits, which is formatted much faster as such; -0 is not.</summary>
    internal static bool TryWhole(double value, out long whole)
    {
        whole = value is > -MostWhole and < MostWhole ? (long)value : 0;
        return whole == value && (whole != 0 || BitConverter.DoubleToInt64Bits(value) == 0);
    }

    internal static ValueNumber Read(ref Utf8JsonReader reader, double value)
    {
        if (IsWhole(ref reader, value))
            return new ValueNumber((long)value);
        Spelling.Number(ref reader, value);
        return new ValueNumber((double?)value);
    }

    /// <summary>Writes a whole number with <c>.0</c>.</summary>
    internal static void WriteWhole(Utf8JsonWriter writer, double value)
    {
        Span<byte> text = stackalloc byte[MostWholeDigits + 3];
        Utf8Formatter.TryFormat((long)value, text, out int length);
        ".0"u8.CopyTo(text.Slice(length));
        writer.WriteRawValue(text.Slice(0, length + 2), skipInputValidation: true);
    }

    internal void Write(Utf8JsonWriter writer, JsonEncodedText name)
    {
        writer.WritePropertyName(name);
        if (_bits == 0)
            writer.WriteNullValue();
        else if (IsWhole(out long whole))
            WriteWhole(writer, whole);
        else
            JsonWrite.Double(writer, BitConverter.Int64BitsToDouble(_bits ^ None));
    }

    private bool IsWhole(out long whole)
    {
        long bits = _bits ^ None;
        whole = (bits & ~Whole) - WholeZero;
        return (bits & Whole) == Whole && bits > 0;
    }

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);
}
