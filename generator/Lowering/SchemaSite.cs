using Microsoft.OpenApi;
using OpenApiGen.Generator.Naming;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering;

/// <summary>A schema where it stands.</summary>
/// <param name="Schema">The schema or a reference to one.</param>
/// <param name="Place">Its place in the document.</param>
/// <param name="Hint">What a type made of it is named after.</param>
/// <param name="Slot">The component it is; null for an inline schema.</param>
internal readonly record struct SchemaSite(IOpenApiSchema Schema, SpecPointer Place, NameHint Hint, ComponentSlot? Slot = null)
{
    public bool IsComponent => Slot is not null;
}
