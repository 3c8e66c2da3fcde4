using System.Collections.Generic;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Configuration;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Lowering;

/// <summary>Type and format to a primitive: the table of docs/generated-code.md, with what the project changes in it.</summary>
internal sealed class PrimitiveTable
{
    private readonly Dictionary<string, FormatTarget> _mapped = [];
    private readonly Primitive _integer;
    private readonly bool _hasDateOnly;

    /// <summary>Reports what of the options cannot be had.</summary>
    public PrimitiveTable(LoweringContext context)
    {
        _hasDateOnly = context.Capabilities.HasDateOnly;
        _integer = context.Options.Integer switch
        {
            IntegerType.Int => Primitive.Int32,
            IntegerType.Decimal => Primitive.Decimal,
            IntegerType.BigInteger => Primitive.BigInteger,
            _ => Primitive.Int64,
        };
        foreach (FormatMapping mapping in context.Options.Formats)
        {
            string? problem =
                FormatTargets.Find(mapping.Type) is not { } target ? "the types are " + FormatTargets.Names
                : target.NeedsDateOnly && !_hasDateOnly ? "the target framework has no " + target.Name
                : !target.Fits(mapping.Format) ? $"what it is written as is no '{mapping.Format}'"
                : null;
            if (problem is null)
                _mapped[mapping.Format] = FormatTargets.Find(mapping.Type)!;
            else
                context.Diagnostics.Add(
                    SpecDiagnostic.AtKey(
                        DiagnosticDescriptors.InvalidOption,
                        "",
                        "Formats",
                        mapping.Format + "=" + mapping.Type,
                        problem + "; the format is what it is without the option"
                    )
                );
        }
    }

    /// <summary>What the project maps the format to; null where it says nothing.</summary>
    public FormatTarget? Mapped(string? format) =>
        format is not null && _mapped.TryGetValue(format, out FormatTarget? target) ? target : null;

    /// <summary>Null for what is no primitive.</summary>
    public Primitive? Of(JsonSchemaType type, string? format)
    {
        FormatTarget? target = Mapped(format);
        return type switch
        {
            JsonSchemaType.String => target?.OfString is { } mapped
                ? format == "date" && mapped == Primitive.DateTime
                    ? Primitive.Date
                    : mapped
                : format switch
                {
                    "uuid" => Primitive.Guid,
                    "date-time" => Primitive.DateTimeOffset,
                    "date" => _hasDateOnly ? Primitive.DateOnly : Primitive.Date,
                    "byte" => Primitive.Bytes,
                    _ => Primitive.String,
                },
            JsonSchemaType.Integer => target?.OfInteger
                ?? format switch
                {
                    null or "" => _integer,
                    "int32" => Primitive.Int32,
                    "uint64" => Primitive.UInt64,
                    _ => Primitive.Int64,
                },
            JsonSchemaType.Number => target?.OfNumber
                ?? format switch
                {
                    "decimal" or "decimal128" or "money" or "currency" => Primitive.Decimal,
                    _ => Primitive.Double,
                },
            JsonSchemaType.Boolean => Primitive.Boolean,
            _ => null,
        };
    }
}
