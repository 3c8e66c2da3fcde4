using System.ComponentModel;

namespace OpenApiGen.Json;

/// <summary>
/// A point in time or none, in the 16 bytes of a <see cref="DateTimeOffset"/>: a nullable one takes 24, and objects have many.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ValueTime : IEquatable<ValueTime>
{
    // The local time as ticks plus one, so that the default of this struct is none.
    private readonly long _ticks;
    private readonly short _offsetMinutes;

    /// <summary>Keeps a value.</summary>
    /// <param name="value">The value; offsets are whole minutes, as <see cref="DateTimeOffset"/> demands.</param>
    public ValueTime(DateTimeOffset? value)
    {
        if (value is not { } time) return;
        _ticks = time.Ticks + 1;
        _offsetMinutes = (short)(time.Offset.Ticks / TimeSpan.TicksPerMinute);
    }

    /// <summary>The value.</summary>
    public DateTimeOffset? TimeOrNull => _ticks == 0 ? null : new DateTimeOffset(_ticks - 1, new TimeSpan(_offsetMinutes * TimeSpan.TicksPerMinute));

    /// <inheritdoc/>
    public bool Equals(ValueTime other) => TimeOrNull == other.TimeOrNull;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueTime other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => TimeOrNull.GetHashCode();

    /// <summary>Compares the instants.</summary>
    public static bool operator ==(ValueTime left, ValueTime right) => left.Equals(right);

    /// <summary>Compares the instants.</summary>
    public static bool operator !=(ValueTime left, ValueTime right) => !left.Equals(right);
}
