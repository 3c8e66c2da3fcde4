namespace OpenApiGen.Http;

// One line per scalar type: emitted code hands over its arguments as they are, `request.Query("limit", limit)`.
// A null argument is nothing, and nothing is not sent.
public readonly partial struct ParameterValue
{
    /// <summary>Text.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static ParameterValue From(string? value) => new(value);

    /// <summary>See <see cref="ParameterFormat.Boolean"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static ParameterValue From(bool? value) => value is { } some ? new(ParameterFormat.Boolean(some)) : default;

    /// <summary>See <see cref="ParameterFormat.Int32"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static ParameterValue From(int? value) => value is { } some ? new(ParameterFormat.Int32(some)) : default;

    /// <summary>See <see cref="ParameterFormat.UInt64"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static ParameterValue From(uint? value) => value is { } some ? new(ParameterFormat.UInt64(some)) : default;

    /// <summary>See <see cref="ParameterFormat.Int64"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static ParameterValue From(long? value) => value is { } some ? new(ParameterFormat.Int64(some)) : default;

    /// <summary>See <see cref="ParameterFormat.UInt64"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static ParameterValue From(ulong? value) => value is { } some ? new(ParameterFormat.UInt64(some)) : default;

    /// <summary>See <see cref="ParameterFormat.Single"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static ParameterValue From(float? value) => value is { } some ? new(ParameterFormat.Single(some)) : default;

    /// <summary>See <see cref="ParameterFormat.Double"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static ParameterValue From(double? value) => value is { } some ? new(ParameterFormat.Double(some)) : default;

    /// <summary>See <see cref="ParameterFormat.Decimal"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static ParameterValue From(decimal? value) => value is { } some ? new(ParameterFormat.Decimal(some)) : default;

    /// <summary>See <see cref="ParameterFormat.Guid"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static ParameterValue From(Guid? value) => value is { } some ? new(ParameterFormat.Guid(some)) : default;

    /// <summary>See <see cref="ParameterFormat.DateTimeOffset"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static ParameterValue From(DateTimeOffset? value) => value is { } some ? new(ParameterFormat.DateTimeOffset(some)) : default;

    /// <summary>See <see cref="ParameterFormat.TimeSpan"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static ParameterValue From(TimeSpan? value) => value is { } some ? new(ParameterFormat.TimeSpan(some)) : default;

    /// <summary>See <see cref="ParameterFormat.Bytes"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static ParameterValue From(byte[]? value) => value is { } some ? new(ParameterFormat.Bytes(some)) : default;

    /// <summary>See <see cref="ParameterFormat.Uri"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static ParameterValue From(Uri? value) => value is { } some ? new(ParameterFormat.Uri(some)) : default;

#if NET
    /// <summary>See <see cref="ParameterFormat.DateOnly"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static ParameterValue From(DateOnly? value) => value is { } some ? new(ParameterFormat.DateOnly(some)) : default;

    /// <summary>See <see cref="ParameterFormat.TimeOnly"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static ParameterValue From(TimeOnly? value) => value is { } some ? new(ParameterFormat.TimeOnly(some)) : default;
#endif

    /// <summary>See <see cref="ParameterFormat.Date"/>: for formats without a time where there is no DateOnly.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static ParameterValue Date(DateTime? value) => value is { } some ? new(ParameterFormat.Date(some)) : default;

    /// <summary>Text.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(string? value) => From(value);

    /// <summary>See <see cref="ParameterFormat.Boolean"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(bool? value) => From(value);

    /// <summary>See <see cref="ParameterFormat.Int32"/>. Beside the nullable one because a constant would convert to unsigned types too.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator ParameterValue(int value) => From(value);

    /// <summary>See <see cref="ParameterFormat.Int32"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(int? value) => From(value);

    /// <summary>See <see cref="ParameterFormat.UInt64"/>.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator ParameterValue(uint value) => From(value);

    /// <summary>See <see cref="ParameterFormat.UInt64"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(uint? value) => From(value);

    /// <summary>See <see cref="ParameterFormat.Int64"/>. Beside the nullable one because a constant would convert to unsigned types too.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator ParameterValue(long value) => From(value);

    /// <summary>See <see cref="ParameterFormat.Int64"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(long? value) => From(value);

    /// <summary>See <see cref="ParameterFormat.UInt64"/>.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator ParameterValue(ulong value) => From(value);

    /// <summary>See <see cref="ParameterFormat.UInt64"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(ulong? value) => From(value);

    /// <summary>See <see cref="ParameterFormat.Single"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(float? value) => From(value);

    /// <summary>See <see cref="ParameterFormat.Double"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(double? value) => From(value);

    /// <summary>See <see cref="ParameterFormat.Decimal"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(decimal? value) => From(value);

    /// <summary>See <see cref="ParameterFormat.Guid"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(Guid? value) => From(value);

    /// <summary>See <see cref="ParameterFormat.DateTimeOffset"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(DateTimeOffset? value) => From(value);

    /// <summary>See <see cref="ParameterFormat.TimeSpan"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(TimeSpan? value) => From(value);

    /// <summary>See <see cref="ParameterFormat.Bytes"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(byte[]? value) => From(value);

    /// <summary>See <see cref="ParameterFormat.Uri"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(Uri? value) => From(value);

#if NET
    /// <summary>See <see cref="ParameterFormat.DateOnly"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(DateOnly? value) => From(value);

    /// <summary>See <see cref="ParameterFormat.TimeOnly"/>.</summary>
    /// <param name="value">The value; null for nothing.</param>
    public static implicit operator ParameterValue(TimeOnly? value) => From(value);
#endif
}
