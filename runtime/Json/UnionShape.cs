using System.Buffers;
using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace OpenApiGen.Json;

/// <summary>An object branch of a union, as far as its member names tell it from the others.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UnionShape
{
    /// <summary>Describes a branch.</summary>
    /// <param name="members">The names it declares.</param>
    /// <param name="required">Indexes of the names that must be there; those from 64 on are not looked at.</param>
    public UnionShape(JsonMembers members, params int[] required)
    {
        if (required is null)
            throw new ArgumentNullException(nameof(required));
        Members = members ?? throw new ArgumentNullException(nameof(members));
        foreach (int index in required)
        {
            if (index < 64)
                Required |= 1UL << index;
        }
    }

    private UnionShape(in UnionShape shape, MemberTexts texts)
    {
        Members = shape.Members;
        Required = shape.Required;
        Texts = shape.Texts is { } known ? [.. known, texts] : [texts];
    }

    /// <summary>The branch whose member has, if it is there, one of these texts.</summary>
    /// <param name="member">The index of the name.</param>
    /// <param name="texts">The texts; numbers and booleans as JSON has them.</param>
    public UnionShape With(int member, params string[] texts) => new(this, new MemberTexts(member, true, texts));

    /// <summary>The branch whose member has none of these texts: they are those of other branches.</summary>
    /// <param name="member">The index of the name.</param>
    /// <param name="texts">The texts; numbers and booleans as JSON has them.</param>
    public UnionShape Without(int member, params string[] texts) => new(this, new MemberTexts(member, false, texts));

    internal JsonMembers Members { get; }

    internal MemberTexts[]? Texts { get; }

    /// <summary>Whether a member may have the value that the reader stands on.</summary>
    internal bool Allows(int member, ref Utf8JsonReader reader)
    {
        if (Texts is null)
            return true;
        foreach (MemberTexts texts in Texts)
        {
            if (texts.Member == member && !texts.Allows(ref reader))
                return false;
        }

        return true;
    }

    internal ulong Required { get; }
}

/// <summary>What a member must have, or must not have, for an object to be of a branch.</summary>
internal sealed class MemberTexts(int member, bool isAllowed, string[] texts)
{
    private readonly byte[][] _texts = Array.ConvertAll(texts, static text => Encoding.UTF8.GetBytes(text));

    public int Member => member;

    /// <summary>Of null, lists and objects nothing is said.</summary>
    public bool Allows(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False))
            return true;
        foreach (byte[] text in _texts)
        {
            if (reader.TokenType == JsonTokenType.String ? reader.ValueTextEquals(text) : IsSame(ref reader, text))
                return isAllowed;
        }

        return !isAllowed;
    }

    private static bool IsSame(ref Utf8JsonReader reader, byte[] text) =>
        reader.HasValueSequence
            ? reader.ValueSequence.Length == text.Length && reader.ValueSequence.ToArray().AsSpan().SequenceEqual(text)
            : reader.ValueSpan.SequenceEqual(text);
}
