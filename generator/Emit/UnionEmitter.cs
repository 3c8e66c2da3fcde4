using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>
/// An anyOf or oneOf in the shape of C# 15 unions: a struct with one constructor per branch and a case for JSON that is none of
/// them. What is in it is one reference and the number of the branch; an open enum is kept as its string, so it is not boxed.
/// </summary>
internal static class UnionEmitter
{
    /// <summary>Besides the cases there is the unknown one, and that of no value.</summary>
    private const int MostInByte = 254;

    /// <summary>A call with more functions than this nobody writes; of events there are many sooner.</summary>
    private const int MostMatched = 64;

    private const int MostMatchedEvents = 16;

    /// <summary>
    /// From here on emitted code does not call the constructors: the compiler would look at each of them for each case, which takes it the
    /// square of
    /// their number.
    /// </summary>
    private const int Many = 64;

    public static bool HasMatch(bool isEvent, int cases) => cases <= (isEvent ? MostMatchedEvents : MostMatched);

    public static bool IsLarge(UnionModel model) => model.Cases.Length > Many;

    /// <summary>An expression for the union of a branch's value.</summary>
    public static string New(UnionModel model, int index, string value)
    {
        if (!IsLarge(model))
            return $"new({value})";
        return $"Of({value}{(model.Cases[index].KeepsString ? ".Value" : "")}, {(index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)})";
    }

