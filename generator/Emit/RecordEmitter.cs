using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>
/// An object as a sealed record. Members that must be there are required properties; a member that may be absent has a field
/// and a bit that says whether it was set. The reading constructor fills both, so that nothing else may leave them inconsistent.
/// </summary>
internal static class RecordEmitter
{
    public static void Emit(RecordModel model, SourceWriter w)
    {
        HashSet<string> members = [.. model.Properties.Select(static p => p.Name), model.ExtraName, "Converter"];
        JsonCode json = new(w.Context.Namespace, members.Contains);

        w.Docs(model.Docs);
        w.Obsolete(model.Obsolete);
        w.Lines("[§JsonConverter(typeof(Converter))]");
        using (w.Open(HierarchyEmitter.Head(model, w.Access)))
        {
            HierarchyEmitter.Constructors(model, w);
            for (int i = Inherited(model); i < model.Properties.Length; i++)
            {
                w.Blank();
                Property(model.Properties[i], BitAt(model.Properties[i], i), w);
            }

            w.Blank();
            if (model.Hierarchy?.Base is null)
            {
                w.Docs("summary", "Members that the description does not declare.");
                w.Lines($$"""public {{ExtraDictionary(model)}} {{model.ExtraName}} { get => _extra.Items; init => _extra = new(value); }""");
                w.Blank();
            }

            Fields(model, w);
            Reading(model, json, w);
            if (model.Hierarchy is { } hierarchy) HierarchyEmitter.Write(hierarchy, w);
            w.Blank();
            Converter(model, json, w);
        }
    }

    private static void Fields(RecordModel model, SourceWriter w)
    {
        // A derived record reads its base's members together with its own.
        string access = model.Hierarchy is { IsOpen: true } ? "private protected" : "private readonly";
        for (int i = Inherited(model); i < model.Properties.Length; i++)
        {
            PropertyModel property = model.Properties[i];
            if (HasField(property))
            {
                string initial = property.Default is not { } value ? "" : Wrapper(property.Type) is null ? " = " + value : $" = new({value})";
                w.Lines($"{access} {FieldType(property)} {property.FieldName}{initial};");
            }
        }

        foreach (int word in OwnWords(model, static p => p.Presence == Presence.Optional)) w.Lines($"{access} ulong _set{Suffix(word)};");
        foreach (int word in OwnWords(model, static p => p.Presence == Presence.RequiredNullable)) w.Lines($"{access} ulong _absent{Suffix(word)};");
        if (model.Hierarchy?.Base is null) w.Lines(model.ExtraType is { } extra ? $"{access} §ExtraMembers<{extra.CSharp}> _extra;" : $"{access} §ExtraMembers _extra;");
        if (model.Hierarchy?.Base is null || model.Properties.Skip(Inherited(model)).Any(static p => HasField(p) || p.Presence == Presence.RequiredNullable)) w.Blank();
    }

    private static void Property(PropertyModel property, Bit bit, SourceWriter w)
    {
        w.Docs(property.Docs);
        w.Obsolete(property.Obsolete);
        string head = $"public {(property.Presence is Presence.Required or Presence.RequiredNullable ? "required " : "")}{property.Type.CSharp} {property.Name}";
        string field = property.FieldName;
        string value = Wrapper(property.Type) is null ? "value" : "new(value)";
        w.Lines(property.Presence switch
        {
            Presence.Optional => $$"""{{head}} { get => {{Getter(property)}}; init { {{field}} = {{value}}; {{bit.Field}} |= {{bit.Mask}}; } }""",
            _ when HasField(property) => $$"""{{head}} { get => {{Getter(property)}}; init => {{field}} = {{value}}; }""",
            _ => $$"""{{head}} { get; init; }{{(property.Default is { } initial ? $" = {initial};" : "")}}""",
        });
    }

