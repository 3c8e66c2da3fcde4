using System.Globalization;
using OpenApiGen.Json;

namespace OpenApiGen.Http;

/// <summary>Scalars as text, the same in every culture. What JSON would have between its quotes or as its literal.</summary>
public static class ParameterFormat
{
    /// <summary>The text itself; for lists of texts.</summary>
    /// <param name="value">The value.</param>
    public static string String(string value) => value;

    /// <summary><c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The value.</param>
    public static string Boolean(bool value) => value ? "true" : "false";

    /// <summary>Decimal digits.</summary>
    /// <param name="value">The value.</param>
    public static string Int32(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Decimal digits.</summary>
    /// <param name="value">The value.</param>
    public static string Int64(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Decimal digits.</summary>
    /// <param name="value">The value.</param>
    public static string UInt64(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The shortest text that reads back as the same number.</summary>
    /// <param name="value">The value.</param>
    public static string Single(float value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
#if !NET
        // "R" of .NET Framework does not always read back.
        if (float.Parse(text, CultureInfo.InvariantCulture) != value) text = value.ToString("G9", CultureInfo.InvariantCulture);
#endif
        return text;
    }

    /// <summary>The shortest text that reads back as the same number.</summary>
    /// <param name="value">The value.</param>
    public static string Double(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
#if !NET
        if (double.Parse(text, CultureInfo.InvariantCulture) != value) text = value.ToString("G17", CultureInfo.InvariantCulture);
#endif
        return text;
    }

    /// <summary>Decimal digits and the scale as it is: 1.50 stays <c>1.50</c>.</summary>
    /// <param name="value">The value.</param>
    public static string Decimal(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>RFC 9562, lower case with hyphens.</summary>
    /// <param name="value">The value.</param>
    public static string Guid(Guid value) => value.ToString("D");

    /// <summary>RFC 3339 date-time with the offset as given, <c>Z</c> when it is zero; fraction digits only where there are any.</summary>
    /// <param name="value">The value.</param>
    public static string DateTimeOffset(DateTimeOffset value) =>
        value.ToString(value.Offset == System.TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    /// <summary>RFC 3339 full-date: the date part alone.</summary>
    /// <param name="value">The value.</param>
    public static string Date(DateTime value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

#if NET
    /// <summary>RFC 3339 full-date.</summary>
    /// <param name="value">The value.</param>
    public static string DateOnly(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>RFC 3339 partial-time; fraction digits only where there are any.</summary>
    /// <param name="value">The value.</param>
    public static string TimeOnly(TimeOnly value) => value.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
#endif

    /// <summary>ISO 8601 duration of days, hours, minutes and seconds, as RFC 3339 appendix A: <c>P1DT2H0.5S</c>, zero is <c>PT0S</c>.</summary>
    /// <param name="value">The value.</param>
    public static string TimeSpan(TimeSpan value) => DurationText.Format(value);

    /// <summary>Base64 (RFC 4648 section 4) with padding.</summary>
    /// <param name="value">The value.</param>
    public static string Bytes(byte[] value) => Convert.ToBase64String(value);

    /// <summary>The URI as it was given, not normalized.</summary>
    /// <param name="value">The value.</param>
    public static string Uri(Uri value) => value is null ? throw new ArgumentNullException(nameof(value)) : value.OriginalString;
}
