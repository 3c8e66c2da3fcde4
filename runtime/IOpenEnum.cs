namespace OpenApiGen;

/// <summary>An enumeration that may grow: a value the API description does not list is kept as it came.</summary>
/// <typeparam name="TSelf">The enumeration.</typeparam>
/// <typeparam name="TValue">What travels on the wire: <see cref="string"/>, <see cref="int"/> or <see cref="long"/>.</typeparam>
public interface IOpenEnum<TSelf, TValue> : IEquatable<TSelf>
{
    /// <summary>The value on the wire. Never <see langword="null"/>, also for <see langword="default"/>.</summary>
    TValue Value { get; }

    /// <summary>Whether the API description lists this value.</summary>
    bool IsKnown { get; }
}

/// <summary>An open enumeration of strings.</summary>
/// <typeparam name="TSelf">The enumeration.</typeparam>
public interface IOpenEnum<TSelf> : IOpenEnum<TSelf, string>;