    private static void Reading(RecordModel model, JsonCode json, SourceWriter w)
    {
        w.Lines("[§SetsRequiredMembers]");
        using (w.Open($"private {model.Name}(ref §Utf8JsonReader reader)"))
        {
            if (model.Hierarchy is { KeepsSet: false }) w.Lines("_set = 0;");
            w.Lines("var members = Converter.Members;\nmembers.Start(ref reader);\nint next = 0;");
            int[] words = [.. Words(model, static p => p.Presence != Presence.Optional)];
            foreach (int word in words) w.Lines($"ulong seen{Suffix(word)} = 0;");
            using (w.Open("while (members.Next(ref reader, ref next, out int member))"))
            using (w.Open("switch (member)"))
            {
                for (int i = 0; i < model.Properties.Length; i++)
                {
                    PropertyModel property = model.Properties[i];
                    Bit bit = BitAt(property, i);
                    string read = json.Read(property.Type);
                    string target = HasField(property) ? property.FieldName : property.Name;
                    if (Wrapper(property.Type) is not null) read = $"new({read})";
                    w.Lines($"case {i}: {target} = {read}; {bit.Seen} |= {bit.Mask}; break;");
                }

                w.Lines(model.ExtraType is { } extra ? $"default: _extra.Read(ref reader, {json.Reader(extra)}); break;" : "default: _extra.Read(ref reader); break;");
            }

            foreach (int word in Words(model, static p => p.Presence == Presence.Optional))
            {
                string mask = Mask(model.Hierarchy?.Required ?? default, word);
                if (mask != "0x0") w.Lines($"members.Require(ref reader, _set{Suffix(word)}, {mask}{(word == 0 ? "" : ", " + Text(word))});");
            }

            foreach (int word in words)
            {
                string mask = Mask(model, word, static p => p.Presence is Presence.Required or Presence.Constant);
                if (mask != "0x0") w.Lines($"members.Require(ref reader, seen{Suffix(word)}, {mask}{(word == 0 ? "" : ", " + Text(word))});");
                mask = Mask(model, word, static p => p.Presence == Presence.RequiredNullable);
                if (mask != "0x0") w.Lines($"_absent{Suffix(word)} = ~seen{Suffix(word)} & {mask};");
            }
        }
    }

    private static void Converter(RecordModel model, JsonCode json, SourceWriter w)
    {
        using (w.Open($"public {(model.Hierarchy?.Base is null ? "" : "new ")}sealed class Converter : §ModelConverter<{model.Name}>"))
        {
            string names = string.Concat(model.Properties.Select(static p => ", " + Literals.String(p.WireName)));
            w.Lines($$"""
                internal static readonly §JsonMembers Members = new({{Literals.String(model.Name)}}{{names}});
                public Converter() : base(Read, Write) { }
                """);
            bool isOpen = model.Hierarchy is { IsOpen: true };
            if (model.Hierarchy is { Switches.IsEmpty: false } hierarchy) HierarchyEmitter.Read(model, hierarchy, json, w);
            else w.Lines($"public static {model.Name} Read(ref §Utf8JsonReader reader) => new(ref reader);");
            if (isOpen) w.Lines($"public static void Write(§Utf8JsonWriter writer, {model.Name} value) => value.WriteJson(writer);");
            using (w.Open(isOpen ? $"internal static void WriteSelf(§Utf8JsonWriter writer, {model.Name} value)" : $"public static void Write(§Utf8JsonWriter writer, {model.Name} value)"))
            {
                w.Lines("var members = Members;\nwriter.WriteStartObject();");
                for (int i = 0; i < model.Properties.Length; i++) Member(model.Properties[i], i, json, w);
                w.Lines(model.ExtraType is { } extra ? $"value._extra.Write(writer, members, {json.Writer(extra)});" : "value._extra.Write(writer, members);");
                w.Lines("writer.WriteEndObject();");
            }
        }
    }

    private static void Member(PropertyModel property, int index, JsonCode json, SourceWriter w)
    {
        Bit bit = BitAt(property, index);
        string value = HasField(property) ? "value." + Getter(property) : "value." + property.Name;
        string write = $"writer.WritePropertyName(members[{Text(index)}]); {json.Write(property.Type, value)};";
        w.Lines(property.Presence switch
        {
            Presence.Optional => $$"""if ((value.{{bit.Field}} & {{bit.Mask}}) != 0) { {{write}} }""",
            Presence.RequiredNullable => $$"""if ({{value}}{{(property.Type.IsValueType ? ".HasValue" : " is not null")}} || (value._absent{{Suffix(index / 64)}} & {{bit.Mask}}) == 0) { {{write}} }""",
            _ => write,
        });
    }

