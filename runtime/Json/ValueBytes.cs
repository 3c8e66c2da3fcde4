using System.ComponentModel;

namespace OpenApiGen.Json;

/// <summary>Bytes that are compared one by one, for fields of generated records. <see langword="null"/> and empty differ.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ValueBytes : IEquatable<ValueBytes>
{
    private readonly byte[]? _bytes;

    /// <summary>Wraps an array; it is not copied.</summary>
    /// <param name="bytes">The bytes.</param>
    public ValueBytes(byte[]? bytes) => _bytes = bytes;

    /// <summary>The bytes; none for <see langword="null"/>.</summary>
    public byte[] Bytes => _bytes ?? [];

    /// <summary>The bytes as given.</summary>
    public byte[]? BytesOrNull => _bytes;

    /// <summary>Whether two arrays are equal.</summary>
    /// <param name="left">One array.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ValueBytes left, ValueBytes right) => left.Equals(right);

    /// <summary>Whether two arrays differ.</summary>
    /// <param name="left">One array.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ValueBytes left, ValueBytes right) => !left.Equals(right);

    /// <summary>Whether both have the same bytes.</summary>
    /// <param name="other">The other array.</param>
    public bool Equals(ValueBytes other) =>
        ReferenceEquals(_bytes, other._bytes)
        || (_bytes is not null && other._bytes is not null && _bytes.AsSpan().SequenceEqual(other._bytes));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueBytes other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ValueEquality.GetHashCode(_bytes);
}
