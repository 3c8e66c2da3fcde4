using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Naming;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Shapes;

/// <summary>An array whose first items have schemas of their own.</summary>
internal sealed class TupleDeclaration(NameHint hint, SpecPointer place) : TypeDeclaration(hint, place)
{
    /// <summary>Those items; their wire names are their numbers, from 1.</summary>
    public List<MemberDeclaration> Items { get; } = [];

    /// <summary>What the items after them are.</summary>
    public SchemaUse Rest { get; set; } = SchemaUse.Json;

    /// <summary>The settled name of the property that keeps those.</summary>
    public string RestName { get; set; } = "AdditionalItems";

    public override string Role => "Tuple";

    public override IEnumerable<SchemaUse> Uses => [.. Items.Select(static i => i.Use), Rest];
}