    /// <summary>The value behind the property: of a wrapper, what it wraps.</summary>
    private static string Getter(PropertyModel property)
    {
        string? wrapped = Wrapper(property.Type) is null ? null : property.Type.Kind switch
        {
            TypeKind.Json => "Element",
            TypeKind.Primitive => property.Type.Runtime == "Bytes" ? "Bytes" : "Time",
            _ => "Items",
        };
        bool orNull = wrapped is not null && IsNullable(property);
        return property.FieldName + (wrapped is null ? "" : orNull ? $".{wrapped}OrNull" : "." + wrapped);
    }

    private static bool IsNullable(PropertyModel property) => property.Type.IsNullable;

    private static bool HasField(PropertyModel property) => property.Presence == Presence.Optional || Wrapper(property.Type) is not null;

    private static string FieldType(PropertyModel property) => Wrapper(property.Type) ?? property.Type.CSharp;

    /// <summary>The struct that compares by value what the synthesized equality of records would compare by reference, or is smaller than a nullable.</summary>
    private static string? Wrapper(TypeRef type) => type.Kind switch
    {
        TypeKind.List => $"§ValueList<{type.Element!.CSharp}>",
        TypeKind.Map => $"§ValueMap<{type.Key?.CSharp ?? "string"}, {type.Element!.CSharp}>",
        TypeKind.Json => "§ValueJson",
        TypeKind.Primitive when type.Runtime == "Bytes" => "§ValueBytes",
        TypeKind.Primitive when type is { Runtime: "DateTimeOffset", IsNullable: true } => "§ValueTime",
        _ => null,
    };

    private static string ExtraDictionary(RecordModel model) =>
        $"§IReadOnlyDictionary<string, {(model.ExtraType is { } extra ? extra.CSharp : "§JsonElement")}>";

    private static Bit BitAt(PropertyModel property, int index)
    {
        string suffix = Suffix(index / 64);
        string mask = MaskText(1UL << (index % 64));
        return new Bit("_set" + suffix, property.Presence == Presence.Optional ? "_set" + suffix : "seen" + suffix, mask);
    }

    private static int Inherited(RecordModel model) => model.Hierarchy?.Inherited ?? 0;

    /// <summary>The words that the base has no field for.</summary>
    private static IEnumerable<int> OwnWords(RecordModel model, System.Func<PropertyModel, bool> counts)
    {
        foreach (int word in Words(model, counts))
        {
            bool isInherited = false;
            for (int i = word * 64; i < Inherited(model) && i < (word + 1) * 64; i++) isInherited |= counts(model.Properties[i]);
            if (!isInherited) yield return word;
        }
    }

    private static IEnumerable<int> Words(RecordModel model, System.Func<PropertyModel, bool> counts)
    {
        for (int word = 0; word * 64 < model.Properties.Length; word++)
        {
            if (Mask(model, word, counts) != "0x0") yield return word;
        }
    }

    private static string Mask(RecordModel model, int word, System.Func<PropertyModel, bool> counts)
    {
        ulong mask = 0;
        for (int i = word * 64; i < model.Properties.Length && i < (word + 1) * 64; i++)
        {
            if (counts(model.Properties[i])) mask |= 1UL << (i % 64);
        }

        return MaskText(mask);
    }

    private static string Mask(EquatableArray<int> indexes, int word)
    {
        ulong mask = 0;
        foreach (int index in indexes)
        {
            if (index / 64 == word) mask |= 1UL << (index % 64);
        }

        return MaskText(mask);
    }

    private static string MaskText(ulong mask) => "0x" + mask.ToString("X", System.Globalization.CultureInfo.InvariantCulture);

    private static string Suffix(int word) => word == 0 ? "" : Text(word);

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private readonly record struct Bit(string Field, string Seen, string Mask);
}
