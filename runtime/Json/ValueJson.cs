using System.ComponentModel;
using System.Text.Json;

namespace OpenApiGen.Json;

/// <summary>A JSON value that is compared as such (numbers by value, objects in any order), for fields of generated records.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ValueJson : IEquatable<ValueJson>
{
    private readonly JsonElement _element; // undefined stands for null, which is not the same as a JSON null

    /// <summary>Wraps a value.</summary>
    /// <param name="element">The value.</param>
    public ValueJson(JsonElement element) => _element = element;

    /// <summary>Wraps a value.</summary>
    /// <param name="element">The value, or <see langword="null"/>.</param>
    public ValueJson(JsonElement? element) => _element = element.GetValueOrDefault();

    /// <summary>The value; undefined for <see langword="null"/>.</summary>
    public JsonElement Element => _element;

    /// <summary>The value as given.</summary>
    public JsonElement? ElementOrNull => _element.ValueKind == JsonValueKind.Undefined ? null : _element;

    /// <summary>Whether two values are equal.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ValueJson left, ValueJson right) => left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ValueJson left, ValueJson right) => !left.Equals(right);

    /// <summary>Whether both are the same JSON value.</summary>
    /// <param name="other">The other value.</param>
    public bool Equals(ValueJson other) => JsonEquality.Equals(_element, other._element);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueJson other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => JsonEquality.GetHashCode(_element);
}
