using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace OpenApiGen.Json;

/// <summary>The member names of one object type: found while reading, encoded in advance for writing.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonMembers
{
    // Up to here comparing lengths one by one beats hashing.
    private const int MaxScanned = 16;

    private readonly string _typeName;
    private readonly JsonEncodedText[] _encoded;
    private readonly NameTable _table;
    private readonly byte[][] _names;

    /// <summary>Takes the names in document order, which is what servers mostly write in.</summary>
    /// <param name="typeName">The C# type, for messages.</param>
    /// <param name="names">The names as on the wire.</param>
    public JsonMembers(string typeName, params string[] names)
    {
        _typeName = typeName;
        _table = new NameTable(names);
        _names = _table.Utf8;
        _encoded = new JsonEncodedText[names.Length];
        for (int i = 0; i < names.Length; i++)
            _encoded[i] = JsonEncodedText.Encode(names[i]);
    }

    /// <summary>A name, for <see cref="Utf8JsonWriter.WritePropertyName(JsonEncodedText)"/>.</summary>
    /// <param name="index">Its position in the names given to the constructor.</param>
    public JsonEncodedText this[int index] => _encoded[index];

    internal int Count => _names.Length;

    internal string TypeName => _typeName;

    /// <summary>Begins an object.</summary>
    /// <param name="reader">The reader, which must stand on its start.</param>
    /// <returns>The hint to begin with.</returns>
    /// <exception cref="JsonException">It stands on something else.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Start(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            JsonFailure.ThrowNotObject(ref reader, _typeName);
        return JsonKeeping.IsAny ? JsonKeeping.Begin(ref reader, this) : 0;
    }

    /// <summary>Moves to the next member of an object that declares up to 64 of them.</summary>
    /// <param name="reader">The reader: on the start of the object, or on the last token of the member before.</param>
    /// <param name="hint">What <see cref="Start"/> gave; kept up to date here. The member that is expected next, negative where what cannot
    /// be read is kept.</param>
    /// <param name="seen">0 at first; bit <c>i</c> is set here when member <c>i</c> is there.</param>
    /// <param name="member">
    /// Index of the member, the reader then stands on its value; or -1 for a name that is not listed, the reader then stands on that name.
    /// </param>
    /// <returns><see langword="false"/> at the end of the object, where the reader then stands.</returns>
    public bool Next(ref Utf8JsonReader reader, ref int hint, ref ulong seen, out int member)
    {
        if (!reader.Read())
            JsonFailure.ThrowTruncated();
        if (reader.TokenType != JsonTokenType.PropertyName)
        {
            member = -1;
            return false;
        }

        int index = hint;
        byte[][] names = _names;
        if ((uint)index >= (uint)names.Length || !Utf8Text.IsPlain(ref reader) || !reader.ValueSpan.SequenceEqual(names[index]))
        {
            if (index < 0)
                return NextKept(ref reader, ref seen, out member);
            index = Utf8Text.IsPlain(ref reader) ? Find(reader.ValueSpan, index) : _table.FindEscaped(ref reader);
        }

        member = index;
        if (index >= 0)
        {
            seen |= 1UL << index;
            hint = index + 1;
            if (!reader.Read())
                JsonFailure.ThrowTruncated();
        }

        return true;
    }

    /// <summary>Moves to the next member of an object that declares any number of them.</summary>
    /// <inheritdoc cref="Next(ref Utf8JsonReader, ref int, ref ulong, out int)"/>
    /// <param name="reader">As there.</param>
    /// <param name="hint">As there.</param>
    /// <param name="seen">Bit <c>i % 64</c> of number <c>i / 64</c> is set here when member <c>i</c> is there.</param>
    /// <param name="member">As there.</param>
    public bool Next(ref Utf8JsonReader reader, ref int hint, scoped Span<ulong> seen, out int member)
    {
        ulong one = 0;
        if (!Next(ref reader, ref hint, ref one, out member))
            return false;
        if (member < 0)
            return true;
        if (hint < 0 && (seen[member / 64] & one) != 0)
            JsonKeeping.Current!.Repeat();
        seen[member / 64] |= one;
        return true;
    }

    /// <summary>
    /// Whether what is thrown while a member is read is no reason to give up: the member is then kept as it came, and the reader stands on
    /// its last token.
    /// </summary>
    /// <param name="reader">The reader, in the value of the member.</param>
    /// <param name="failure">What was thrown.</param>
    public bool Keep(ref Utf8JsonReader reader, Exception failure) =>
        JsonKeeping.Current is { } keeping && keeping.Keep(ref reader, failure, this);

    /// <summary>Ends an object: checks that all required members were there.</summary>
    /// <param name="reader">The reader, on the end of the object.</param>
    /// <param name="hint">As <see cref="Next(ref Utf8JsonReader, ref int, ref ulong, out int)"/> left it.</param>
    /// <param name="seen">Bit <c>i</c> is set if member <c>i</c> was there; it is taken away if the member could not be read.</param>
    /// <param name="required">Bit <c>i</c> is set if member <c>i</c> must be there.</param>
    /// <param name="extra">The members that are not declared; what is kept of the text comes in here.</param>
    /// <exception cref="JsonException">One is missing; the message names the type and the first such member.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void End(ref Utf8JsonReader reader, int hint, ref ulong seen, ulong required, ref ExtraMembers extra)
    {
        if (hint < 0)
            extra.Complete(ref reader, ref seen, required);
        else if ((seen & required) != required)
            ThrowMissing(required & ~seen, 0);
    }

    /// <inheritdoc cref="End(ref Utf8JsonReader, int, ref ulong, ulong, ref ExtraMembers)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void End<T>(ref Utf8JsonReader reader, int hint, ref ulong seen, ulong required, ref ExtraMembers<T> extra)
    {
        if (hint < 0)
            extra.Complete(ref reader, ref seen, required);
        else if ((seen & required) != required)
            ThrowMissing(required & ~seen, 0);
    }

    /// <summary>Checks, before <c>End</c>, the members from the 65th on.</summary>
    /// <inheritdoc cref="End(ref Utf8JsonReader, int, ref ulong, ulong, ref ExtraMembers)"/>
    /// <param name="reader">As there.</param>
    /// <param name="hint">As there.</param>
    /// <param name="seen">As there.</param>
    /// <param name="required">As there.</param>
    /// <param name="word">Which 64 members: those from <c>64 * word</c> on.</param>
    public void Require(ref Utf8JsonReader reader, int hint, ref ulong seen, ulong required, int word)
    {
        if (hint < 0)
            JsonKeeping.Current!.Require(reader.TokenStartIndex, ref seen, required, word);
        else if ((seen & required) != required)
            ThrowMissing(required & ~seen, word);
    }

    internal int Find(ref Utf8JsonReader reader) =>
        Utf8Text.IsPlain(ref reader) ? Find(reader.ValueSpan, 0) : _table.FindEscaped(ref reader);

    internal string Name(int index) => _encoded[index].Value;

    internal bool Contains(string name) => _table.Find(name) >= 0;

    private bool NextKept(ref Utf8JsonReader reader, ref ulong seen, out int member)
    {
        member = Find(ref reader);
        long start = reader.TokenStartIndex;
        string name = member < 0 ? reader.GetString()! : Name(member);
        bool isRepeated = false;
        if (member >= 0)
        {
            if (!reader.Read())
                JsonFailure.ThrowTruncated();
            isRepeated = _names.Length <= 64 && (seen & (1UL << member)) != 0;
            seen |= 1UL << member;
        }

        JsonKeeping.Current!.Member(ref reader, member, name, isRepeated, start);
        return true;
    }

    private int Find(ReadOnlySpan<byte> name, int hint)
    {
        byte[][] names = _names;
        if (names.Length > MaxScanned)
            return _table.Find(name);

        // From the hint on, because members that are not sent are skipped; then from the start.
        for (int i = hint; i < names.Length; i++)
            if (names[i].Length == name.Length && name.SequenceEqual(names[i]))
                return i;
        for (int i = 0; i < hint && i < names.Length; i++)
            if (names[i].Length == name.Length && name.SequenceEqual(names[i]))
                return i;
        return -1;
    }

    internal void ThrowMissing(ulong missing, int word)
    {
        int index = word * 64;
        while ((missing & 1) == 0)
        {
            missing >>= 1;
            index++;
        }

        JsonFailure.ThrowMissing(_typeName, _encoded[index].Value);
    }
}
