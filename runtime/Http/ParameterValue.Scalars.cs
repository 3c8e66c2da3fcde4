using System.Globalization;
using OpenApiGen.Json;

namespace OpenApiGen.Http;

// One conversion per scalar type: emitted code hands over its arguments as they are, `request.Query("limit", limit)`. The text is what JSON
// would have between its quotes or as its literal, the same in every culture. A null argument is nothing, and nothing is not sent.
public readonly partial struct ParameterValue
{
    /// <summary>Text.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(string? value) => new(value);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(bool? value) =>
        new(
            value is { } some
                ? some
                    ? "true"
                    : "false"
                : null
        );

    /// <summary>Decimal digits. Beside the nullable one because a constant would convert to other types too.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator ParameterValue(int value) => (int?)value;

    /// <summary>Decimal digits.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(int? value) => Formatted(value, null);

    /// <summary>Decimal digits. Beside the nullable one because a constant would convert to other types too.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator ParameterValue(uint value) => (uint?)value;

    /// <summary>Decimal digits.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(uint? value) => Formatted(value, null);

    /// <summary>Decimal digits. Beside the nullable one because a constant would convert to other types too.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator ParameterValue(long value) => (long?)value;

    /// <summary>Decimal digits.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(long? value) => Formatted(value, null);

    /// <summary>Decimal digits. Beside the nullable one because a constant would convert to other types too.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator ParameterValue(ulong value) => (ulong?)value;

    /// <summary>Decimal digits.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(ulong? value) => Formatted(value, null);

    /// <summary>The shortest text that reads back as the same number.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(float? value) => new(value is { } some ? NumberText.Of(some) : null);

    /// <summary>The shortest text that reads back as the same number.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(double? value) => new(value is { } some ? NumberText.Of(some) : null);

    /// <summary>Decimal digits and the scale as it is: 1.50 stays <c>1.50</c>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(decimal? value) => Formatted(value, null);

    /// <summary>RFC 9562, lower case with hyphens.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(Guid? value) => Formatted(value, "D");

    /// <summary>RFC 3339 date-time with the offset as given, <c>Z</c> when it is zero; fraction digits only where there are any.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(DateTimeOffset? value) =>
        Formatted(value, value?.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz");

    /// <summary>
    /// ISO 8601 duration of days, hours, minutes and seconds, as RFC 3339 appendix A: <c>P1DT2H0.5S</c>, zero is <c>PT0S</c>.
    /// </summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(TimeSpan? value) => new(value is { } some ? DurationText.Format(some) : null);

    /// <summary>Base64 (RFC 4648 section 4) with padding.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(byte[]? value) => new(value is null ? null : Convert.ToBase64String(value));

    /// <summary>The URI as it was given, not normalized.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(Uri? value) => new(value?.OriginalString);

#if NET
    /// <summary>RFC 3339 full-date.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(DateOnly? value) => Formatted(value, "yyyy-MM-dd");

    /// <summary>RFC 3339 partial-time; fraction digits only where there are any.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(TimeOnly? value) => Formatted(value, "HH:mm:ss.FFFFFFF");
#endif

    private static ParameterValue Formatted<T>(T? value, string? format)
        where T : struct, IFormattable => new(value?.ToString(format, CultureInfo.InvariantCulture));
}
