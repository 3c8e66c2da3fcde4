using System.ComponentModel;

namespace OpenApiGen.Json;

/// <summary>
/// A point in time, or none, in 8 bytes, for fields of generated records: a nullable <see cref="DateTimeOffset"/> takes
/// 24, and objects have many.
/// </summary>
/// <remarks>
/// The instant is exact, always. So is the offset where it is zero; where it is of whole quarters of an hour and the year is 1900 to 2127;
/// and where the time is of whole milliseconds. For all else (a finer fraction with an offset that no place on earth has now) the
/// same instant at offset zero is kept. At offset zero there is room for how it was spelled: the digits of the fraction, Z or +00:00.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ValueTime : IEquatable<ValueTime>
{
    private const long MaxTicks = 3_155_378_975_999_999_999; // 9999-12-31T23:59:59.9999999

    // Where offset zero has so many digits of a fraction, from 0 on, the first code; then the end. The same once more where UTC
    // is spelled +00:00.
    private static readonly long[] s_units = [10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1];
    private static readonly long[] s_firstCodes = FirstCodes();

    private const int QuarterBits = 56;
    private const long FirstTicks = 599_266_080_000_000_000; // 1900-01-01
    private const int QuartersFromZero = 56; // 14 hours
    private const int QuarterCodes = 2 * QuartersFromZero + 1;
    private const int MostMinutes = 14 * 60;
    private const int MinuteCodes = 2 * MostMinutes + 1;

    // 0: none. From 1 on: offset zero, the digits that the fraction has, how UTC is spelled, and the time in units of the last
    // digit. Negative: the highest bit, then 7 bits for the offset in quarters of an hour and 56 for the ticks since 1900, 228 years
    // of them; codes from 113 on that no such offset has: milliseconds, and the offset in minutes.
    private readonly long _bits;

    /// <summary>Keeps a value.</summary>
    /// <param name="value">The value.</param>
    public ValueTime(DateTimeOffset? value) =>
        _bits = value is { } time ? Pack(time.UtcTicks, (int)(time.Offset.Ticks / TimeSpan.TicksPerMinute), default) : 0;

    /// <param name="utcTicks">The instant, as <see cref="DateTimeOffset.UtcTicks"/>.</param>
    /// <param name="offset">In minutes, within 14 hours.</param>
    /// <param name="style">How it is spelled.</param>
    internal ValueTime(long utcTicks, int offset, TimeStyle style) => _bits = Pack(utcTicks, offset, style);

    /// <summary>The value; the default of the type where there is none.</summary>
    public DateTimeOffset Time => TimeOrNull.GetValueOrDefault();

    /// <summary>The value; <see langword="null"/> where there is none.</summary>
    public DateTimeOffset? TimeOrNull => TryGet(out long utcTicks, out int offset, out _) ? DateText.ToTime(utcTicks, offset) : null;

    internal bool TryGet(out long utcTicks, out int offset, out TimeStyle style)
    {
        long bits = _bits;
        offset = 0;
        style = default;
        if (bits >= 0)
        {
            utcTicks = 0;
            if (bits == 0)
                return false;
            long end = s_firstCodes[s_firstCodes.Length - 1];
            bool isNumeric = bits > end;
            bits = isNumeric ? bits - end : bits;
            int digits = 0;
            while (bits > s_firstCodes[digits + 1])
                digits++;
            utcTicks = (bits - 1 - s_firstCodes[digits]) * s_units[digits];
            style = new TimeStyle(digits, isNumeric);
            return true;
        }

        bits &= long.MaxValue;
        int code = (int)(bits >> QuarterBits);
        if (code < QuarterCodes)
        {
            utcTicks = (bits & ((1L << QuarterBits) - 1)) + FirstTicks;
            offset = (code - QuartersFromZero) * 15;
        }
        else
        {
            bits -= (long)QuarterCodes << QuarterBits;
            long milliseconds = bits / MinuteCodes;
            utcTicks = milliseconds * TimeSpan.TicksPerMillisecond;
            offset = (int)(bits - milliseconds * MinuteCodes) - MostMinutes;
        }

        return true;
    }

    private static long[] FirstCodes()
    {
        var codes = new long[9];
        for (int digits = 0; digits < 8; digits++)
            codes[digits + 1] = codes[digits] + MaxTicks / s_units[digits] + 1;
        return codes;
    }

    private static long Zero(long utcTicks, TimeStyle style)
    {
        int digits = style.Digits;
        while (utcTicks % s_units[digits] != 0)
            digits++;
        return utcTicks / s_units[digits] + s_firstCodes[digits] + 1 + (style.IsNumeric ? s_firstCodes[s_firstCodes.Length - 1] : 0);
    }

    private static long Pack(long utcTicks, int offset, TimeStyle style)
    {
        if (offset == 0)
            return Zero(utcTicks, style);
        if (offset % 15 == 0 && (ulong)(utcTicks - FirstTicks) < 1UL << QuarterBits)
            return long.MinValue | ((long)(offset / 15 + QuartersFromZero) << QuarterBits) | (utcTicks - FirstTicks);
        if (utcTicks % TimeSpan.TicksPerMillisecond == 0)
            return long.MinValue
                | (((long)QuarterCodes << QuarterBits) + utcTicks / TimeSpan.TicksPerMillisecond * MinuteCodes + offset + MostMinutes);
        return Zero(utcTicks, style);
    }

    /// <summary>Whether both are the same instant, at whatever offset, or none.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(ValueTime other) =>
        _bits == other._bits || (TryGet(out long left, out _, out _) && other.TryGet(out long right, out _, out _) && left == right);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueTime other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (TryGet(out long utcTicks, out _, out _) ? utcTicks : _bits).GetHashCode();

    /// <summary>Compares the instants.</summary>
    public static bool operator ==(ValueTime left, ValueTime right) => left.Equals(right);

    /// <summary>Compares the instants.</summary>
    public static bool operator !=(ValueTime left, ValueTime right) => !left.Equals(right);
}
