using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>
/// An object as a sealed record. Each member has a field, and one that may be absent a bit that says whether it was set. The reading
/// constructor fills
/// both, so that nothing else may leave them inconsistent. What could not be read is kept beside the members that are not declared
/// (<c>_extra</c>).
/// </summary>
internal static class RecordEmitter
{
    private const int MostColumns = 120;

    public static void Emit(RecordModel model, SourceWriter w)
    {
        HashSet<string> members = [.. model.Properties.Select(static p => p.Name), model.ExtraName, "Converter"];
        JsonCode json = new(w.Context.Namespace, members.Contains);

        w.Docs(model.Docs);
        w.Obsolete(model.Obsolete);
        w.Lines("[§JsonConverter(typeof(Converter))]");
        using (w.Open(HierarchyEmitter.Head(model, w.Access)))
        {
            HierarchyEmitter.Constructors(model, Constants(model), w);
            for (int i = Inherited(model); i < model.Properties.Length; i++)
            {
                w.Blank();
                Property(model.Properties[i], i, w);
            }

            w.Blank();
            if (model.Hierarchy?.Base is null)
            {
                w.Docs("summary", "Members that the description does not declare.");
                w.Lines(
                    $$"""
                    public {{ExtraDictionary(model)}} {{model.ExtraName}} { get => _extra.Items; init => _extra.Items = value; }
                    §IReadOnlyList<§ApiFault> §IApiRecord.Faults => _extra.Faults;

                    """
                );
            }

            Fields(model, json, w);
            Reading(model, json, w);
            w.Blank();
            w.Lines(
                $"{Printing(model)} bool PrintMembers(§StringBuilder builder) => {(model.Hierarchy?.Base is null ? "§JsonWrite.Print(builder, this, Converter.Write)" : "base.PrintMembers(builder)")};"
            );
            if (model.Hierarchy is { } hierarchy)
                HierarchyEmitter.Write(hierarchy, w);
            w.Blank();
            Converter(model, json, w);
        }
    }

    /// <summary>A new object has the members of which there is one value: their bits are set. A base does this for its own.</summary>
    private static string Constants(RecordModel model)
    {
        string sets = "";
        foreach (int word in Words(model, IsSetAtFirst))
        {
            ulong mask = 0;
            for (int i = System.Math.Max(word * 64, Inherited(model)); i < model.Properties.Length && i < (word + 1) * 64; i++)
            {
                if (IsSetAtFirst(model.Properties[i]))
                    mask |= 1UL << (i % 64);
            }

            if (mask != 0)
                sets += $"_set{Suffix(word)} {(Inherited(model) > 0 ? "|=" : "=")} {MaskText(mask)}; ";
        }

        return sets;
    }

    private static void Fields(RecordModel model, JsonCode json, SourceWriter w)
    {
        // A derived record reads its base's members together with its own.
        string access = model.Hierarchy is { IsOpen: true } ? "private protected" : "private readonly";
        foreach (
            var group in Enumerable
                .Range(Inherited(model), model.Properties.Length - Inherited(model))
                .Select(i => new RecordField(model.Properties[i], i))
                .GroupBy(static f => f.CSharp)
        )
        {
            string head = $"{access} {group.Key} ",
                line = head;
            foreach (RecordField field in group)
            {
                bool isFirst = line.Length == head.Length;
                if (!isFirst && line.Length + field.Declarator.Length > MostColumns)
                {
                    w.Lines(line + ";");
                    (line, isFirst) = (head, true);
                }

                line += (isFirst ? "" : ", ") + field.Declarator;
            }

            w.Lines(line + ";");
        }

        foreach (PropertyModel property in model.Properties.Skip(Inherited(model)))
        {
            TypeRef type = property.Type.WithNullable(false);
            if (property.Shared is { } shared)
                w.Lines(
                    $"private static readonly {type.CSharp} {shared.FieldName} = global::OpenApiGen.Json.JsonRoot.Read({shared.Literal}, {json.Reader(type)});"
                );
        }

        // Records of a hierarchy share the bits, however many members each has.
        string word = model.Hierarchy is null && model.Properties.Length <= 32 ? "uint" : "ulong";
        foreach (int i in OwnWords(model, HasSetBit))
            w.Lines($"{access} {word} _set{Suffix(i)};");
        if (model.Hierarchy?.Base is null)
            w.Lines(model.ExtraType is { } extra ? $"{access} §ExtraMembers<{extra.CSharp}> _extra;" : $"{access} §ExtraMembers _extra;");
        if (model.Hierarchy?.Base is null || model.Properties.Length > Inherited(model))
            w.Blank();
    }

