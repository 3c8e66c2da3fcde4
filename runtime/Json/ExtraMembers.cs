using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace OpenApiGen.Json;

/// <summary>
/// Members of an object that the API description does not list, kept so that they are written back. One reference, <see langword="null"/>
/// while there are none.
/// </summary>
/// <remarks>Only the constructors of generated types change one.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ExtraMembers : IEquatable<ExtraMembers>
{
    private ExtraMembers<JsonElement> _members;

    /// <summary>Takes members; they are not copied.</summary>
    /// <param name="items">The members.</param>
    public ExtraMembers(IReadOnlyDictionary<string, JsonElement>? items) => _members = new(items);

    /// <summary>The members, in the order they came.</summary>
    public IReadOnlyDictionary<string, JsonElement> Items
    {
        readonly get => _members.Items;
        set => _members.Items = value;
    }

    /// <summary>What was wrong when the object was read.</summary>
    public readonly IReadOnlyList<ApiFault> Faults => _members.Faults;

    /// <inheritdoc cref="ExtraMembers{T}.Use"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TValue Use<TValue>(TValue value, int member) => _members.Use(value, member);

    /// <inheritdoc cref="ExtraMembers{T}.Set{TValue}(TValue, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Set<TValue>(TValue value, int member) => _members.Set(value, member);

    /// <inheritdoc cref="ExtraMembers{T}.Set{TValue}(TValue, ref uint, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Set<TValue>(TValue value, ref uint set, int member) => _members.Set(value, ref set, member);

    /// <inheritdoc cref="ExtraMembers{T}.Set{TValue}(TValue, ref uint, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Set<TValue>(TValue value, ref ulong set, int member) => _members.Set(value, ref set, member);

    /// <inheritdoc cref="ExtraMembers{T}.SetOrNull{TValue}(TValue, ref uint, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue SetOrNull<TValue>(TValue value, ref uint set, int member) => _members.SetOrNull(value, ref set, member);

    /// <inheritdoc cref="ExtraMembers{T}.SetOrNull{TValue}(TValue, ref uint, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue SetOrNull<TValue>(TValue value, ref ulong set, int member) => _members.SetOrNull(value, ref set, member);

    /// <inheritdoc cref="ExtraMembers{T}.Written"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly MemberBits Written(ulong members, int word = 0) => _members.Written(members, word);

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

    internal void Complete(ref Utf8JsonReader reader, ref ulong seen, ulong required) => _members.Complete(ref reader, ref seen, required);

    private static readonly JsonReadFunc<JsonElement> s_element = JsonRead.Element;
    private static readonly JsonWriteAction<JsonElement> s_write = JsonWrite.Element;
}
