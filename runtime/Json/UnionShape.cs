using System.ComponentModel;

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
        if (required is null) throw new ArgumentNullException(nameof(required));
        Members = members ?? throw new ArgumentNullException(nameof(members));
        foreach (int index in required)
        {
            if (index < 64) Required |= 1UL << index;
        }
    }

    internal JsonMembers Members { get; }

    internal ulong Required { get; }
}
