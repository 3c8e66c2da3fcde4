using System.ComponentModel;

namespace OpenApiGen.Json;

/// <summary>The members of an object that are written, one bit each.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MemberBits
{
    private readonly ulong _bits;

    internal MemberBits(ulong bits) => _bits = bits;

    /// <summary>Whether a member is among them.</summary>
    /// <param name="member">Its number within these 64.</param>
    public bool this[int member] => (_bits & (1UL << member)) != 0;
}
