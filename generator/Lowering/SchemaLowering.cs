using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Configuration;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Lowering.Rules;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Naming;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering;

/// <summary>
/// Schemas to shapes. The rules are tried in the order of the table; to support another keyword, add a rule where it has to
/// come and nothing else here.
/// </summary>
internal sealed class SchemaLowering
{
    private delegate bool Rule(SchemaLowering lowering, in SchemaSite site, out SchemaUse use);

    private static readonly Rule[] s_rules =
    [
        ReferenceRule.Try,
        HierarchyRule.Try,
        MappedChoiceRule.Try,
        ConstantChoiceRule.Try,
        EnumRule.Try,
        AllOfRule.Try,
        UnionRule.Try,
        NumberTextRule.Try,
        TypeListRule.Try,
        TupleRule.Try,
        ArrayRule.Try,
        ObjectRule.Try,
        PrimitiveRule.Try,
    ];

    private readonly Dictionary<string, ComponentSlot> _components = new(StringComparer.Ordinal);
    private readonly Dictionary<IOpenApiSchema, ComponentSlot> _others = [];
    private readonly Dictionary<IOpenApiSchema, SchemaUse> _shared = [];
    private readonly Dictionary<string, UnionDeclaration> _sharedUnions = new(StringComparer.Ordinal);
    private readonly Dictionary<OpenApiSchemaReference, ComponentSlot?> _targets = [];
    private readonly InlineTypes _inline = new();
    private readonly ComponentOrder _order;

    public SchemaLowering(LoweringContext context)
    {
        Context = context;
        _order = new ComponentOrder(this);
        Hierarchies = new Hierarchies(this);
        if (context.Document.Components?.Schemas is not { } schemas)
            return;
        SpecPointer place = context.SchemasPlace;
        foreach (KeyValuePair<string, IOpenApiSchema> schema in schemas)
        {
            if (schema.Value is not null)
                _components.Add(
                    schema.Key,
                    new ComponentSlot(
                        schema.Key,
                        context.Parts.IsLeftOut(place[schema.Key]) ? new OpenApiSchema() : schema.Value,
                        place[schema.Key]
                    )
                );
        }

        AddBooleans(place);

        BreakCircles();
    }

    public LoweringContext Context { get; }

    /// <summary>The schemas that can be referred to by name, in document order.</summary>
    public IReadOnlyDictionary<string, ComponentSlot> Components => _components;

    /// <summary>The reader leaves out components that are true or false: any JSON, and none, which nothing sends.</summary>
    private void AddBooleans(SpecPointer place)
    {
        if (Context.Raw(place) is not System.Text.Json.Nodes.JsonObject schemas || schemas.Count == _components.Count)
            return;
        foreach (KeyValuePair<string, System.Text.Json.Nodes.JsonNode?> schema in schemas)
        {
            if (
                schema.Value?.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False
                && !_components.ContainsKey(schema.Key)
            )
            {
                _components.Add(schema.Key, new ComponentSlot(schema.Key, new OpenApiSchema(), place[schema.Key]));
            }
        }
    }

    public Hierarchies Hierarchies { get; }

    /// <summary>Unions of the same components are one type, wherever they stand.</summary>
    public Dictionary<string, UnionDeclaration> SharedUnions => _sharedUnions;

    /// <summary>Members that several parts of an object declare.</summary>
    public JoinedMembers Joined { get; } = new();

    /// <summary>Lowers every component, used or not.</summary>
    public void LowerComponents()
    {
        foreach (ComponentSlot slot in _components.Values)
        {
            Component(slot);
            Context.RunPending();
        }
    }

    public SchemaUse Lower(in SchemaSite site)
    {
        Context.CancellationToken.ThrowIfCancellationRequested();
        if (_inline.Find(site) is { } known)
            return known;
        if (!HasStack())
        {
            Context.Report(DiagnosticDescriptors.LimitExceeded, site.Place, "schemas nested in each other", "the size of the stack");
            return SchemaUse.Json;
        }

        UnsupportedKeywords.Report(Context, site);
        SchemaSite named = site.IsComponent || Title(site.Schema) is not { } title ? site : site with { Hint = site.Hint.Titled(title) };
        foreach (Rule rule in s_rules)
        {
            if (rule(this, named, out SchemaUse use))
                return _inline.Keep(site, use);
        }

        return SchemaUse.Json;
    }

    /// <summary>
    /// The schema of a parameter, body or response: once for all operations that share it by reference, then named after the component.
    /// </summary>
    /// <param name="reference">The reference; null for what stands in the operation itself.</param>
    public SchemaUse LowerShared(in SchemaSite site, string? reference, string suffix)
    {
        if (reference is null)
            return Lower(site);
        if (_shared.TryGetValue(site.Schema, out SchemaUse known))
            return known;
        string name = IdentifierCasing.Pascal(Unescape(reference.Substring(reference.LastIndexOf('/') + 1)));
        SchemaUse use = Lower(
            site with
            {
                Hint = NameHint.Operation(name.EndsWith(suffix, StringComparison.Ordinal) ? name : name + suffix),
            }
        );
        _shared.Add(site.Schema, use);
        return use;
    }

    /// <summary>The schema that a reference leads to, which may be a reference itself; null when there is none.</summary>
    public ComponentSlot? Resolve(OpenApiSchemaReference reference)
    {
        if (_targets.TryGetValue(reference, out ComponentSlot? known))
            return known;
        ComponentSlot? slot = Find(reference);
        _targets.Add(reference, slot);
        return slot;
    }

