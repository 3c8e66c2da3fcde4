using System.Buffers.Binary;

namespace OpenApiGen.Json;

// RFC 3339 date-time, full-date and time. Own digits, because Utf8JsonReader takes a time without offset for local time,
// knows fewer spellings, and is slower.
internal static class DateText
{
    private const long TicksPerDay = TimeSpan.TicksPerDay;

    /// <summary>Room for <see cref="FormatQuoted"/>.</summary>
    public const int MaxQuotedLength = 36;

    private const ulong Zeros = 0x3030_3030_3030_3030; // "00000000"
    private const ulong Nines = 0x7676_7676_7676_7676; // carries into the sign bit of a byte above 9

    private static ReadOnlySpan<ushort> DaysBeforeMonth => [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

    /// <summary>
    /// Reads <c>date ["T" time [offset]]</c>. Also a space or <c>t</c> for <c>T</c> and <c>z</c> for <c>Z</c> (RFC 3339 5.6), second 60
    /// (a leap second: the instant after second 59), offsets spelled <c>+hhmm</c> or <c>+hh</c>, any number of fraction digits (seven
    /// count), no offset (UTC) and no time (midnight).
    /// </summary>
    /// <param name="text">The text, without quotes and escapes.</param>
    /// <param name="utcTicks">The instant, as <see cref="DateTimeOffset.UtcTicks"/>.</param>
    /// <param name="offset">In minutes; 0 for one beyond the 14 hours of <see cref="DateTimeOffset"/>.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, out long utcTicks, out int offset)
    {
        if (text.Length is 25 or 20 && TryParseUsual(text, out utcTicks, out offset))
            return true;
        offset = 0;
        if (!TryParseDate(text, out utcTicks))
            return false;
        if (text.Length == 10)
            return true;
        if (text.Length < 16 || text[10] is not ((byte)'T' or (byte)'t' or (byte)' '))
            return false;

        text = text.Slice(11);
        if (!TryParseTime(ref text, out long time) || !TryParseOffset(text, out offset))
            return false;
        utcTicks += time;
        return Settle(ref utcTicks, ref offset);
    }

    /// <summary>What <see cref="TryParse"/> gives, put together.</summary>
    public static DateTimeOffset ToTime(long utcTicks, int offset) =>
        offset == 0
            ? new DateTimeOffset(new DateTime(utcTicks, DateTimeKind.Utc))
            : new DateTimeOffset(utcTicks + offset * TimeSpan.TicksPerMinute, new TimeSpan(offset * TimeSpan.TicksPerMinute));

    /// <summary>Writes <c>"yyyy-MM-ddTHH:mm:ss[.fraction]+hh:mm"</c>, or <c>Z</c> for UTC, with the quotes.</summary>
    /// <param name="utcTicks">The instant, as <see cref="DateTimeOffset.UtcTicks"/>.</param>
    /// <param name="offset">In minutes.</param>
    /// <param name="style">How it is spelled.</param>
    /// <param name="text">Where to.</param>
    /// <returns>The length.</returns>
    public static int FormatQuoted(long utcTicks, int offset, TimeStyle style, Span<byte> text)
    {
        long ticks = utcTicks + offset * TimeSpan.TicksPerMinute;
        uint days = (uint)(ticks / TicksPerDay);
        long time = ticks - days * TicksPerDay;
        uint seconds = (uint)(time / TimeSpan.TicksPerSecond);
        uint fraction = (uint)(time - seconds * TimeSpan.TicksPerSecond);
        uint minutes = seconds / 60,
            hour = minutes / 60;
        (uint year, uint month, uint day) = FromDays(days);
        uint century = year / 100;

        // Eight characters at a time, as they are read.
        BinaryPrimitives.WriteUInt64LittleEndian(
            text,
            Two(century) << 8 | Two(year - century * 100) << 24 | Two(month) << 48 | 0x0000_2D00_0000_0022
        );
        BinaryPrimitives.WriteUInt64LittleEndian(
            text.Slice(8),
            Two(day) << 8 | Two(hour) << 32 | Two(minutes - hour * 60) << 56 | 0x003A_0000_5400_002D
        );
        BinaryPrimitives.WriteUInt32LittleEndian(
            text.Slice(16),
            (uint)(Two(minutes - hour * 60) >> 8 | Two(seconds - minutes * 60) << 16 | 0x3A00)
        );
        int at = 20;
        if (fraction != 0 || style.Digits != 0)
        {
            text[at++] = (byte)'.';
            int end = at + style.Digits;
            for (uint unit = (uint)TimeSpan.TicksPerSecond / 10; fraction != 0 || at < end; unit /= 10)
            {
                text[at++] = (byte)('0' + fraction / unit);
                fraction %= unit;
            }
        }

        if (offset == 0 && !style.IsNumeric)
        {
            text[at] = (byte)'Z';
            text[at + 1] = (byte)'"';
            return at + 2;
        }

        uint distance = (uint)Math.Abs(offset),
            away = distance / 60;
        BinaryPrimitives.WriteUInt64LittleEndian(
            text.Slice(at),
            (offset < 0 ? 0x2DUL : 0x2B) | Two(away) << 8 | Two(distance - away * 60) << 32 | 0x0022_0000_3A00_0000
        );
        return at + 7;
    }

    // Neri and Schneider, "Euclidean affine functions and their application to calendar algorithms" (2022): years begin in March, so
    // that the leap day comes last, and divisions become multiplications.
    private static (uint Year, uint Month, uint Day) FromDays(uint days)
    {
        uint n = (days + 306) * 4 + 3; // 0000-03-01 is 306 days before 0001-01-01
        uint century = n / 146_097;
        ulong product = (ulong)((n - century * 146_097) | 3) * 2_939_745;
        uint ofYear = (uint)product / 2_939_745 / 4;
        uint month = ofYear * 2141 + 197_913;
        uint year = century * 100 + (uint)(product >> 32);
        uint day = (ushort)month / 2141u + 1;
        month >>= 16;
        return ofYear < 306 ? (year, month, day) : (year + 1, month - 12, day);
    }

    // Two digits as two bytes, the first one lowest.
    private static ulong Two(uint number)
    {
        uint tens = number * 103 >> 10; // number / 10 up to 178
        return 0x3030 + tens + ((number - tens * 10) << 8);
    }

    /// <summary>Reads exactly <c>yyyy-MM-dd</c>.</summary>
    public static bool TryParseDateOnly(ReadOnlySpan<byte> text, out DateTime value)
    {
        bool ok = TryParseDate(text, out long ticks) && text.Length == 10;
        value = ok ? new DateTime(ticks) : default;
        return ok;
    }

    /// <summary>Reads a time of day as ticks. An offset other than UTC's is refused: there is nowhere to keep it.</summary>
    public static bool TryParseTimeOnly(ReadOnlySpan<byte> text, out long ticks) =>
        TryParseTime(ref text, out ticks) && TryParseOffset(text, out int minutes) && minutes == 0 && ticks < TicksPerDay;

    private static bool TryParseDate(ReadOnlySpan<byte> s, out long ticks)
    {
        ticks = 0;
        if (s.Length < 10 || s[4] != '-' || s[7] != '-')
            return false;
        uint bad = 0;
        uint year = Two(s[0], s[1], ref bad) * 100 + Two(s[2], s[3], ref bad);
        uint month = Two(s[5], s[6], ref bad);
        uint day = Two(s[8], s[9], ref bad);
        return bad >> 31 == 0 && TryGetTicks(year, month, day, out ticks);
    }

    private static bool TryGetTicks(uint year, uint month, uint day, out long ticks)
    {
        ticks = 0;
        if (year == 0 || month - 1 >= 12)
            return false;
        bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        uint before = DaysBeforeMonth[(int)month - 1];
        uint length = DaysBeforeMonth[(int)month] - before;
        if (leap && month >= 2)
        {
            if (month == 2)
                length++;
            else
                before++;
        }

        if (day - 1 >= length)
            return false;
        uint past = year - 1;
        ticks = (past * 365 + past / 4 - past / 100 + past / 400 + before + day - 1) * TicksPerDay;
        return true;
    }

    // yyyy-MM-ddTHH:mm:ss with Z or +hh:mm, which is what servers send, eight characters at a time. After the separators are
    // taken out and '0' from the rest, byte i of `digits * 10 + (digits >> 8)` is the number that digits i and i + 1 spell.
    private static bool TryParseUsual(ReadOnlySpan<byte> s, out long ticks, out int offset)
    {
        const ulong Minus = 0x2D,
            Colon = 0x3A,
            LetterT = 0x54,
            LetterZ = 0x5A;
        ticks = 0;
        offset = 0;
        ulong a = BinaryPrimitives.ReadUInt64LittleEndian(s); // yyyy-MM-
        ulong b = BinaryPrimitives.ReadUInt64LittleEndian(s.Slice(8)); // ddTHH:mm
        ulong c;
        uint sign = '+';
        if (s.Length == 20)
        {
            c = BinaryPrimitives.ReadUInt64LittleEndian(s.Slice(12)); // H:mm:ssZ, of which :ssZ is new
            if ((c & 0xFF00_00FF_0000_0000) != (LetterZ << 56 | Colon << 32))
                return false;
            c = (c >> 40 & 0xFFFF) | 0x3030_3030_3030_0000;
        }
        else
        {
            c = BinaryPrimitives.ReadUInt64LittleEndian(s.Slice(17)); // ss+hh:mm
            if (s[16] != ':' || (c & 0x0000_FF00_0000_0000) != Colon << 40)
                return false;
            sign = (uint)(c >> 16 & 0xFF);
            c = (c & 0xFFFF_00FF_FF00_FFFF) | 0x0000_3000_0030_0000;
        }

        if ((a & 0xFF00_00FF_0000_0000) != (Minus << 56 | Minus << 32) || (b & 0x0000_FF00_00FF_0000) != (Colon << 40 | LetterT << 16))
            return false;
        a = ((a & 0x00FF_FF00_FFFF_FFFF) | 0x3000_0030_0000_0000) ^ Zeros;
        b = ((b & 0xFFFF_00FF_FF00_FFFF) | 0x0000_3000_0030_0000) ^ Zeros;
        c ^= Zeros;
        if (((a | b | c | (a + Nines) | (b + Nines) | (c + Nines)) & 0x8080_8080_8080_8080) != 0)
            return false;

        a = a * 10 + (a >> 8);
        b = b * 10 + (b >> 8);
        c = c * 10 + (c >> 8);
        uint hour = (byte)(b >> 24),
            minute = (byte)(b >> 48),
            second = (byte)c;
        if (hour > 23 || minute > 59 || second > 59)
            return false;
        if (!TryGetTicks((uint)(byte)a * 100 + (byte)(a >> 16), (byte)(a >> 40), (byte)b, out ticks))
            return false;
        ticks += (hour * 3600 + minute * 60 + second) * TimeSpan.TicksPerSecond;

        int offsetHour = (byte)(c >> 24),
            offsetMinute = (byte)(c >> 48);
        if (sign is not ('+' or '-') || offsetHour > 23 || offsetMinute > 59)
            return false;
        offset = offsetHour * 60 + offsetMinute;
        if (offset == 0)
            return true;
        if (sign == '-')
            offset = -offset;
        return Settle(ref ticks, ref offset);
    }

    // hh:mm[:ss[.fraction]]; what follows is left in s.
    private static bool TryParseTime(ref ReadOnlySpan<byte> s, out long ticks)
    {
        ticks = 0;
        if (s.Length < 5 || s[2] != ':')
            return false;
        uint bad = 0;
        uint hour = Two(s[0], s[1], ref bad);
        uint minute = Two(s[3], s[4], ref bad);
        uint second = 0;
        int at = 5;
        if (s.Length >= 8 && s[5] == ':')
        {
            second = Two(s[6], s[7], ref bad);
            at = 8;
        }

        if ((bad | (23 - hour) | (59 - minute) | (60 - second)) >> 31 != 0)
            return false;
        ticks = (hour * 3600 + minute * 60 + second) * TimeSpan.TicksPerSecond;
        if (at == 8 && s.Length > 9 && s[8] is (byte)'.' or (byte)',')
        {
            long unit = TimeSpan.TicksPerSecond;
            for (at = 9; at < s.Length && s[at] is >= (byte)'0' and <= (byte)'9'; at++)
            {
                unit /= 10;
                ticks += unit * (s[at] - '0');
            }

            if (at == 9)
                return false;
        }

        s = s.Slice(at);
        return true;
    }

    private static bool TryParseOffset(ReadOnlySpan<byte> s, out int minutes)
    {
        minutes = 0;
        if (s.Length == 0 || (s.Length == 1 && s[0] is (byte)'Z' or (byte)'z'))
            return true;
        if (s.Length < 3 || s[0] is not ((byte)'+' or (byte)'-'))
            return false;

        uint bad = 0;
        uint hour = Two(s[1], s[2], ref bad);
        uint minute = 0;
        if (s.Length == 6 && s[3] == ':')
            minute = Two(s[4], s[5], ref bad);
        else if (s.Length == 5)
            minute = Two(s[3], s[4], ref bad);
        else if (s.Length != 3)
            return false;

        if ((bad | (23 - hour) | (59 - minute)) >> 31 != 0)
            return false;
        minutes = (int)(hour * 60 + minute);
        if (s[0] == '-')
            minutes = -minutes;
        return true;
    }

    // From local time to UTC.
    private static bool Settle(ref long ticks, ref int offset)
    {
        long local = ticks;
        ticks -= offset * TimeSpan.TicksPerMinute;
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks || local < 0 || local > DateTime.MaxValue.Ticks)
            return false;

        // DateTimeOffset goes to 14 hours, RFC 3339 to 23:59: beyond, the instant is kept and the offset is not.
        if (offset is < -14 * 60 or > 14 * 60)
            offset = 0;
        return true;
    }

    // Two digits; bad gets its highest bit if they are not.
    private static uint Two(byte high, byte low, ref uint bad)
    {
        uint h = (uint)(high - '0'),
            l = (uint)(low - '0');
        bad |= (9 - h) | (9 - l);
        return h * 10 + l;
    }
}
