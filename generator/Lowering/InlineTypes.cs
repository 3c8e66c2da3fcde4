using System.Collections.Generic;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.Lowering;

/// <summary>
/// The types that inline schemas have become. An object that takes in the members of others (<c>allOf</c>) takes in the schemas that
/// stand there: each is one type, however many objects have it. So the schemas of the document bound the types, also where they lead back
/// to
/// themselves: a member that is its own object and something more would be a new object for ever.
/// </summary>
internal sealed class InlineTypes
{
    private readonly Dictionary<IOpenApiSchema, SchemaUse> _uses = [];

    public SchemaUse? Find(in SchemaSite site) => IsInline(site) && _uses.TryGetValue(site.Schema, out SchemaUse use) ? use : null;

    public SchemaUse Keep(in SchemaSite site, SchemaUse use)
    {
        if (IsInline(site) && use.Shape is not (PrimitiveShape or JsonShape))
            _uses[site.Schema] = use;
        return use;
    }

    /// <summary>Types of parameters and bodies are not among them: their callers look for them under the operation's name.</summary>
    private static bool IsInline(in SchemaSite site) =>
        site.Slot is null && site.Hint is { Kind: NameKind.Inline, Owner: not null } && site.Schema is OpenApiSchema;
}
