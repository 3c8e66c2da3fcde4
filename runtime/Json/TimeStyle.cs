namespace OpenApiGen.Json;

// How a point in time is spelled, where there is more than one way that is usual. The default is what is written of one that
// has no spelling.
internal readonly struct TimeStyle(int digits, bool isNumeric)
{
    /// <summary>At least so many digits of the fraction.</summary>
    public int Digits => digits;

    /// <summary>Whether UTC is +00:00, and not Z.</summary>
    public bool IsNumeric => isNumeric;

    /// <summary>The spelling of a text that has been read as a point in time.</summary>
    public static TimeStyle Of(ReadOnlySpan<byte> text)
    {
        int digits = 0;
        if (text.Length > 20 && text[19] == '.')
            while (digits < 7 && digits + 20 < text.Length && text[20 + digits] is >= (byte)'0' and <= (byte)'9')
                digits++;
        return new TimeStyle(digits, text.Length >= 25 && text.EndsWith("+00:00"u8));
    }
}
