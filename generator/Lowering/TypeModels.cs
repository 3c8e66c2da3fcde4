using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Lowering.Events;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Lowering.Unions;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.Lowering;

/// <summary>Declarations with settled names to the model that is emitted.</summary>
internal sealed class TypeModels(LoweringContext context)
{
    private readonly Dictionary<RecordDeclaration, RecordModel> _records = [];

    public TypeModel Of(TypeDeclaration declaration) =>
        declaration switch
        {
            RecordDeclaration record => Record(record),
            EnumDeclaration { IsClosed: true } enumeration => ClosedEnum(enumeration),
            EnumDeclaration enumeration => new EnumModel(
                enumeration.Name,
                Docs(enumeration),
                Obsolete(enumeration.ObsoleteMessage, "OAG9001"),
                enumeration.Underlying,
                Values(enumeration)
            ),
            TupleDeclaration tuple => Tuple(tuple),
            _ => Union((UnionDeclaration)declaration),
        };

    public static TypeRef Ref(SchemaUse use) =>
        use.Shape switch
        {
            PrimitiveShape { Primitive: var p } => new TypeRef(TypeKind.Primitive, p.CSharp, p.IsValueType, use.Nullable, p.Runtime)
            {
                Reader = p.IsAlsoText ? p.Reader : null,
            },
            ListShape list => TypeRef.List(Ref(list.Item), use.Nullable, list.Type),
            MapShape map => TypeRef.Map(map.Key is null ? null : Ref(new SchemaUse(map.Key, false)), Ref(map.Value), use.Nullable),
            DeclaredShape { Declaration: var d } => new TypeRef(
                TypeKind.Declared,
                d.Name,
                d is not (RecordDeclaration or TupleDeclaration),
                use.Nullable,
                RuntimeOf(d),
                Converter: (d as EnumDeclaration)?.Converter
            ),
            _ => TypeRef.Json,
        };

    private static string RuntimeOf(TypeDeclaration declaration) =>
        declaration switch
        {
            EnumDeclaration { IsOpenText: true } => TypeRef.OpenText,
            UnionDeclaration => TypeRef.Union,
            _ => "",
        };

    /// <summary>Converted here and not when lowered, so that inline types that are shared are converted once.</summary>
    private static DocModel Docs(TypeDeclaration declaration) =>
        declaration.Schema is { } schema
            ? SchemaText.Docs(schema, declaration.Place)
            : new DocModel("One of several: see the constructors.");

    private static ObsoleteModel? Obsolete(string? message, string id) => message is null ? null : new ObsoleteModel(message, id);

    private RecordModel Record(RecordDeclaration record)
    {
        if (_records.TryGetValue(record, out RecordModel? known))
            return known;
        RecordModel model = NewRecord(record);
        if (record.Hierarchy is not null)
            _records.Add(record, model);
        return model;
    }

    private RecordModel NewRecord(RecordDeclaration record)
    {
        NameScope fields = new(["_set", "_extra"]);
        List<PropertyModel> properties = [];
        if (record.Hierarchy?.Base is { } basis)
            properties.AddRange(Record(basis).Properties);
        foreach (PropertyModel inherited in properties)
            fields.Take(inherited.FieldName);
        for (int i = properties.Count; i < record.Members.Count; i++)
            properties.Add(Property(record, record.Members[i], record.MemberNames[i], fields));
        return new RecordModel(
            record.Name,
            Docs(record),
            Obsolete(record.ObsoleteMessage, "OAG9001"),
            properties.ToEquatableArray(),
            record.ExtraName,
            record.Extra is { } extra ? Ref(extra) : null,
            HierarchyModels.Of(record)
        );
    }

    /// <summary>The type of the property: nullable, too, where a member that is absent has nothing else to read as.</summary>
    public static TypeRef MemberType(MemberDeclaration member)
    {
        TypeRef type = Ref(member.Use);
        return member.IsRequired
            ? type
            : type.WithNullable(member.Use.Nullable || Constant(member) is not null || DefaultValue.Of(member.Default, member.Use) is null);
    }

    /// <summary>
    /// The one value of an optional member that has it by itself; null where it is left to the caller. A caller that leaves it out says
    /// null.
    /// </summary>
    private static string? Constant(MemberDeclaration member) =>
        member.IsSetByItself && DefaultValue.Of(member.OnlyValue, member.Use) is { Json: null } value
            ? value.Expression ?? (member.OnlyValue!.GetValueKind() == System.Text.Json.JsonValueKind.False ? "false" : "0")
            : null;

    private PropertyModel Property(RecordDeclaration record, MemberDeclaration member, string name, NameScope fields)
    {
        bool isJson = member.Use.Shape is JsonShape;
        DefaultValue? initial = null;
        Presence presence;
        if (member.IsRequired)
        {
            presence =
                member.Constant is not null || HierarchyModels.IsSetByType(record, member) ? Presence.Constant
                : member.Use.Nullable && !isJson ? Presence.RequiredNullable
                : Presence.Required;
            if (member.Constant is { } constant)
                initial = new DefaultValue(Literals.String(constant));
            else if (DefaultValue.Of(member.ConstantNode, member.Use) is { Json: null } value)
                (presence, initial) = (Presence.Constant, value);
        }
        else
        {
            presence = Presence.Optional;
            initial = Constant(member) is { } only ? new DefaultValue(only) : DefaultValue.Of(member.Default, member.Use);
            if (initial is null && !SchemaFacts.IsNullValue(member.Default))
                context.Unsupported(
                    member.Place,
                    "default",
                    "is ignored because it is not a value of the member's type; the member is null while it is not set"
                );
        }

        string field = Field(name, fields);
        SharedDefaultModel? shared = initial?.Json is { } json
            ? new SharedDefaultModel(fields.Give("s" + field, "Value"), Literals.String(json) + "u8")
            : null;
        return new PropertyModel(
            member.WireName,
            name,
            field,
            MemberType(member),
            presence,
            initial?.Expression,
            SchemaText.MemberDocs(member.WireName, member.Schema),
            Obsolete(member.ObsoleteMessage, "OAG9002"),
            shared,
            member.Use.Nullable || isJson,
            IsConstant: presence == Presence.Optional && Constant(member) is not null,
            MayBeMissing: presence == Presence.Constant && member.MayBeMissing
        );
    }

