using System.Collections.Generic;
using System.Linq;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Lowering.Rules;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>
/// Events that an item schema describes one by one (OAS 3.2, "Server-Sent Event Streams"): what all have in common, and a branch for each
/// with its name
/// and, in <c>contentSchema</c>, what its data is. They become a union of a record for each name; the name decides, and an event of another
/// name is kept.
/// </summary>
internal sealed class EventSchemas
{
    /// <summary>Data that many servers end a stream with.</summary>
    private const string Done = "[DONE]";

    private static readonly SchemaUse s_text = new(new PrimitiveShape(Primitive.String), false);

    private readonly SchemaLowering _schemas;
    private readonly SchemaSite _site;
    private readonly List<Described> _events = [];
    private string? _end;

    private EventSchemas(SchemaLowering schemas, in SchemaSite site)
    {
        _schemas = schemas;
        _site = site;
    }

    /// <summary>Null for a schema that describes events as records with their data in it, or not at all.</summary>
    public static (SchemaUse Item, StreamFormat Format, EventsModel? Events)? Lower(SchemaLowering schemas, in SchemaSite site)
    {
        EventSchemas events = new(schemas, site);
        return events.Read() ? events.Result() : null;
    }

    private bool Read()
    {
        (IOpenApiSchema schema, SpecPointer place) = Resolved(_site.Schema, _site.Place);
        (IList<IOpenApiSchema>? branches, string keyword) = schema.OneOf is { Count: > 0 }
            ? (schema.OneOf, "oneOf")
            : (schema.AnyOf, "anyOf");
        Dictionary<string, Member> common = Members(schema, place);
        List<(IOpenApiSchema, SpecPointer)> each = branches is not { Count: > 0 }
            ? [(schema, place)]
            : [.. branches.Select((b, i) => Resolved(b, place[keyword][i]))];
        bool isDescribed = false;
        foreach ((IOpenApiSchema branch, SpecPointer at) in each)
        {
            Dictionary<string, Member> own = Members(branch, at);
            isDescribed |=
                own.TryGetValue("data", out Member data)
                && Content(data.Schema) is { ContentMediaType: not null } or { ContentSchema: not null };
            isDescribed |= branches is { Count: > 0 } && common.ContainsKey("data") && own.ContainsKey("event");
            Add(branch, at, common, own);
        }

        return isDescribed && _events.Count > 0;
    }

    private void Add(IOpenApiSchema branch, SpecPointer place, Dictionary<string, Member> common, Dictionary<string, Member> own)
    {
        Member? Find(string name) => own.TryGetValue(name, out Member member) || common.TryGetValue(name, out member) ? member : null;
        Data data = DataOf(
            own.TryGetValue("data", out Member mine) ? mine : null,
            common.TryGetValue("data", out Member shared) ? shared : null
        );
        if (data is { IsText: true, Constant: Done })
        {
            _end = Done;
            return;
        }

        string[] names = Names(own.TryGetValue("event", out Member named) ? named : Find("event"));
        Described? known = _events.Find(e => e.Names.SequenceEqual(names));
        if (known is null)
            _events.Add(known = new Described(names, branch, place, []));
        known.Data.Add(data);
        if (known.Data.Count > 1)
            return;
        foreach (string other in own.Keys.Concat(common.Keys).Distinct().Where(static n => n is not ("event" or "data")))
        {
            known.Others.Add(
                (other, Find(other)!.Value, branch.Required?.Contains(other) == true || _site.Schema.Required?.Contains(other) == true)
            );
        }
    }

    private (SchemaUse Item, StreamFormat Format, EventsModel? Events) Result()
    {
        bool hasUnnamed = _events.Exists(static e => e.Names.Length == 0);
        string[] texts =
        [
            .. _events
                .Where(static e => e.Data.TrueForAll(static d => d.IsText))
                .SelectMany(static e => e.Names.Length == 0 ? ["message"] : e.Names),
        ];
        bool isText = _events.TrueForAll(static e => e.Data.TrueForAll(static d => d.IsText));
        bool hasDetails = _end is not null || hasUnnamed || (!isText && texts.Length > 0);
        EventsModel? details = !hasDetails
            ? null
            : new EventsModel(
                _end is null ? null : Literals.String(_end),
                hasUnnamed,
                isText ? default : texts.Select(Literals.String).ToEquatableArray()
            );
        return (Union(), isText ? StreamFormat.EventObject : StreamFormat.EventObjectJson, details);
    }

    /// <summary>A union even of one event: there will be others, and what is not known is kept.</summary>
    private SchemaUse Union()
    {
        UnionDeclaration union = new(_site.Hint, _site.Place) { Discriminator = "event", IsDecided = true };
        SchemaUse use = _schemas.Declare(union, _site, nullable: false);
        foreach (Described described in _events)
        {
            RecordDeclaration record = new(
                NameHint.Inline(union, described.Names.Length == 0 ? "Message" : IdentifierCasing.Pascal(described.Names[0])),
                described.Place
            );
            SchemaUse own = _schemas.Declare(record, new SchemaSite(described.Schema, described.Place, record.Hint), nullable: false);
            UnionBranch branch = new(own, described.Place, null);
            branch.DiscriminatorValues.AddRange(described.Names.Length == 0 ? ["message"] : described.Names);
            union.Branches.Add(branch);
            _schemas.Context.Later(() => Fill(record, described));
        }

        return use;
    }

