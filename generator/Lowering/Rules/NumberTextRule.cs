using System.Collections.Generic;
using System.Linq;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Lowering.Rules;

/// <summary>
/// A number that may also be spelled as a string: <c>type: [integer, string]</c> with the format or the pattern of a number, as ASP.NET
/// Core describes
/// its numbers, and the same without a type, as it does in 3.0. It is that number, read from either.
/// </summary>
internal static class NumberTextRule
{
    private static readonly HashSet<string> s_integers = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"];

    private static readonly HashSet<string> s_numbers = ["float", "double", "decimal", "decimal128"];

    private static readonly string[] s_starts = ["-?(0|[1-9]d*)", "-?d+", "-?d*"];

    public static bool Try(SchemaLowering lowering, in SchemaSite site, out SchemaUse use)
    {
        use = default;
        IOpenApiSchema schema = site.Schema;
        JsonSchemaType types = SchemaFacts.Types(schema);
        const JsonSchemaType Numbers = JsonSchemaType.Integer | JsonSchemaType.Number;
        bool isBoth = (types & JsonSchemaType.String) != 0 && (types & Numbers) != 0 && (types & ~(JsonSchemaType.String | Numbers)) == 0;
        if (!isBoth && (types is not 0 || !SaysNothingElse(schema)))
            return false;
        if (schema.Enum is { Count: > 0 } || schema.Const is not null)
            return false;
        bool isWhole = IsOfIntegers(schema.Pattern);
        bool hasFormat = s_integers.Contains(schema.Format ?? "") || s_numbers.Contains(schema.Format ?? "");
        // Without a type a pattern of digits alone may be that of a text, whose zeros count: 0042.
        if (!hasFormat && (!isBoth || (!isWhole && !IsOfNumbers(schema.Pattern))))
            return false;
        JsonSchemaType type = (types & Numbers) switch
        {
            JsonSchemaType.Integer => JsonSchemaType.Integer,
            0 => isWhole || s_integers.Contains(schema.Format ?? "") ? JsonSchemaType.Integer : JsonSchemaType.Number,
            _ => JsonSchemaType.Number,
        };
        if (
            lowering.Context.Primitives.Mapped(schema.Format) is { Name: FormatTargets.Json }
            || lowering.Context.Primitives.Of(type, schema.Format) is not { } primitive
        )
            return false;
        use = new SchemaUse(new PrimitiveShape(primitive with { IsAlsoText = true }), lowering.AllowsNull(site));
        return true;
    }

    private static bool SaysNothingElse(IOpenApiSchema schema) =>
        SchemaFacts.IsConstraintOnly(schema) && schema.PatternProperties is not { Count: > 0 };

    /// <summary><c>^-?(?:0|[1-9]\d*)$</c>, in one of its spellings.</summary>
    private static bool IsOfIntegers(string? pattern) => Plain(pattern) is "-?(0|[1-9]d*)" or "(0|[1-9]d*)" or "-?d+" or "d+";

    /// <summary>The same with a fraction or an exponent that need not be there.</summary>
    private static bool IsOfNumbers(string? pattern) =>
        Plain(pattern) is { } text
        && s_starts.Any(start => text.StartsWith(start, System.StringComparison.Ordinal) && IsRest(text.Substring(start.Length)));

    private static bool IsRest(string text) => text is "(.d+)?" or "(.d+)?([eE][+-]?d+)?" or ".?d+" or "(.d*)?";

    /// <summary>Without anchors, and with what has several spellings in one.</summary>
    private static string? Plain(string? pattern) =>
        pattern is not { Length: > 2 } || pattern[0] != '^' || pattern[pattern.Length - 1] != '$'
            ? null
            : pattern.Substring(1, pattern.Length - 2).Replace("?:", "").Replace("\\d", "d").Replace("[0-9]", "d").Replace("\\.", ".");
}
