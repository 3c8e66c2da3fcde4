using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Lowering.Unions;

namespace OpenApiGen.Generator.Lowering;

/// <summary>
/// Whether what is emitted for a shape reads a JSON value. It has to be sure: a default that does not read would fail in a type
/// initializer.
/// So in doubt it says no, and knows fewer spellings of dates and the like than the runtime does.
/// </summary>
internal sealed class DefaultFit
{
    private static readonly Regex s_dateTime = new(
        @"^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d{1,7})?([Zz]|[+-](0\d|1[0-3]):[0-5]\d)$",
        RegexOptions.CultureInvariant
    );
    private static readonly Regex s_timeOfDay = new(@"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,7})?)?Z?$", RegexOptions.CultureInvariant);
    private static readonly Regex s_duration = new(
        @"^-?P(?=\d|T\d)(\d{1,4}W)?(\d{1,6}D)?(T(?=\d)(\d{1,6}H)?(\d{1,6}M)?(\d{1,6}(\.\d{1,7})?S)?)?$",
        RegexOptions.CultureInvariant
    );

    /// <summary>
    /// What is known of parts of the value; a type that leads back to itself without a step into the value reads nothing by that way.
    /// </summary>
    private readonly Dictionary<(JsonNode Node, TypeDeclaration Type), bool> _known = [];

    private DefaultFit() { }

    public static bool Fits(JsonNode? node, SchemaUse use) => new DefaultFit().Reads(node, use);

    private bool Reads(JsonNode node, TypeDeclaration type)
    {
        if (_known.TryGetValue((node, type), out bool known))
            return known;
        _known.Add((node, type), false);
        return _known[(node, type)] = type switch
        {
            EnumDeclaration declared => Reads(node, declared),
            TupleDeclaration tuple => node is JsonArray items && Reads(items, tuple),
            UnionDeclaration union => Reads(node, union),
            RecordDeclaration record => node is JsonObject members && Chosen(members, record).All(r => Reads(members, r)),
            _ => false,
        };
    }

    private bool Reads(JsonNode? node, SchemaUse use)
    {
        if (use.Shape is JsonShape)
            return true;
        if (SchemaFacts.IsNullValue(node))
            return use.Nullable;
        return use.Shape switch
        {
            PrimitiveShape primitive => Reads(node!, primitive.Primitive),
            ListShape list => node is JsonArray items && items.All(i => Reads(i, list.Item)),
            MapShape map => node is JsonObject members
                && members.All(m =>
                    (map.Key is null || Reads(JsonValue.Create(m.Key), new SchemaUse(map.Key, false))) && Reads(m.Value, map.Value)
                ),
            DeclaredShape declared => Reads(node!, declared.Declaration),
            _ => false,
        };
    }

    private static bool Reads(JsonNode node, Primitive primitive)
    {
        string? text = SchemaFacts.StringValue(node);
        bool isNumber = node.GetValueKind() == JsonValueKind.Number;
        return primitive.Runtime switch
        {
            "String" => text is not null,
            "Boolean" => node.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            "Int32" => DefaultValue.Integer(node) is >= int.MinValue and <= int.MaxValue,
            "Int64" => DefaultValue.Integer(node) is not null,
            "UInt64" => DefaultValue.Integer(node) >= 0
                || (isNumber && ulong.TryParse(node.ToJsonString(), NumberStyles.None, CultureInfo.InvariantCulture, out _)),
            "BigInteger" => isNumber
                && node.ToJsonString() is { Length: < 1000 } digits
                && BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "Double" => isNumber && DefaultValue.Double(node) is not null,
            "Decimal" => isNumber && decimal.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out _),
            "Guid" => Guid.TryParseExact(text, "D", out _),
            "DateOnly" or "Date" => DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "DateTimeOffset" or "DateTime" => text is not null
                && s_dateTime.IsMatch(text)
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "TimeOnly" => text is not null && s_timeOfDay.IsMatch(text),
            "TimeSpan" => text is not null && s_duration.IsMatch(text),
            "Bytes" => text is not null && IsBase64(text),
            "Uri" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
            "Int32Text" => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
                && value.ToString(CultureInfo.InvariantCulture) == text,
            "Int64Text" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
                && value.ToString(CultureInfo.InvariantCulture) == text,
            "DecimalText" => decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out decimal value
            )
                && value.ToString(CultureInfo.InvariantCulture) == text,
            _ => false,
        };
    }

    private static bool IsBase64(string text)
    {
        try
        {
            return Convert.ToBase64String(Convert.FromBase64String(text)) == text;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool Reads(JsonNode node, EnumDeclaration declared)
    {
        string? wire =
            declared.Underlying == "string" ? SchemaFacts.StringValue(node)
            : DefaultValue.Integer(node) is { } value && (declared.Underlying == "long" || (int)value == value)
                ? value.ToString(CultureInfo.InvariantCulture)
            : null;
        return wire is not null && (!declared.IsClosed || declared.Values.Exists(v => v.Wire == wire));
    }

    private bool Reads(JsonObject node, RecordDeclaration record)
    {
        foreach (MemberDeclaration member in record.Members)
        {
            if (!node.TryGetPropertyValue(member.WireName, out JsonNode? value))
            {
                if (UnionPlanner.IsRequired(record, member) && !member.Use.Nullable)
                    return false;
            }
            else if (!Reads(value, member.Use.OrNull(TypeModels.MemberType(member).IsNullable)))
                return false;
        }

        return record.Extra is not { } extra || node.All(m => record.Members.Exists(d => d.WireName == m.Key) || Reads(m.Value, extra));
    }

    /// <summary>The record itself, and those derived from it that a member of the object names.</summary>
    private static IEnumerable<RecordDeclaration> Chosen(JsonObject node, RecordDeclaration record)
    {
        if (record.Hierarchy is not { } hierarchy)
            return [record];
        IEnumerable<RecordDeclaration> named = hierarchy.Derived.Where(d => d.Hierarchy!.Kinds.Any(k => Says(node, k.Key, k.Value)));
        return [record, .. hierarchy.Default is { } other ? [other] : System.Array.Empty<RecordDeclaration>(), .. named];
    }

    private bool Reads(JsonArray node, TupleDeclaration tuple)
    {
        for (int i = 0; i < tuple.Items.Count; i++)
        {
            if (i >= node.Count)
                return !tuple.Items[i].IsRequired;
            if (!Reads(node[i], tuple.Items[i].Use.OrNull(!tuple.Items[i].IsRequired)))
                return false;
        }

        return node.Skip(tuple.Items.Count).All(i => Reads(i, tuple.Rest));
    }

    /// <summary>One of the branches, and that which a discriminator names: it is not tried but read for good.</summary>
    private bool Reads(JsonNode node, UnionDeclaration union)
    {
        if (!union.Branches.Exists(b => Reads(node, b.Use)))
            return false;
        if (node is not JsonObject members)
            return true;
        return DiscriminatorClaims.Of(union, UnionLeaf.Of(union)) is not { } claims
            || Enumerable
                .Range(0, union.Branches.Count)
                .All(i => !Says(members, claims.Member, claims.Values[i]) || Reads(node, union.Branches[i].Use));
    }

    private static bool Says(JsonObject node, string member, IReadOnlyList<string> values) =>
        node.TryGetPropertyValue(member, out JsonNode? value) && SchemaFacts.StringValue(value) is { } text && values.Contains(text);
}
