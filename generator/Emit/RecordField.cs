using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>
/// How a record keeps a member: as the property has it, or in what is smaller than a <c>Nullable</c> or compares by value. All that the
/// emitter says about the field follows from that.
/// </summary>
/// <param name="property">The member.</param>
/// <param name="index">Its position in a record, which may keep what came for it; -1 in a tuple.</param>
internal readonly struct RecordField(PropertyModel property, int index = -1)
{
    private readonly Form _form = FormOf(property);

    private enum Form
    {
        /// <summary>As the property has it.</summary>
        Plain,

        /// <summary>A list, a map, JSON or bytes in a struct that compares them by value.</summary>
        Wrapped,

        /// <summary>A point in time in 8 bytes, which know absent from null.</summary>
        Time,

        /// <summary>A number of 64 bits in 8 bytes, which know absent from null, and 1.0 from 1.</summary>
        Number,

        /// <summary>A nullable open enum as its text.</summary>
        Text,

        /// <summary>A nullable union as it is: its default is no value.</summary>
        Union,
    }

    /// <summary>Whether there is a field; else the property is auto-implemented.</summary>
    public bool Exists => index >= 0 || property.Presence == Presence.Optional || _form != Form.Plain;

    /// <summary>Whether a bit in <c>_set</c> says that the member is there.</summary>
    public bool HasSetBit => index >= 0 && (property.Presence is Presence.Optional or Presence.RequiredNullable || property.MayBeMissing);

    /// <summary>The declaration of the field, without its access.</summary>
    public string Declaration => $"{CSharp} {Declarator};";

    /// <summary>The name of the field, with what is in it at first.</summary>
    public string Declarator => property.FieldName + Initial;

    /// <summary>What the reading constructor assigns to.</summary>
    public string Target => Exists ? property.FieldName : property.Name;

    /// <summary>
    /// What the property gives, from the field and, for a member that is not set, from the default that all objects share.
    /// </summary>
    /// <param name="isSet">The condition that the bit of the member is set.</param>
    public string Get(string isSet)
    {
        if (property.Shared is { } shared)
            return $"{isSet} ? {(_form == Form.Union ? $"({Getter})" : Getter)} : {Copy(shared.FieldName)}";
        return index >= 0 && (property.Presence is Presence.Required or Presence.Constant) ? $"_extra.Use({Getter}, {Index})" : Getter;
    }

    /// <summary>What the field keeps of the property's <c>value</c>.</summary>
    /// <param name="bits">The field whose bit says that the member is set; not looked at for one that is always written.</param>
    public string Set(string bits) =>
        Setter(
            index < 0 ? "value"
            : !HasSetBit ? $"_extra.Set(value, {Index})"
            : $"_extra.{(property.AllowsNull ? "SetOrNull" : "Set")}(value, ref {bits}, {Index})"
        );

    private string Getter =>
        _form switch
        {
            Form.Wrapped => Wrapped,
            Form.Time => $"{property.FieldName}.Time{OrNull}",
            Form.Number => $"{property.FieldName}.Number{OrNull}",
            Form.Text => $"{property.FieldName} is {{ }} text ? new {property.Type.Name}(text) : null",
            Form.Union => $"{property.FieldName}.HasValue ? ({property.Type.CSharp}){property.FieldName} : null",
            _ => property.FieldName,
        };

    private string Setter(string value) =>
        _form switch
        {
            Form.Wrapped or Form.Time or Form.Number => $"new({value})",
            Form.Text => value + "?.Value",
            Form.Union => value + ".GetValueOrDefault()",
            _ => value,
        };

    /// <summary>An expression for what the field keeps of the value that <c>reader</c> stands on.</summary>
    public string Read(JsonCode json) =>
        _form switch
        {
            Form.Time => $"§JsonRead.Time{OrNull}(ref reader)",
            Form.Number when property.Type.Reader is null => $"§JsonRead.Number{OrNull}(ref reader)",
            Form.Wrapped or Form.Number => $"new({json.Read(property.Type)})",
            Form.Text => $"{json.Converter(property.Type)}.Table.ReadOrNull(ref reader)",
            Form.Union => $"{json.Converter(property.Type)}.Read(ref reader)",
            _ => json.Read(property.Type),
        };

    /// <summary>Statements, without the last semicolon, that write the member of <paramref name="owner"/>.</summary>
    public string Write(JsonCode json, string name, string owner) =>
        _form switch
        {
            Form.Text => $"§JsonWrite.String(writer, {name}, {owner}.{property.FieldName})",
            Form.Union => json.WriteMember(property.Type.WithNullable(false), name, $"{owner}.{property.FieldName}"),
            Form.Wrapped when property.Type.Kind is TypeKind.Json or TypeKind.Primitive => json.WriteMember(
                property.Type,
                name,
                $"{owner}.{Getter}"
            ),
            _ => json.WriteMember(property.Type, name, $"{owner}.{Target}"),
        };

    /// <summary>An array can be changed by whoever gets it, so everyone gets one of his own.</summary>
    private string Copy(string shared) =>
        property.Type is { Kind: TypeKind.List, Runtime: "Array" } or { Kind: TypeKind.Primitive, Runtime: "Bytes" }
            ? $"({property.Type.Name}){shared}.Clone()"
            : shared;

    private string Index => index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The type of the field.</summary>
    public string CSharp =>
        _form switch
        {
            Form.Wrapped => Wrapper(property.Type),
            Form.Time => "§ValueTime",
            Form.Number => "§ValueNumber",
            Form.Text => "string?",
            Form.Union => property.Type.Name,
            _ => property.Type.CSharp,
        };

    private string Initial =>
        property.Default is not { } value ? ""
        : _form == Form.Plain ? " = " + value
        : $" = new({value})";

    private string Wrapped =>
        property.Type switch
        {
            { Kind: TypeKind.List, Runtime: "ImmutableArray", IsNullable: false } =>
                $"({property.Type.CSharp})({property.FieldName}.ItemsOrNull ?? {property.Type.Name}.Empty)",
            { Kind: TypeKind.List, Runtime: not "List" } => $"({property.Type.CSharp}){property.FieldName}.{Content}",
            _ => $"{property.FieldName}.{Content}",
        };

    private string Content =>
        property.Type.Kind switch
        {
            TypeKind.Json => "Element",
            TypeKind.Primitive => "Bytes",
            _ => "Items",
        } + OrNull;

    private string OrNull => property.Type.IsNullable ? "OrNull" : "";

    private static Form FormOf(PropertyModel property) =>
        property.Type switch
        {
            { Kind: TypeKind.List or TypeKind.Map or TypeKind.Json } or { Kind: TypeKind.Primitive, Runtime: "Bytes" } => Form.Wrapped,
            { Kind: TypeKind.Primitive, Runtime: "DateTimeOffset" } => Form.Time,
            { Kind: TypeKind.Primitive, Runtime: "Double" } => Form.Number,
            { Kind: TypeKind.Declared, Runtime: TypeRef.OpenText, IsNullable: true } when property.Default is null => Form.Text,
            { Kind: TypeKind.Declared, Runtime: TypeRef.Union, IsNullable: true } => Form.Union,
            _ => Form.Plain,
        };

    private static string Wrapper(TypeRef type) =>
        type.Kind switch
        {
            TypeKind.List => $"§ValueList<{type.Element!.CSharp}>",
            TypeKind.Map => $"§ValueMap<{type.Key?.CSharp ?? "string"}, {type.Element!.CSharp}>",
            TypeKind.Json => "§ValueJson",
            _ => "§ValueBytes",
        };
}
