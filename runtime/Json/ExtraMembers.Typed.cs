using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace OpenApiGen.Json;

/// <summary>Members of an object beside the listed ones, where the API description gives their type.</summary>
/// <typeparam name="T">A member's value.</typeparam>
/// <remarks>Only the constructors of generated types change one.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ExtraMembers<T> : IEquatable<ExtraMembers<T>>
{
    // Null, the members, or KeptMembers with these in it.
    private object? _state;

    /// <summary>Takes members; they are not copied.</summary>
    /// <param name="items">The members.</param>
    public ExtraMembers(IReadOnlyDictionary<string, T>? items) => _state = items;

    /// <summary>The members, in the order they came.</summary>
    public IReadOnlyDictionary<string, T> Items
    {
        readonly get => ItemsOrNull ?? JsonMap<string, T>.Empty;
        set => _state = _state is KeptMembers kept ? kept.With(value) : value;
    }

    /// <summary>What was wrong when the object was read.</summary>
    public readonly IReadOnlyList<ApiFault> Faults => _state is KeptMembers kept ? kept.Faults : [];

    private readonly IReadOnlyDictionary<string, T>? ItemsOrNull =>
        (IReadOnlyDictionary<string, T>?)(_state is KeptMembers kept ? kept.Items : _state);

    /// <summary>The value of a required member, unless there is none because it could not be read.</summary>
    /// <typeparam name="TValue">Its type.</typeparam>
    /// <param name="value">What its field has.</param>
    /// <param name="member">Its position among the declared members.</param>
    /// <exception cref="ApiFaultException">It could not be read.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TValue Use<TValue>(TValue value, int member)
    {
        if (_state is KeptMembers kept)
            kept.Use(member, typeof(TValue));
        return value;
    }

    /// <summary>Notes that a member that is always written is set: what came for it no longer counts.</summary>
    /// <typeparam name="TValue">Its type.</typeparam>
    /// <param name="value">Its value.</param>
    /// <param name="member">Its position among the declared members.</param>
    /// <returns>The value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Set<TValue>(TValue value, int member)
    {
        if (_state is KeptMembers kept)
            _state = kept.Without(member);
        return value;
    }

    /// <summary>Notes that an optional member is set, or absent again if the value is null.</summary>
    /// <inheritdoc cref="Set{TValue}(TValue, int)"/>
    /// <param name="value">Its value.</param>
    /// <param name="set">The bits of the members that are set.</param>
    /// <param name="member">Its position among the declared members.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Set<TValue>(TValue value, ref uint set, int member)
    {
        set = value is null ? set & ~(1u << member) : set | (1u << member);
        return Set(value, member);
    }

    /// <inheritdoc cref="Set{TValue}(TValue, ref uint, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue Set<TValue>(TValue value, ref ulong set, int member)
    {
        set = value is null ? set & ~(1UL << member) : set | (1UL << member);
        return Set(value, member);
    }

    /// <summary>Notes that an optional member is set, which may be to null.</summary>
    /// <inheritdoc cref="Set{TValue}(TValue, ref uint, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue SetOrNull<TValue>(TValue value, ref uint set, int member)
    {
        set |= 1u << member;
        return Set(value, member);
    }

    /// <inheritdoc cref="SetOrNull{TValue}(TValue, ref uint, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TValue SetOrNull<TValue>(TValue value, ref ulong set, int member)
    {
        set |= 1UL << member;
        return Set(value, member);
    }

    /// <summary>The bits of the members that are written from their fields, and not as they came.</summary>
    /// <param name="members">The members that there are.</param>
    /// <param name="word">Which 64 members.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly MemberBits Written(ulong members, int word = 0) =>
        new(_state is KeptMembers kept ? members & ~kept.Mask(word) : members);

    /// <summary>Whether two sets of members are equal.</summary>
    /// <param name="left">One set.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ExtraMembers<T> left, ExtraMembers<T> right) => left.Equals(right);

    /// <summary>Whether two sets of members differ.</summary>
    /// <param name="left">One set.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ExtraMembers<T> left, ExtraMembers<T> right) => !left.Equals(right);

    /// <summary>Reads one more member. Of members with the same name the last one counts.</summary>
    /// <param name="reader">The reader, on the name; then on the last token of the value.</param>
    /// <param name="value">Reads a value; sees <c>null</c> too.</param>
    public void Read(ref Utf8JsonReader reader, JsonReadFunc<T> value)
    {
        if (value is null)
            throw new ArgumentNullException(nameof(value));
        JsonMap<string, T>? members = (JsonMap<string, T>?)_state; // generated constructors only ever read into a fresh one
        if (members is null)
            _state = members = new JsonMap<string, T>([], hasDuplicates: false);
        string name = reader.GetString()!;
        if (!reader.Read())
            JsonFailure.ThrowTruncated();
        members.Set(name, value(ref reader));
    }

    /// <summary>Writes the members.</summary>
    /// <param name="writer">Where to, inside an object.</param>
    /// <param name="declared">The listed members: an extra one of such a name is left out, so that no name is written twice.</param>
    /// <param name="value">Writes a value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Write(Utf8JsonWriter writer, JsonMembers declared, JsonWriteAction<T> value)
    {
        if (_state is not null)
            WriteAll(writer, declared, value);
    }

    /// <summary>Whether both have equal values for the same names.</summary>
    /// <param name="other">The other set.</param>
    public readonly bool Equals(ExtraMembers<T> other)
    {
        // Unlike elsewhere null and empty are the same here: neither writes anything.
        if (ReferenceEquals(_state, other._state))
            return true;
        return KeptMembers.Equals(_state as KeptMembers, other._state as KeptMembers)
            && new ValueMap<string, T>(Items).Equals(new ValueMap<string, T>(other.Items));
    }

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is ExtraMembers<T> other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() =>
        ItemsOrNull is not { Count: > 0 } items ? 0 : new ValueMap<string, T>(items).GetHashCode();

    internal void Complete(ref Utf8JsonReader reader, ref ulong seen, ulong required)
    {
        JsonKeeping keeping = JsonKeeping.Current!;
        keeping.Require(reader.TokenStartIndex, ref seen, required, 0);
        _state = keeping.Complete(reader.TokenStartIndex, _state);
    }

    private readonly void WriteAll(Utf8JsonWriter writer, JsonMembers declared, JsonWriteAction<T> value)
    {
        var kept = _state as KeptMembers;
        kept?.Write(writer);
        if (ItemsOrNull is not { } items)
            return;
        foreach (KeyValuePair<string, T> item in items)
        {
            if (declared.Contains(item.Key) || kept?.Has(item.Key) == true)
                continue;
            writer.WritePropertyName(item.Key);
            value(writer, item.Value);
        }
    }
}