    public static void Emit(UnionModel model, SourceWriter w)
    {
        HashSet<string> members = [.. model.Cases.Select(static c => c.Name), "Converter", "Value"];
        JsonCode json = new(w.Context.Namespace, members.Contains);
        w.Docs(model.Docs);
        w.Obsolete(model.Obsolete);
        w.Lines(w.Context.Capabilities.HasUnions ? "[§Union]\n[§JsonConverter(typeof(Converter))]" : "[§JsonConverter(typeof(Converter))]");
        using (w.Open($"{w.Access} readonly partial struct {model.Name} : §IEquatable<{model.Name}>"))
        {
            w.Lines($"private readonly object? _value;\nprivate readonly {(model.Cases.Length > MostInByte ? "ushort" : "byte")} _case;\n");
            if (IsLarge(model))
                w.Lines(
                    $$"""private {{model.Name}}(object? value, ushort number) { _value = value; _case = {{(model.Cases.Length > MostInByte ? "" : "(byte)")}}number; }"""
                        + "\n"
                );
            for (int i = 0; i < model.Cases.Length; i++)
                Case(model, model.Cases[i], i + 1, w);
            foreach (InnerCaseModel inner in model.Inner)
            {
                w.Lines(
                    $"public static implicit operator {model.Name}({inner.Type.CSharp} value) => {string.Concat(inner.Path.Select(static u => $"new {u}("))}value{new string(')', inner.Path.Length)};"
                );
            }

            if (!model.Inner.IsEmpty)
                w.Blank();
            Unknown(model, w);
            Value(model, w);
            if (HasMatch(model.Event is not null, model.Cases.Length))
                Match(model, w);
            Equality(model, w);
            if (model.Event is { } events)
                EventEmitter.Emit(model, events, w);
            w.Blank();
            using (w.Open($"public sealed class Converter : §ModelConverter<{model.Name}>"))
            {
                Tables(model, json, w);
                w.Lines("public Converter() : base(Read, Write) { }");
                if (IsLarge(model))
                    w.Lines($"internal static {model.Name} Of(object? value, ushort number) => new(value, number);");
                UnionReadEmitter.Emit(model, json, w);
                Write(model, json, w);
            }
        }
    }

    private static void Case(UnionModel model, UnionCaseModel branch, int number, SourceWriter w)
    {
        string type = branch.Type.CSharp;
        string stored =
            branch.KeepsString ? "value.Value"
            : branch.Type.IsValueType ? "value"
            : "value ?? throw new §ArgumentNullException(nameof(value))";
        w.Docs("summary", branch.Docs.Summary);
        w.Lines($$"""public {{model.Name}}({{type}} value) { _value = {{stored}}; _case = {{number}}; }""");
        w.Lines(
            $$"""
            public bool TryGetValue({{(branch.Type.IsValueType ? "" : "[§NotNullWhen(true)] ")}}out {{type}}{{(
                branch.Type.IsValueType ? "" : "?"
            )}} value)
            {
                value = _case == {{number}} ? {{Unwrap(branch)}} : default;
                return _case == {{number}};
            }
            """
        );
        string made = IsLarge(model) ? $"Converter.Of({stored}, {number})" : "new(value)";
        if (!branch.IsInterface)
            w.Lines($"public static implicit operator {model.Name}({type} value) => {made};");
        w.Blank();
    }

    private static void Unknown(UnionModel model, SourceWriter w)
    {
        string number = Unwrapped(model);
        w.Docs("summary", "JSON that is none of the cases, kept as it is.");
        w.Lines(
            $$"""
            public {{model.Name}}(§UnknownJson value) { _value = value ?? throw new §ArgumentNullException(nameof(value)); _case = {{number}}; }
            public bool TryGetValue([§NotNullWhen(true)] out §UnknownJson? value)
            {
                value = _case == {{number}} ? (§UnknownJson)_value! : null;
                return _case == {{number}};
            }
            public static implicit operator {{model.Name}}(§UnknownJson value) => new(value);

            """
        );
    }

    private static void Value(UnionModel model, SourceWriter w)
    {
        w.Docs("summary", "The value of whichever case it is; null only for the default of this type.");
        UnionCaseModel[] strings = [.. model.Cases.Where(static c => c.KeepsString)];
        if (strings.Length == 0)
            w.Lines("public object? Value => _value;");
        else
        {
            w.Lines("public object? Value => _case switch\n{");
            using (w.Indented())
            {
                for (int i = 0; i < model.Cases.Length; i++)
                {
                    if (model.Cases[i].KeepsString)
                        w.Lines($"{i + 1} => {Unwrap(model.Cases[i])},");
                }

                w.Lines("_ => _value,");
            }

            w.Lines("};");
        }

        w.Docs("summary", "False only for the default of this type.");
        w.Lines("public bool HasValue => _case != 0;");
    }

    private static void Match(UnionModel model, SourceWriter w)
    {
        IEnumerable<UnionCaseModel> cases = model.Functions.IsEmpty ? model.Cases : model.Functions.Select(i => model.Cases[i]);
        string functions = string.Concat(cases.Select(static c => $"§Func<{c.Type.CSharp}, TResult> {c.ParameterName}, "));
        w.Docs("summary", "Calls the function of the case that it is.");
        using (w.Open($"public TResult Match<TResult>({functions}§Func<§UnknownJson, TResult> unknown)"))
        {
            using (w.Open("switch (_case)"))
            {
                for (int i = 0; i < model.Cases.Length; i++)
                    w.Lines($"case {i + 1}: return {model.Cases[i].ParameterName}({Unwrap(model.Cases[i])});");
                w.Lines($"case {Unwrapped(model)}: return unknown((§UnknownJson)_value!);");
                w.Lines("default: throw new global::System.InvalidOperationException(\"The union has no value.\");");
            }
        }

        w.Blank();
    }

    private static void Equality(UnionModel model, SourceWriter w) =>
        w.Lines(
            $$"""
            public bool Equals({{model.Name}} other) => _case == other._case && §ValueEquality.Equals(_value, other._value);
            public override bool Equals(object? obj) => obj is {{model.Name}} other && Equals(other);
            public override int GetHashCode() => §ValueEquality.GetHashCode(_value);
            public override string ToString() => global::System.Convert.ToString(Value, global::System.Globalization.CultureInfo.InvariantCulture) ?? "";
            public static bool operator ==({{model.Name}} left, {{model.Name}} right) => left.Equals(right);
            public static bool operator !=({{model.Name}} left, {{model.Name}} right) => !left.Equals(right);
            """
        );

    private static void Tables(UnionModel model, JsonCode json, SourceWriter w)
    {
        if (model.Members.IsEmpty)
            return;
        string[] shapes =
        [
            .. model.Members.Select(m =>
                $"new §UnionShape({json.Qualify(m.Record)}.Converter.Members{string.Concat(m.Required.Select(static i => ", " + i))}){string.Concat(m.Values.Select(Values))}"
            ),
        ];
        if (model.Members.All(static m => m.Values.IsEmpty))
            shapes = [.. shapes.Select(static s => s.Replace("new §UnionShape(", "new("))];
        string line = string.Join(", ", shapes);
        w.Lines(
            line.Length <= 200
                ? $"private static readonly §UnionShape[] s_shapes = {{ {line} }};"
                : "private static readonly §UnionShape[] s_shapes =\n{\n    " + string.Join(",\n    ", shapes) + ",\n};"
        );
    }

    private static string Values(MemberValues values) =>
        $".{(values.IsAllowed ? "With" : "Without")}({values.Index}, {string.Join(", ", values.Values)})";

    private static void Write(UnionModel model, JsonCode json, SourceWriter w)
    {
        using (w.Open($"public static void Write(§Utf8JsonWriter writer, {model.Name} value)"))
        using (w.Open("switch (value._case)"))
        {
            for (int i = 0; i < model.Cases.Length; i++)
            {
                UnionCaseModel branch = model.Cases[i];
                string write = branch.KeepsString
                    ? "writer.WriteStringValue((string)value._value!)"
                    : json.Write(branch.Type, $"({branch.Type.CSharp})value._value!");
                w.Lines($"case {i + 1}: {write}; break;");
            }

            w.Lines($"case {Unwrapped(model)}: §UnknownJson.Write(writer, (§UnknownJson)value._value!); break;");
            w.Lines("default: writer.WriteNullValue(); break;");
        }
    }

    private static string Unwrapped(UnionModel model) =>
        (model.Cases.Length + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Unwrap(UnionCaseModel branch) =>
        branch.KeepsString ? $"new {branch.Type.Name}((string)_value!)" : $"({branch.Type.CSharp})_value!";
}
