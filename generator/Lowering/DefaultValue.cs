using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Lowering.Shapes;

namespace OpenApiGen.Generator.Lowering;

/// <summary>What an unset member reads as.</summary>
/// <param name="Expression">A C# initializer; null where the default of the type is the value.</param>
/// <param name="Json">The value as JSON, where it is read once for all objects: of what C# has no constant for.</param>
internal sealed record DefaultValue(string? Expression, string? Json = null)
{
    /// <summary>Null where there is no default, or none that the type can have: then an unset member reads as null.</summary>
    public static DefaultValue? Of(JsonNode? node, SchemaUse use) =>
        SchemaFacts.IsNullValue(node) ? null : OfKnown(node!, use) ?? OfJson(node!, use);

    private static DefaultValue? OfKnown(JsonNode node, SchemaUse use)
    {
        JsonValueKind kind = node.GetValueKind();
        return use.Shape switch
        {
            PrimitiveShape primitive => Of(node, kind, primitive.Primitive),
            DeclaredShape { Declaration: EnumDeclaration { IsClosed: true } declared } => OfClosed(node, declared),
            DeclaredShape { Declaration: EnumDeclaration { Underlying: "string" } } when kind == JsonValueKind.String => new DefaultValue(
                $"new({Literals.String(node.GetValue<string>())})"
            ),
            DeclaredShape { Declaration: EnumDeclaration { Underlying: not "string" } declared }
                when Integer(node) is { } value && (declared.Underlying == "long" || (int)value == value) => new DefaultValue(
                $"new({value.ToString(CultureInfo.InvariantCulture)})"
            ),
            ListShape
            or MapShape when node is JsonArray { Count: 0 } or JsonObject { Count: 0 } && node is JsonArray == use.Shape is ListShape =>
                new DefaultValue((string?)null),
            _ => null,
        };
    }

    private static DefaultValue? OfJson(JsonNode node, SchemaUse use) =>
        DefaultFit.Fits(node, use) ? new DefaultValue(null, node.ToJsonString()) : null;

    private static DefaultValue? OfClosed(JsonNode node, EnumDeclaration declared)
    {
        string? wire =
            declared.Underlying == "string" ? SchemaFacts.StringValue(node) : Integer(node)?.ToString(CultureInfo.InvariantCulture);
        int index = declared.Values.FindIndex(v => v.Wire == wire);
        return index < 0
            ? null
            : new DefaultValue(declared.MemberNames.Length == 0 ? null : declared.FullName + "." + declared.MemberNames[index]);
    }

    private static DefaultValue? Of(JsonNode node, JsonValueKind kind, Primitive primitive) =>
        primitive.Runtime switch
        {
            "String" when kind == JsonValueKind.String => new DefaultValue(Literals.String(node.GetValue<string>())),
            "Boolean" when kind == JsonValueKind.True => new DefaultValue("true"),
            "Boolean" when kind == JsonValueKind.False => new DefaultValue((string?)null),
            "Int32" when Integer(node) is >= int.MinValue and <= int.MaxValue and { } value => NonZero(
                value.ToString(CultureInfo.InvariantCulture)
            ),
            "Int64" when Integer(node) is { } value => NonZero(
                value == long.MinValue ? "long.MinValue" : value.ToString(CultureInfo.InvariantCulture)
            ),
            "UInt64"
                when kind == JsonValueKind.Number
                    && ulong.TryParse(node.ToJsonString(), NumberStyles.None, CultureInfo.InvariantCulture, out ulong value) => NonZero(
                value.ToString(CultureInfo.InvariantCulture)
            ),
            "Guid" when SchemaFacts.StringValue(node) is { } text && Guid.TryParseExact(text, "D", out Guid value) => NewGuid(value),
            "DateOnly"
            or "Date"
                when SchemaFacts.StringValue(node) is { } text
                    && DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime value) =>
                new DefaultValue($"new({value.Year}, {value.Month}, {value.Day})"),
            "Double" when kind == JsonValueKind.Number && Double(node) is { } value => value == 0
                ? new DefaultValue((string?)null)
                : new DefaultValue(Literals.Double(value)),
            "Single"
                when kind == JsonValueKind.Number
                    && double.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                    && System.Math.Abs(value) <= float.MaxValue => value == 0
                ? new DefaultValue((string?)null)
                : new DefaultValue("(float)" + Literals.Double(value)),
            "Decimal"
                when kind == JsonValueKind.Number
                    && decimal.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) =>
                new DefaultValue(Literals.Decimal(value)),
            _ => null,
        };

    private static DefaultValue NonZero(string text) => new(text == "0" ? null : text);

    /// <summary>In numbers: a text would be parsed for each object.</summary>
    private static DefaultValue NewGuid(Guid value)
    {
        byte[] bytes = value.ToByteArray();
        int[] parts =
        [
            BitConverter.ToInt32(bytes, 0),
            BitConverter.ToInt16(bytes, 4),
            BitConverter.ToInt16(bytes, 6),
            .. bytes.Skip(8).Select(static b => (int)b),
        ];
        return new DefaultValue(
            value == Guid.Empty ? null : $"new({string.Join(", ", parts.Select(static p => p.ToString(CultureInfo.InvariantCulture)))})"
        );
    }

    /// <summary>A number that is not too large.</summary>
    public static double? Double(JsonNode node) =>
        double.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
        && !double.IsInfinity(value)
            ? value
            : null;

    /// <summary>A whole number, also one that is written with a fraction of zero or an exponent.</summary>
    public static long? Integer(JsonNode node)
    {
        if (node.GetValueKind() != JsonValueKind.Number)
            return null;
        string text = node.ToJsonString();
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value))
            return value;
        return
            decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            && number == decimal.Truncate(number)
            && number is >= long.MinValue and <= long.MaxValue
            ? (long)number
            : null;
    }
}
