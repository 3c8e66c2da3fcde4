using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Naming;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Shapes;

/// <summary>A type to emit, before names are settled.</summary>
/// <param name="hint">Where its name comes from.</param>
/// <param name="place">The schema in the document.</param>
internal abstract class TypeDeclaration(NameHint hint, SpecPointer place)
{
    private static int s_lastId;

    private TypeDeclaration? _canonical;

    public NameHint Hint => hint;

    /// <summary>Tells declarations apart; says nothing else, and nothing that is emitted depends on it.</summary>
    public int Id { get; } = Interlocked.Increment(ref s_lastId);

    public SpecPointer Place => place;

    /// <summary>The declaration that stands for this one; itself, unless the same inline type was there before.</summary>
    public TypeDeclaration Canonical
    {
        get => _canonical ?? this;
        set => _canonical = value;
    }

    /// <summary>The schema, for its documentation.</summary>
    public IOpenApiSchema? Schema { get; set; }

    /// <summary>The part of the description that asked for it first; null for what belongs to none.</summary>
    public SpecPointer? Part { get; set; }

    /// <summary>The settled C# name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The settled names of its members, in their order.</summary>
    public string[] MemberNames { get; set; } = [];

    public string? ObsoleteMessage { get; set; }

    /// <summary>The word that tells its kind when a name has to be told apart.</summary>
    public abstract string Role { get; }

    /// <summary>What it is made of, once it is filled.</summary>
    public virtual IEnumerable<SchemaUse> Uses => [];
}

internal sealed class RecordDeclaration(NameHint hint, SpecPointer place) : TypeDeclaration(hint, place)
{
    public List<MemberDeclaration> Members { get; } = [];

    /// <summary>The type of members that are not declared; null for any JSON.</summary>
    public SchemaUse? Extra { get; set; }

    /// <summary>The settled name of the property that keeps those members.</summary>
    public string ExtraName { get; set; } = "AdditionalProperties";

    /// <summary>Its place among records that a discriminator tells apart; null for one that is alone.</summary>
    public HierarchyDeclaration? Hierarchy { get; init; }

    public override string Role => "Model";

    public override IEnumerable<SchemaUse> Uses =>
        Extra is null && Hierarchy is null
            ? Members.Select(static m => m.Use)
            :
            [
                .. Members.Select(static m => m.Use),
                .. Extra is { } extra ? [extra] : System.Array.Empty<SchemaUse>(),
                .. Hierarchy?.Uses ?? [],
            ];
}

/// <summary>A member of an object.</summary>
internal sealed class MemberDeclaration(string wireName, SchemaUse use, IOpenApiSchema schema, SpecPointer place)
{
    public string WireName => wireName;

    /// <summary>The schema, for its documentation.</summary>
    public IOpenApiSchema Schema => schema;

    public SchemaUse Use => use;

    public SpecPointer Place => place;

    /// <summary>A name asked for in the document; null to derive it from the wire name.</summary>
    public string? AskedName { get; init; }

    public bool IsRequired { get; init; }

    public JsonNode? Default { get; set; }

    /// <summary>The one string that it may be.</summary>
    public string? Constant { get; init; }

    /// <summary>The one value that it may be where it is no string.</summary>
    public JsonNode? ConstantNode { get; init; }

    /// <summary>Whether who makes an object need not set it: it has one value, and an object of its own has that value.</summary>
    public bool IsSetByItself { get; init; }

    /// <summary>
    /// Whether an object without it is read all the same: it is the discriminator of a union, has one value only, and servers leave it out.
    /// </summary>
    public bool MayBeMissing { get; set; }

    /// <summary>The text of the one value that it may be, null beside it or not; null where it may be several.</summary>
    public string? OnlyText { get; init; }

    /// <summary>The one value that it may be; null where it may be several.</summary>
    public JsonNode? OnlyValue => Constant is { } text ? JsonValue.Create(text) : ConstantNode;

    public string? ObsoleteMessage { get; init; }
}

internal sealed class EnumDeclaration(NameHint hint, SpecPointer place, string underlying) : TypeDeclaration(hint, place)
{
    /// <summary>string, int or long.</summary>
    public string Underlying => underlying;

    /// <summary>Whether it is a C# enum, which has no value but those listed.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Whether it is over a string, and any string is a value of it.</summary>
    public bool IsOpenText => underlying == "string" && !IsClosed;

    /// <summary>Of a C# enum, which can have no nested type, the settled name of the class that reads and writes it.</summary>
    public string? Converter { get; private set; }

    /// <summary>The settled name, as it is understood everywhere.</summary>
    public string FullName { get; private set; } = "";

    /// <summary>Settles what depends on the names of an API.</summary>
    /// <param name="space">The namespace.</param>
    /// <param name="json">The class of the resolver, in which converters of C# enums are.</param>
    public void Settle(string space, string json)
    {
        FullName = "global::" + space + "." + Name;
        Converter = IsClosed ? json + "." + Name + "Converter" : null;
    }

    public List<EnumValueDeclaration> Values { get; } = [];

    public override string Role => "Enum";
}

/// <param name="Wire">The value's text.</param>
internal sealed record EnumValueDeclaration(string Wire, string? AskedName, string? Docs, string? ObsoleteMessage);

internal sealed class UnionDeclaration(NameHint hint, SpecPointer place) : TypeDeclaration(hint, place)
{
    public List<UnionBranch> Branches { get; } = [];

    /// <summary>The member that names the branch.</summary>
    public string? Discriminator { get; set; }

    /// <summary>The branch of an object whose discriminator names none (OAS 3.2, 4.25).</summary>
    public UnionBranch? DefaultBranch { get; set; }

    /// <summary>Whether every object that the discriminator does not choose is the default branch, whatever it is like.</summary>
    public bool HasRest { get; init; }

    /// <summary>The JSON tokens that a value can begin with, a bit each, once they were asked for.</summary>
    public int? Tokens { get; set; }

    /// <summary>The branches in the order of the functions of <c>Match</c>, where a baseline had another order; else null.</summary>
    public IReadOnlyList<UnionBranch>? FunctionOrder { get; set; }

    /// <summary>Whether the discriminator alone chooses: what it does not name is no branch, however alike.</summary>
    public bool IsDecided { get; init; }

    /// <summary>Whether the document allows what is none of the branches, so that no branch may be read for good.</summary>
    public bool MayBeUnknown { get; init; }

    /// <summary>For a union of a document's events: what they are, as its documentation.</summary>
    public string? Events { get; init; }

    /// <summary>Whether those are of callbacks.</summary>
    public bool IsOfCallbacks { get; init; }

    public override string Role => "Union";

    public override IEnumerable<SchemaUse> Uses => Branches.Select(static b => b.Use);
}

/// <summary>A branch of a union.</summary>
internal sealed class UnionBranch(SchemaUse use, SpecPointer place, string? title)
{
    public SchemaUse Use { get; private set; } = use;

    public SpecPointer Place => place;

    public string? Title => title;

    /// <summary>The values of the discriminator that a mapping, or what the events of a document are called, says choose it.</summary>
    public List<string> DiscriminatorValues { get; } = [];

    /// <summary>The components that it is, by whose names a discriminator may call it.</summary>
    public List<string> Components { get; } = [];

    /// <summary>Takes in another branch of the same C# type: null within it is allowed where either allows it.</summary>
    public void Widen(SchemaUse other) => Use = ShapeKey.Widest(Use, other);
}