    private static void Property(PropertyModel property, int index, SourceWriter w)
    {
        w.Docs(property.Docs);
        w.Obsolete(property.Obsolete);
        RecordField field = new(property, index);
        string head =
            $"public {(property.Presence is Presence.Required or Presence.RequiredNullable ? "required " : "")}{property.Type.CSharp} {property.Name}";
        string bits = "_set" + Suffix(index / 64);
        w.Lines(
            $$"""{{head}} { get => {{field.Get($"({bits} & {Mask(index)}) != 0")}}; init => {{field.Target}} = {{field.Set(bits)}}; }"""
        );
    }

    private static void Reading(RecordModel model, JsonCode json, SourceWriter w)
    {
        int words = (model.Properties.Length + 63) / 64;
        w.Lines("[§SetsRequiredMembers]");
        using (w.Open($"private {model.Name}(ref §Utf8JsonReader reader)"))
        {
            w.Lines("var members = Converter.Members;\nint next = members.Start(ref reader);");
            w.Lines(
                words > 1
                    ? $$"""§Span<ulong> seen = stackalloc ulong[] { {{string.Join(", ", Enumerable.Repeat("0", words))}} };"""
                    : "ulong seen = 0;"
            );
            using (
                w.Open(
                    $"while (members.Next(ref reader, ref next, {(words > 1 ? "" : "ref ")}seen, out int member)) try",
                    "}\ncatch (§Exception e) when (members.Keep(ref reader, e)) { }"
                )
            )
            using (w.Open("switch (member)"))
            {
                for (int i = 0; i < model.Properties.Length; i++)
                {
                    RecordField field = new(model.Properties[i], i);
                    w.Lines($"case {Text(i)}: {field.Target} = {field.Read(json)}; break;");
                }

                w.Lines(
                    model.ExtraType is { } extra
                        ? $"default: _extra.Read(ref reader, {json.Reader(extra)}); break;"
                        : "default: _extra.Read(ref reader); break;"
                );
            }

            // Also where nothing is declared: an object that has begun has to end.
            for (int i = System.Math.Max(words - 1, 0); i >= 0; i--)
            {
                string mask = Mask(model, i, MustBeThere, model.Hierarchy?.Required ?? default);
                w.Lines(
                    i > 0
                        ? $"members.Require(ref reader, next, ref {Seen(words, i)}, {mask}, {Text(i)});"
                        : $"members.End(ref reader, next, ref {Seen(words, i)}, {mask}, ref _extra);"
                );
            }

            string narrow = model.Hierarchy is null && model.Properties.Length <= 32 ? "(uint)" : "";
            foreach (int i in Words(model, HasSetBit))
                w.Lines($"_set{Suffix(i)} = {narrow}{Seen(words, i)} & {Mask(model, i, HasSetBit)};");
        }
    }

    private static void Converter(RecordModel model, JsonCode json, SourceWriter w)
    {
        using (w.Open($"public {(model.Hierarchy?.Base is null ? "" : "new ")}sealed class Converter : §ModelConverter<{model.Name}>"))
        {
            string names = string.Concat(model.Properties.Select(static p => ", " + Literals.String(p.WireName)));
            w.Lines(
                $$"""
                internal static readonly §JsonMembers Members = new({{Literals.String(model.Name)}}{{names}});
                public Converter() : base(Read, Write) { }
                """
            );
            bool isOpen = model.Hierarchy is { IsOpen: true };
            if (model.Hierarchy is { Switches.IsEmpty: false } hierarchy)
                HierarchyEmitter.Read(model, hierarchy, json, w);
            else
                w.Lines($"public static {model.Name} Read(ref §Utf8JsonReader reader) => new(ref reader);");
            if (isOpen)
                w.Lines($"public static void Write(§Utf8JsonWriter writer, {model.Name} value) => value.WriteJson(writer);");
            using (
                w.Open(
                    isOpen
                        ? $"internal static void WriteSelf(§Utf8JsonWriter writer, {model.Name} value)"
                        : $"public static void Write(§Utf8JsonWriter writer, {model.Name} value)"
                )
            )
            {
                w.Lines("var members = Members;");
                for (int i = 0; i * 64 < model.Properties.Length; i++)
                    w.Lines($"var set{Suffix(i)} = value._extra.Written({Written(model, i)}{(i == 0 ? "" : ", " + Text(i))});");
                w.Lines("writer.WriteStartObject();");
                for (int i = 0; i < model.Properties.Length; i++)
                    Member(model.Properties[i], i, json, w);
                w.Lines(
                    model.ExtraType is { } extra
                        ? $"value._extra.Write(writer, members, {json.Writer(extra)});"
                        : "value._extra.Write(writer, members);"
                );
                w.Lines("writer.WriteEndObject();");
            }
        }
    }

