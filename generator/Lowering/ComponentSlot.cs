using Microsoft.OpenApi;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering;

/// <summary>A schema that can be referred to, lowered once, at the first reference.</summary>
internal sealed class ComponentSlot(string key, IOpenApiSchema schema, SpecPointer place)
{
    public string Key => key;

    public IOpenApiSchema Schema => schema;

    public SpecPointer Place => place;

    /// <summary>What it became. A declared type is set before its parts are looked at, so that they may refer to it.</summary>
    public SchemaUse? Use { get; set; }

    public bool IsOpen { get; set; }

    /// <summary>Of a component that is a reference: the schema that it leads to in the end, once that is known.</summary>
    public ComponentSlot? End { get; set; }

    /// <summary>Whether <see cref="Use"/> was handed out before it was final.</summary>
    public bool WasUsedWhileOpen { get; set; }
}
