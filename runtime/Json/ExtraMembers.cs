using System.ComponentModel;
using System.Text.Json;

namespace OpenApiGen.Json;

/// <summary>Members of an object that the API description does not list, kept so that they are written back. One reference, <see langword="null"/> while there are none.</summary>
/// <remarks>Only the constructors of generated types change one.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ExtraMembers : IEquatable<ExtraMembers>
{
    private ExtraMembers<JsonElement> _members;

    /// <summary>Takes members; they are not copied.</summary>
    /// <param name="items">The members.</param>
    public ExtraMembers(IReadOnlyDictionary<string, JsonElement>? items) => _members = new(items);

    /// <summary>The members, in the order they came.</summary>
    public readonly IReadOnlyDictionary<string, JsonElement> Items => _members.Items;

    /// <summary>Whether two sets of members are equal.</summary>
    /// <param name="left">One set.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ExtraMembers left, ExtraMembers right) => left.Equals(right);

    /// <summary>Whether two sets of members differ.</summary>
    /// <param name="left">One set.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ExtraMembers left, ExtraMembers right) => !left.Equals(right);

    /// <summary>Reads one more member. Of members with the same name the last one counts.</summary>
    /// <param name="reader">The reader, on the name; then on the last token of the value.</param>
    public void Read(ref Utf8JsonReader reader) => _members.Read(ref reader, s_element);

    /// <summary>Writes the members.</summary>
    /// <param name="writer">Where to, inside an object.</param>
    /// <param name="declared">The listed members: an extra one of such a name is left out, so that no name is written twice.</param>
    public readonly void Write(Utf8JsonWriter writer, JsonMembers declared) => _members.Write(writer, declared, s_write);

    /// <summary>Whether both have equal values for the same names.</summary>
    /// <param name="other">The other set.</param>
    public readonly bool Equals(ExtraMembers other) => _members.Equals(other._members);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is ExtraMembers other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => _members.GetHashCode();

    private static readonly JsonReadFunc<JsonElement> s_element = JsonRead.Element;
    private static readonly JsonWriteAction<JsonElement> s_write = JsonWrite.Element;
}
