using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>A whole type that is no more. Its members are there without a word of their own: the type's is enough.</summary>
internal static class RemovedTypeEmitter
{
    public static void Emit(RemovedTypeModel model, SourceWriter w)
    {
        w.Removed(model.Message);
        if (model.Type is ClosedEnumModel closed)
        {
            w.Lines($"{w.Access} enum {closed.Name} {{ {string.Join(", ", closed.Values.Select(static v => v.Name))} }}");
            return;
        }

        string kind = model.Type is RecordModel or TupleModel ? "sealed partial record" : "readonly partial struct";
        using (w.Open($"{w.Access} {kind} {model.Type.Name}"))
        {
            switch (model.Type)
            {
                case RecordModel record:
                    Record(record, w);
                    break;
                case EnumModel enumeration:
                    Enum(enumeration, w);
                    break;
                case TupleModel tuple:
                    Tuple(tuple, w);
                    break;
                case UnionModel union:
                    Union(union, w);
                    break;
            }

            foreach (string union in model.ConvertsTo.Where(u => u != model.Type.Name && u != model.RenamedTo))
                w.Lines($"public static implicit operator {union}({model.Type.Name} value) => default;");
            if (model.RenamedTo is not { } now || now == model.Type.Name || now == "object")
                return;
            w.Lines($"public static implicit operator {model.Type.Name}({now} value) => default!;");
            w.Lines($"public static implicit operator {now}({model.Type.Name} value) => default!;");
        }
    }

    private static void Record(RecordModel model, SourceWriter w)
    {
        foreach (PropertyModel property in model.Properties)
            w.Lines($$"""public {{property.Type.CSharp}} {{property.Name}} { get; init; }""");
        string value = model.ExtraType is { } extra ? extra.CSharp : "§JsonElement";
        w.Lines($$"""public §IReadOnlyDictionary<string, {{value}}> {{model.ExtraName}} { get; init; }""");
    }

    private static void Tuple(TupleModel model, SourceWriter w)
    {
        foreach (PropertyModel item in model.Items)
            w.Lines($$"""public {{item.Type.CSharp}} {{item.Name}} { get; init; }""");
        w.Lines($$"""public §IReadOnlyList<{{model.RestType.CSharp}}> {{model.RestName}} { get; init; }""");
    }

    private static void Enum(EnumModel model, SourceWriter w)
    {
        foreach (EnumValueModel value in model.Values)
            w.Lines($"public static {model.Name} {value.Name} => default;");
        using (w.Open("public static class Values"))
        {
            foreach (EnumValueModel value in model.Values)
                w.Lines($"public const {model.Underlying} {value.Name} = {value.Literal};");
        }

        w.Lines(
            $$"""
            public {{model.Name}}({{model.Underlying}} value) { }
            public static §IReadOnlyList<{{model.Name}}> Known => null!;
            public {{model.Underlying}} Value => default!;
            public bool IsKnown => false;
            """
        );
        Equality(model.Name, w);
    }

    private static void Union(UnionModel model, SourceWriter w)
    {
        HashSet<string> types = ["object"];
        foreach (UnionCaseModel branch in model.Cases.Where(b => types.Add(b.Type.Name)))
            Case(model.Name, branch.Type, !branch.IsInterface, withConstructor: true, null, w);
        Case(model.Name, new TypeRef(TypeKind.Json, "§UnknownJson", false, false), true, withConstructor: true, null, w);
        w.Lines("public object? Value => null;\npublic bool HasValue => false;");
        if (UnionEmitter.HasMatch(model.Event is not null, model.Cases.Length))
            w.Lines($"public TResult Match<TResult>({Functions(model.Cases)}) => default!;");
        if (model.Event is not null)
        {
            w.Lines(
                $$"""
                public static {{model.Name}} Parse(§ReadOnlySpan<byte> utf8Json) => default;
                public static §Task<{{model.Name}}> ParseAsync(§Stream utf8Json, §CancellationToken cancellationToken = default) => null!;
                public static §Task<{{model.Name}}> ParseAsync(§Stream utf8Json, int maxLength, §CancellationToken cancellationToken = default) => null!;
                public string? EventType => null;
                """
            );
        }

        Equality(model.Name, w);
    }

    /// <summary>What a union has for a case.</summary>
    public static void Case(string union, TypeRef type, bool hasConversion, bool withConstructor, string? message, SourceWriter w)
    {
        if (withConstructor)
        {
            if (message is not null)
                w.Removed(message);
            w.Lines($$"""public {{union}}({{type.CSharp}} value) : this() { }""");
        }

        if (message is not null)
            w.Removed(message);
        w.Lines(
            $$"""public bool TryGetValue({{(type.IsValueType ? "" : "[§NotNullWhen(true)] ")}}out {{type.CSharp}}{{(type.IsValueType ? "" : "?")}} value) { value = default; return false; }"""
        );
        if (!hasConversion)
            return;
        if (message is not null)
            w.Removed(message);
        w.Lines($"public static implicit operator {union}({type.CSharp} value) => default;");
    }

    /// <summary>The parameters of <c>Match</c>.</summary>
    public static string Functions(IEnumerable<UnionCaseModel> cases) =>
        string.Concat(cases.Select(static c => $"§Func<{c.Type.CSharp}, TResult> {c.ParameterName}, "))
        + "§Func<§UnknownJson, TResult> unknown";

    private static void Equality(string name, SourceWriter w) =>
        w.Lines(
            $$"""
            public bool Equals({{name}} other) => false;
            public override bool Equals(object? obj) => false;
            public override int GetHashCode() => 0;
            public static bool operator ==({{name}} left, {{name}} right) => false;
            public static bool operator !=({{name}} left, {{name}} right) => true;
            """
        );
}
