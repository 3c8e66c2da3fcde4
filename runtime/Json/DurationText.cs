using System.Globalization;
using System.Text;

namespace OpenApiGen.Json;

// ISO 8601 durations as RFC 3339 appendix A has them: [-]P[nW][nD][T[nH][nM][n[.n]S]]. Years and months have no fixed length
// and are refused rather than rounded.
internal static class DurationText
{
    public static bool TryParse(string text, out TimeSpan value)
    {
        value = default;
        int at = 0;
        bool negative = text.Length > 0 && text[0] == '-';
        if (text.Length > 0 && text[0] is '-' or '+')
            at++;
        if (at >= text.Length || text[at++] != 'P' || at == text.Length)
            return false;

        decimal ticks = 0;
        bool time = false;
        long lastLength = long.MaxValue;
        while (at < text.Length)
        {
            if (text[at] == 'T')
            {
                if (time || ++at == text.Length)
                    return false;
                time = true;
                continue;
            }

            int start = at;
            while (at < text.Length && text[at] is (>= '0' and <= '9') or '.' or ',')
                at++;
            if (at == start || at == text.Length)
                return false;
            string digits = text.Substring(start, at - start).Replace(',', '.');
            if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal count))
                return false;

            // Each unit once and in order; a fraction is for the last one only, which the order of magnitude does not depend on.
            long length = Unit(time, text[at++]);
            if (length == 0 || length >= lastLength || (digits.IndexOf('.') >= 0 && at != text.Length))
                return false;
            lastLength = length;
            if (count > long.MaxValue / length + 1)
                return false; // also keeps the product within decimal
            ticks += count * length;
        }

        if (negative)
            ticks = -ticks;
        if (ticks < long.MinValue || ticks > long.MaxValue)
            return false;
        value = new TimeSpan((long)ticks);
        return true;
    }

    /// <summary>Its length in ticks; 0 for none.</summary>
    private static long Unit(bool isTime, char name) =>
        (isTime, name) switch
        {
            (false, 'W') => 7 * TimeSpan.TicksPerDay,
            (false, 'D') => TimeSpan.TicksPerDay,
            (true, 'H') => TimeSpan.TicksPerHour,
            (true, 'M') => TimeSpan.TicksPerMinute,
            (true, 'S') => TimeSpan.TicksPerSecond,
            _ => 0,
        };

    public static string Format(TimeSpan value)
    {
        if (value == TimeSpan.Zero)
            return "PT0S";
        var text = new StringBuilder(value < TimeSpan.Zero ? "-P" : "P");
        ulong ticks = value.Ticks < 0 ? unchecked((ulong)-value.Ticks) : (ulong)value.Ticks; // MinValue has no positive TimeSpan
        ulong seconds = ticks / TimeSpan.TicksPerSecond,
            fraction = ticks % TimeSpan.TicksPerSecond;
        if (seconds >= 86_400)
            text.Append(seconds / 86_400).Append('D');
        if (seconds % 86_400 != 0 || fraction != 0)
            text.Append('T');
        if (seconds / 3600 % 24 != 0)
            text.Append(seconds / 3600 % 24).Append('H');
        if (seconds / 60 % 60 != 0)
            text.Append(seconds / 60 % 60).Append('M');
        if (seconds % 60 != 0 || fraction != 0)
            text.Append(seconds % 60);
        if (fraction != 0)
            text.Append('.').Append(fraction.ToString("D7", CultureInfo.InvariantCulture).TrimEnd('0'));
        if (seconds % 60 != 0 || fraction != 0)
            text.Append('S');
        return text.ToString();
    }
}