    /// <summary>The schema at the end, past those that are references themselves; null when there is none.</summary>
    public ComponentSlot? Target(OpenApiSchemaReference reference)
    {
        List<ComponentSlot> passed = [];
        ComponentSlot? slot = Resolve(reference);
        while (slot is { End: null, Schema: OpenApiSchemaReference next } && passed.Count <= _components.Count + _others.Count)
        {
            passed.Add(slot);
            slot = Resolve(next);
        }

        ComponentSlot? end = slot?.Schema is OpenApiSchemaReference ? slot.End : slot;
        foreach (ComponentSlot before in passed)
            before.End = end;
        return end;
    }

    private ComponentSlot? Find(OpenApiSchemaReference reference)
    {
        if (reference.Reference.ReferenceV3 is not { } text)
            return null;
        if (Named(text) is { } component)
            return component;
        if (reference.Target is not { } target)
            return null;
        if (!_others.TryGetValue(target, out ComponentSlot? other))
        {
            string key = Unescape(text.Substring(text.LastIndexOf('/') + 1));
            other = new ComponentSlot(key, target, SpecPointer.Parse(text));
            _others.Add(target, other);
        }

        return other;
    }

    /// <summary>The component that a reference names; null for one that leads elsewhere.</summary>
    private ComponentSlot? Named(string? reference)
    {
        const string Components = "#/components/schemas/";
        if (reference is null || !reference.StartsWith(Components, StringComparison.Ordinal))
            return null;
        string key = reference.Substring(Components.Length);
        return _components.TryGetValue(key, out ComponentSlot? slot) || _components.TryGetValue(Unescape(key), out slot) ? slot : null;
    }

    public SchemaUse Component(ComponentSlot slot)
    {
        if (slot.Use is { } known)
        {
            slot.WasUsedWhileOpen |= slot.IsOpen;
            return known;
        }

        if (slot.IsOpen)
        {
            Context.Report(
                DiagnosticDescriptors.UnsupportedConstruct,
                slot.Place,
                slot.Key,
                "refers to itself without an object in between; it is read as any JSON"
            );
            return SchemaUse.Json;
        }

        using (_order.Enter(slot))
        {
            // What it needs may have needed it.
            if (slot.Use is { } use)
                return use;
            slot.IsOpen = true;
            SpecPointer? before = Context.Parts.Enter(_components.ContainsKey(slot.Key) ? slot.Place : Context.Parts.Current);
            try
            {
                Context.Parts.Begin(slot.Place);
                slot.Use = Lower(
                    new SchemaSite(
                        slot.Schema,
                        slot.Place,
                        SchemaText.AskedName(slot.Schema) is { } asked
                            ? NameHint.Asked(asked)
                            : NameHint.Component(Title(slot.Schema) ?? slot.Key),
                        slot
                    )
                );
            }
            catch (Exception failure) when (Context.Parts.HasFailed(failure))
            {
                slot.Use = SchemaUse.Json;
            }
            finally
            {
                Context.Parts.Leave(before);
            }

            slot.IsOpen = false;
            return slot.Use.Value;
        }
    }

    /// <summary>
    /// Whether null is allowed, also by 3.0's <c>nullable</c> on a schema without a type, which the reader does not keep.
    /// </summary>
    public bool AllowsNull(in SchemaSite site) =>
        SchemaFacts.AllowsNull(site.Schema)
        || (
            site.Schema.Type is null
            && Context.Raw(site.Place["nullable"]) is System.Text.Json.Nodes.JsonValue value
            && value.TryGetValue(out bool nullable)
            && nullable
        );

    /// <summary>Components that are references to each other in a circle are nothing; asking the reader about them would fail.</summary>
    private void BreakCircles()
    {
        HashSet<ComponentSlot> ended = [];
        foreach (ComponentSlot slot in new List<ComponentSlot>(_components.Values))
        {
            HashSet<ComponentSlot> passed = [];
            ComponentSlot? next = slot;
            while (next is not null && !ended.Contains(next) && passed.Add(next))
                next = next.Schema is OpenApiSchemaReference reference ? Named(reference.Reference.ReferenceV3) : null;
            ended.UnionWith(passed);
            if (next is null || !passed.Contains(next))
                continue;
            Context.ReportValue(
                DiagnosticDescriptors.UnresolvedReference,
                next.Place["$ref"],
                ((OpenApiSchemaReference)next.Schema).Reference.ReferenceV3!,
                "it refers back to itself",
                "any JSON"
            );
            _components[next.Key] = new ComponentSlot(next.Key, new OpenApiSchema(), next.Place);
        }
    }

    /// <summary>The title, where types are named by it.</summary>
    private string? Title(IOpenApiSchema schema) =>
        Context.Options.NamesFrom == NameSource.Title && schema is OpenApiSchema { Title: { Length: > 0 and < 80 } title } ? title : null;

    /// <summary>
    /// Schemas in schemas are recursion here; how many there are is bounded, but the compiler's thread may have a small stack.
    /// </summary>
    private static bool HasStack()
    {
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return true;
        }
        catch (InsufficientExecutionStackException)
        {
            return false;
        }
    }

    /// <summary>Takes up a type; the component it is, if any, can be referred to from now on.</summary>
    public SchemaUse Declare(TypeDeclaration declaration, in SchemaSite site, bool nullable)
    {
        IOpenApiSchema schema = site.Schema;
        declaration.Schema = schema;
        declaration.ObsoleteMessage = SchemaText.IsDeprecated(schema) && site.IsComponent ? Deprecation.Message(schema) : null;
        Context.Add(declaration);
        SchemaUse use = new(new DeclaredShape(declaration), nullable);
        if (site.Slot is { } slot)
            slot.Use = use;
        return use;
    }

    private static string Unescape(string segment) => Uri.UnescapeDataString(segment).Replace("~1", "/").Replace("~0", "~");
}