    private static void Member(PropertyModel property, int index, JsonCode json, SourceWriter w)
    {
        string write = new RecordField(property, index).Write(json, $"members[{Text(index)}]", "value") + ";";
        string condition = $"if (set{Suffix(index / 64)}[{Text(index % 64)}])";
        w.Lines(write.IndexOf(';') < write.Length - 1 ? $$"""{{condition}} { {{write}} }""" : $"{condition} {write}");
    }

    /// <summary>The bits of the members that are written: those that are set, and those that always are.</summary>
    private static string Written(RecordModel model, int word)
    {
        string always = Mask(model, word, MustBeThere);
        if (Mask(model, word, HasSetBit) == "0x0")
            return always;
        return $"value._set{Suffix(word)}{(always == "0x0" ? "" : " | " + always)}";
    }

    private static string Printing(RecordModel model) =>
        model.Hierarchy switch
        {
            null => "private",
            { Base: null } => "protected virtual",
            _ => "protected override",
        };

    private static string ExtraDictionary(RecordModel model) =>
        $"§IReadOnlyDictionary<string, {(model.ExtraType is { } extra ? extra.CSharp : "§JsonElement")}>";

    private static bool MustBeThere(PropertyModel property) =>
        property is { Presence: Presence.Required or Presence.Constant, MayBeMissing: false };

    private static bool IsSetAtFirst(PropertyModel property) => property.IsConstant || property.MayBeMissing;

    private static bool HasSetBit(PropertyModel property) => new RecordField(property, 0).HasSetBit;

    private static int Inherited(RecordModel model) => model.Hierarchy?.Inherited ?? 0;

    /// <summary>The words that the base has no field for.</summary>
    private static IEnumerable<int> OwnWords(RecordModel model, System.Func<PropertyModel, bool> counts)
    {
        foreach (int word in Words(model, counts))
        {
            bool isInherited = false;
            for (int i = word * 64; i < Inherited(model) && i < (word + 1) * 64; i++)
                isInherited |= counts(model.Properties[i]);
            if (!isInherited)
                yield return word;
        }
    }

    private static IEnumerable<int> Words(RecordModel model, System.Func<PropertyModel, bool> counts)
    {
        for (int word = 0; word * 64 < model.Properties.Length; word++)
        {
            if (Mask(model, word, counts) != "0x0")
                yield return word;
        }
    }

    private static string Mask(RecordModel model, int word, System.Func<PropertyModel, bool> counts, EquatableArray<int> others = default)
    {
        ulong mask = 0;
        for (int i = word * 64; i < model.Properties.Length && i < (word + 1) * 64; i++)
        {
            if (counts(model.Properties[i]))
                mask |= 1UL << (i % 64);
        }

        foreach (int index in others)
        {
            if (index / 64 == word)
                mask |= 1UL << (index % 64);
        }

        return MaskText(mask);
    }

    private static string Mask(int index) => MaskText(1UL << (index % 64));

    private static string MaskText(ulong mask) => "0x" + mask.ToString("X", System.Globalization.CultureInfo.InvariantCulture);

    private static string Seen(int words, int word) => words > 1 ? $"seen[{Text(word)}]" : "seen";

    private static string Suffix(int word) => word == 0 ? "" : Text(word);

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
