using System.Text.Json;

namespace OpenApiGen.Json;

// A member whose text is kept beside, or in place of, its value.
internal sealed class KeptMember(int index, string name, byte[]? json, ApiFault? fault)
{
    /// <summary>Its position among the declared members; -1 for one that is not declared.</summary>
    public int Index => index;

    public string Name => name;

    /// <summary>Its value as it came, without white space; null for a member that is missing.</summary>
    public byte[]? Json => json;

    /// <summary>What is wrong with it; null where only its spelling is kept.</summary>
    public ApiFault? Fault => fault;
}

// What an object has of the text it was read from, where that tells more than its fields do. Not changed once the reading is done.
internal sealed class KeptMembers(
    JsonMembers declared,
    object? items,
    KeptMember[] members,
    Dictionary<string, KeptMember>? others,
    IReadOnlyList<ApiFault> faults
)
{
    /// <summary>The members that are not declared, an IReadOnlyDictionary; null for none.</summary>
    public object? Items => items;

    /// <summary>What was wrong in the object and in those within it.</summary>
    public IReadOnlyList<ApiFault> Faults => faults;

    /// <summary>Where the object is; only where there are faults.</summary>
    public string? Path { get; set; }

    /// <summary>The bits of the members that are not written from their fields.</summary>
    public ulong Mask(int word)
    {
        ulong mask = 0;
        foreach (KeptMember member in members)
            if (member.Index / 64 == word)
                mask |= 1UL << (member.Index % 64);
        return mask;
    }

    /// <summary>Whether a member that is not declared is written as it came.</summary>
    public bool Has(string name) => others?.ContainsKey(name) == true;

    public void Use(int index, Type type)
    {
        foreach (KeptMember member in members)
            if (member.Index == index && member.Fault is { } fault)
                throw new ApiFaultException(fault, type);
    }

    /// <summary>
    /// The same with a member set to a value, which then is what is written; the members that are not declared alone if nothing is left.
    /// </summary>
    public object? Without(int index)
    {
        KeptMember[] left = Array.FindAll(members, m => m.Index != index);
        string? gone = Path is null ? null : Path + JsonLocation.Segment(declared.Name(index));
        ApiFault[] wrong = faults.Where(f => gone is null || !IsWithin(f.Path, gone)).ToArray();
        if (left.Length == members.Length && wrong.Length == faults.Count)
            return this;
        return left.Length == 0 && others is null && wrong.Length == 0
            ? items
            : new KeptMembers(declared, items, left, others, wrong) { Path = Path };
    }

    /// <summary>The same with other members that are not declared.</summary>
    public KeptMembers With(object? replaced) => new(declared, replaced, members, null, faults) { Path = Path };

    public void Write(Utf8JsonWriter writer)
    {
        foreach (KeptMember member in members)
            Write(writer, member);
        if (others is null)
            return;
        foreach (KeptMember member in others.Values)
            Write(writer, member);
    }

    private static void Write(Utf8JsonWriter writer, KeptMember member)
    {
        if (member.Json is not { } json)
            return;
        writer.WritePropertyName(member.Name);
        writer.WriteRawValue(json, skipInputValidation: true);
    }

    /// <summary>Whether the same is wrong with both. A spelling counts for nothing: the values are compared already.</summary>
    public static bool Equals(KeptMembers? left, KeptMembers? right)
    {
        Dictionary<string, KeptMember>? a = left?.Wrong(),
            b = right?.Wrong();
        if (a is null || b is null)
            return a == b;
        if (a.Count != b.Count)
            return false;
        foreach (KeyValuePair<string, KeptMember> member in a)
            if (!b.TryGetValue(member.Key, out KeptMember? other) || !member.Value.Json.AsSpan().SequenceEqual(other.Json))
                return false;
        return true;
    }

    // Null for none.
    private Dictionary<string, KeptMember>? Wrong()
    {
        Dictionary<string, KeptMember>? wrong = null;
        foreach (KeptMember member in others is null ? members : members.Concat(others.Values))
            if (member.Fault is not null)
                (wrong ??= [])[member.Name] = member;
        return wrong;
    }

    private static bool IsWithin(string path, string outer) =>
        path.StartsWith(outer, StringComparison.Ordinal) && (path.Length == outer.Length || path[outer.Length] is '.' or '[');
}