    private static TupleModel Tuple(TupleDeclaration tuple)
    {
        NameScope fields = new(["_count", "_rest"]);
        List<PropertyModel> items = [];
        for (int i = 0; i < tuple.Items.Count; i++)
        {
            MemberDeclaration item = tuple.Items[i];
            TypeRef type = Ref(item.Use);
            items.Add(
                new PropertyModel(
                    "",
                    tuple.MemberNames[i],
                    Field(tuple.MemberNames[i], fields),
                    item.IsRequired ? type : type.WithNullable(true),
                    item.IsRequired ? Presence.Required : Presence.Optional,
                    null,
                    SchemaText.ItemDocs(i + 1, item.Schema),
                    Obsolete(item.ObsoleteMessage, "OAG9002")
                )
            );
        }

        return new TupleModel(
            tuple.Name,
            Docs(tuple),
            Obsolete(tuple.ObsoleteMessage, "OAG9001"),
            items.ToEquatableArray(),
            tuple.Items.Count(static i => i.IsRequired),
            tuple.RestName,
            Ref(tuple.Rest)
        );
    }

    private static string Field(string name, NameScope fields) =>
        fields.Give("_" + char.ToLowerInvariant(name[0]) + name.Substring(1), "Value");

    private static ClosedEnumModel ClosedEnum(EnumDeclaration declaration)
    {
        string[] converter = declaration.Converter!.Split('.');
        return new ClosedEnumModel(
            declaration.Name,
            Docs(declaration),
            Obsolete(declaration.ObsoleteMessage, "OAG9001"),
            declaration.Underlying,
            Values(declaration),
            declaration.FullName,
            converter[0],
            converter[1]
        );
    }

    private static EquatableArray<EnumValueModel> Values(EnumDeclaration declaration)
    {
        List<EnumValueModel> values = [];
        for (int i = 0; i < declaration.Values.Count; i++)
        {
            EnumValueDeclaration value = declaration.Values[i];
            string docs = value.Docs is { Length: > 0 } text ? DocText.Text(text) : "<c>" + XmlDoc.Escape(value.Wire) + "</c>";
            values.Add(
                new EnumValueModel(
                    declaration.MemberNames[i],
                    ValueLiteral(declaration, value),
                    new DocModel(docs),
                    Obsolete(value.ObsoleteMessage, "OAG9005")
                )
            );
        }

        return values.ToEquatableArray();
    }

    /// <summary>The wire value in C#.</summary>
    public static string ValueLiteral(EnumDeclaration declaration, EnumValueDeclaration value) =>
        declaration.Underlying == "string" ? Literals.String(value.Wire)
        : value.Wire == "-9223372036854775808" ? "long.MinValue"
        : value.Wire;

    private UnionModel Union(UnionDeclaration union)
    {
        UnionPlanner plan = new UnionPlanner(context, union).Plan();
        return new UnionModel(
            union.Name,
            union.Events is { } events ? new DocModel(events) : Docs(union),
            Obsolete(union.ObsoleteMessage, "OAG9001"),
            Cases(union),
            plan.Tests,
            plan.Discriminator,
            plan.Members,
            EventModels.Of(union)
        )
        {
            IsSole = plan.IsSole,
            Functions = (union.FunctionOrder ?? []).Select(b => union.Branches.IndexOf(b)).ToEquatableArray(),
            Inner = InnerCases.Of(union),
        };
    }

    public static EquatableArray<UnionCaseModel> Cases(UnionDeclaration union)
    {
        NameScope names = new(["Unknown"]);
        NameScope parameters = new(["unknown"]);
        List<UnionCaseModel> cases = [];
        foreach (UnionBranch branch in union.Branches)
        {
            string name = names.Give(Within(union.Name, CaseName(branch.Use)), "Case");
            TypeRef type = Ref(branch.Use);
            cases.Add(
                new UnionCaseModel(
                    name,
                    parameters.Give(IdentifierCasing.Camel(name), "Case"),
                    type,
                    branch.Use.Shape is DeclaredShape { Declaration: EnumDeclaration { IsOpenText: true } },
                    type.Kind is TypeKind.List or TypeKind.Map,
                    DocModel.None
                )
            );
        }

        return cases.ToEquatableArray();
    }

    /// <summary>The name without that of the union, which an inline branch begins with.</summary>
    private static string Within(string union, string name) =>
        name.Length > union.Length && name.StartsWith(union, System.StringComparison.Ordinal) && char.IsUpper(name[union.Length])
            ? name.Substring(union.Length)
            : name;

    private static string CaseName(SchemaUse use) =>
        use.Shape switch
        {
            PrimitiveShape { Primitive: var p } => p.Runtime is "Int32" or "Int64" or "UInt64" or "BigInteger" ? "Integer"
            : p.Runtime is "Double" or "Single" ? "Number"
            : p.Runtime,
            ListShape list => CaseName(list.Item) + "List",
            MapShape map => CaseName(map.Value) + "Map",
            DeclaredShape declared => declared.Declaration.Name,
            _ => "Json",
        };
}
