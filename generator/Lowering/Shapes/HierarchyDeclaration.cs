using System.Collections.Generic;
using System.Linq;

namespace OpenApiGen.Generator.Lowering.Shapes;

/// <summary>The place of a record among those that build on it, or that it builds on, and that a discriminator tells apart.</summary>
internal sealed class HierarchyDeclaration
{
    /// <summary>The record it is derived from; null for the first.</summary>
    public RecordDeclaration? Base { get; set; }

    /// <summary>The member that names the kind, where this record introduces one.</summary>
    public string? Discriminator { get; set; }

    /// <summary>The kind that JSON is of whose discriminator names none; null where that is the record itself.</summary>
    public RecordDeclaration? Default { get; set; }

    /// <summary>The records derived from this one, at any depth, in document order.</summary>
    public List<RecordDeclaration> Derived { get; } = [];

    /// <summary>How many of the record's members are those of the base; they come first.</summary>
    public int Inherited { get; set; }

    /// <summary>Members that are optional in the base and must be there in this record.</summary>
    public HashSet<string> AlsoRequired { get; } = new(System.StringComparer.Ordinal);

    /// <summary>By discriminator: the values that mean this record. Of one that is not here the base's apply.</summary>
    public Dictionary<string, IReadOnlyList<string>> Kinds { get; } = new(System.StringComparer.Ordinal);

    /// <summary>The name of its component, by which a discriminator may call it, too, where no other record is called so.</summary>
    public string? Component { get; set; }

    /// <summary>The base, and whatever an object of it may be read as.</summary>
    public IEnumerable<SchemaUse> Uses =>
        (Base is null ? Derived : Derived.Prepend(Base)).Select(static r => new SchemaUse(new DeclaredShape(r), false));

    /// <summary>Whether a member says which of the derived records an object is.</summary>
    public bool IsDiscriminator(string wireName) => Discriminator == wireName || Base?.Hierarchy?.IsDiscriminator(wireName) == true;
}