    private void Fill(RecordDeclaration record, Described described)
    {
        string? constant = described.Names.Length switch
        {
            0 => "message",
            1 => described.Names[0],
            _ => null,
        };
        record.Members.Add(
            new MemberDeclaration("event", s_text, new OpenApiSchema(), described.Place) { Constant = constant, IsRequired = true }
        );
        Data data = described.Data[0];
        SchemaSite site = new(data.Schema, data.Place, NameHint.Inline(record, "Data"));
        SchemaUse use =
            described.Data.Count == 1
                ? _schemas.Lower(site)
                : UnionRule.Union(
                    _schemas,
                    site with
                    {
                        Schema = new OpenApiSchema(),
                    },
                    [.. described.Data.Select(static d => (d.Schema, d.Place))],
                    nullable: false,
                    byTitle: true
                );
        record.Members.Add(new MemberDeclaration("data", use, data.Schema, data.Place) { IsRequired = true });
        foreach ((string name, Member member, bool isRequired) in described.Others)
        {
            record.Members.Add(
                ObjectRule.Member(_schemas, record, new MergedMember(name, member.Schema, member.Place, null, 0), isRequired)
            );
        }
    }

    /// <summary>The data of an event: what its text holds where that is described, else the text.</summary>
    private static Data DataOf(Member? own, Member? common)
    {
        OpenApiSchema? mine = own is { } o ? Content(o.Schema) : null,
            shared = common is { } c ? Content(c.Schema) : null;
        string? constant = mine?.Const ?? (mine?.Enum is { Count: 1 } values ? SchemaFacts.StringValue(values[0]) : null);
        string? mediaType = mine?.ContentMediaType ?? (mine?.ContentSchema is null ? shared?.ContentMediaType : null);
        (IOpenApiSchema Schema, SpecPointer Place)? content =
            mine?.ContentSchema is { } inner ? (inner, own!.Value.Place["contentSchema"])
            : shared?.ContentSchema is { } other ? (other, common!.Value.Place["contentSchema"])
            : null;
        if (mediaType is null && content is null)
        {
            // Not text at all: JSON, as before there was a content schema.
            if (mine is not null && (mine.Type ?? shared?.Type ?? JsonSchemaType.String) is var type && (type & JsonSchemaType.String) == 0)
                return new Data(own!.Value.Schema, own.Value.Place, false, constant);
            if (mine is null && own is null && shared is { Type: { } declared } && (declared & JsonSchemaType.String) == 0)
                return new Data(common!.Value.Schema, common.Value.Place, false, null);
            if (own is { Schema: OpenApiSchemaReference } && mine is not { Type: JsonSchemaType.String })
                return new Data(own.Value.Schema, own.Value.Place, false, constant);
        }

        bool isText = mediaType is null
            ? content is null || SchemaFacts.Types(content.Value.Schema) == JsonSchemaType.String
            : !MediaTypes.IsJson(mediaType);
        if (isText)
            content =
                content is { } described && SchemaFacts.Types(described.Schema) == JsonSchemaType.String ? described
                : mine is { Type: JsonSchemaType.String } ? (own!.Value.Schema, own.Value.Place)
                : null;
        SpecPointer place = content?.Place ?? own?.Place ?? common?.Place ?? SpecPointer.Root;
        return new Data(content?.Schema ?? new OpenApiSchema { Type = isText ? JsonSchemaType.String : null }, place, isText, constant);
    }

    private static string[] Names(Member? member)
    {
        if (member is not { } found || Content(found.Schema) is not { } schema)
            return [];
        return schema.Const is { } constant ? [constant]
            : schema.Enum is { Count: > 0 } values ? [.. values.Select(SchemaFacts.StringValue).OfType<string>()]
            : [];
    }

    /// <summary>The members that a schema and the parts of its <c>allOf</c> declare.</summary>
    private Dictionary<string, Member> Members(IOpenApiSchema schema, SpecPointer place)
    {
        Dictionary<string, Member> members = new(System.StringComparer.Ordinal);
        IEnumerable<(IOpenApiSchema Schema, SpecPointer Place)> parts = (schema.AllOf ?? [])
            .Select((part, i) => Resolved(part, place["allOf"][i]))
            .Prepend((schema, place));
        foreach ((IOpenApiSchema part, SpecPointer at) in parts)
        {
            foreach (KeyValuePair<string, IOpenApiSchema> property in part.Properties ?? new Dictionary<string, IOpenApiSchema>())
            {
                if (property.Value is not null && !members.ContainsKey(property.Key))
                    members.Add(property.Key, new Member(property.Value, at["properties"][property.Key]));
            }
        }

        return members;
    }

    private (IOpenApiSchema, SpecPointer) Resolved(IOpenApiSchema schema, SpecPointer place)
    {
        if (schema is not OpenApiSchemaReference reference)
            return (schema, place);
        return _schemas.Resolve(reference) is not { } slot ? (new OpenApiSchema(), place)
            : slot.Schema is OpenApiSchemaReference ? (SchemaFacts.Target(slot.Schema) ?? new OpenApiSchema(), slot.Place)
            : (slot.Schema, slot.Place);
    }

    private static OpenApiSchema? Content(IOpenApiSchema schema) => SchemaFacts.Target(schema) as OpenApiSchema;

    private readonly record struct Member(IOpenApiSchema Schema, SpecPointer Place);

    /// <param name="Constant">The one text that it may be.</param>
    private readonly record struct Data(IOpenApiSchema Schema, SpecPointer Place, bool IsText, string? Constant);

    /// <param name="Names">None for events without a name, whose type is <c>message</c>.</param>
    /// <param name="Schema">The branch.</param>
    /// <param name="Place">Its place.</param>
    /// <param name="Data">What the data may be: several where branches have the same name.</param>
    private sealed record Described(string[] Names, IOpenApiSchema Schema, SpecPointer Place, List<Data> Data)
    {
        public List<(string Name, Member Member, bool IsRequired)> Others { get; } = [];
    }
}
