namespace OpenApiGen.Json;

// Integers spelled with a point or an exponent. Exact: no detour through double or decimal, whose rounding would take
// 1.00000000000000000000000000000001 for an integer.
internal static class IntegerText
{
    public static bool TryParse(ReadOnlySpan<byte> number, out long value)
    {
        value = 0;
        if (!TryParse(number, out ulong magnitude, out bool negative))
            return false;
        if (magnitude > (negative ? 1UL << 63 : long.MaxValue))
            return false;
        value = negative ? unchecked(-(long)magnitude) : (long)magnitude;
        return true;
    }

    /// <summary>Takes a JSON number apart (it has passed the reader's grammar).</summary>
    public static bool TryParse(ReadOnlySpan<byte> number, out ulong magnitude, out bool negative)
    {
        magnitude = 0;
        negative = number[0] == '-';
        long scale = 0; // the value is magnitude * 10^scale, with `zeros` more zeros between the two
        long zeros = 0;
        bool point = false;
        int i = negative ? 1 : 0;
        for (; i < number.Length && number[i] is not ((byte)'e' or (byte)'E'); i++)
        {
            if (number[i] == '.')
            {
                point = true;
                continue;
            }

            if (point)
                scale--;
            uint digit = (uint)(number[i] - '0');
            zeros++;
            if (digit == 0)
                continue; // counted only: they may turn out to be trailing
            for (; zeros > 0; zeros--)
                if (!Shift(ref magnitude))
                    return false;
            if (magnitude > ulong.MaxValue - digit)
                return false;
            magnitude += digit;
        }

        if (magnitude == 0)
            return true;
        scale += zeros;
        if (i < number.Length)
        {
            bool down = number[++i] == '-';
            if (number[i] is (byte)'-' or (byte)'+')
                i++;
            long exponent = 0;
            for (; i < number.Length; i++)
                exponent = Math.Min(exponent * 10 + (number[i] - '0'), 1_000_000_000);
            scale += down ? -exponent : exponent;
        }

        // The last digit counted is not 0, so a negative scale means a fraction.
        if (scale is < 0 or > 20)
            return false;
        for (; scale > 0; scale--)
            if (!Shift(ref magnitude))
                return false;
        return true;
    }

    private static bool Shift(ref ulong value)
    {
        if (value > ulong.MaxValue / 10)
            return false;
        value *= 10;
        return true;
    }
}
