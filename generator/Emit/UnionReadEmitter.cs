using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>The reading half of a union: the tests that the lowering has planned, as a switch over the JSON token.</summary>
internal static class UnionReadEmitter
{
    private static readonly BranchToken[] s_tokens =
    [
        BranchToken.String,
        BranchToken.Number,
        BranchToken.Boolean,
        BranchToken.Array,
        BranchToken.Object,
    ];

    public static void Emit(UnionModel model, JsonCode json, SourceWriter w)
    {
        using (w.Open($"public static {model.Name} Read(ref §Utf8JsonReader reader)"))
        {
            using (w.Open("switch (reader.TokenType)"))
            {
                w.Lines("case §JsonTokenType.Null: return default;");
                foreach (BranchToken token in s_tokens)
                {
                    BranchTest[] tests = [.. model.Tests.Where(t => t.Token == token)];
                    if (tests.Length == 0 && (token != BranchToken.Object || model.Members.IsEmpty))
                        continue;
                    using (w.Open(Labels(token)))
                    {
                        if (!Group(model, token, tests, json, w))
                            w.Lines("break;");
                    }
                }
            }

            w.Lines("return new(§UnknownJson.Read(ref reader));");
        }
    }

    private static string Labels(BranchToken token) =>
        token switch
        {
            BranchToken.String => "case §JsonTokenType.String:",
            BranchToken.Number => "case §JsonTokenType.Number:",
            BranchToken.Boolean => "case §JsonTokenType.True:\ncase §JsonTokenType.False:",
            BranchToken.Array => "case §JsonTokenType.StartArray:",
            _ => "case §JsonTokenType.StartObject:",
        };

    /// <summary>Returns whether every path returns.</summary>
    private static bool Group(UnionModel model, BranchToken token, IReadOnlyList<BranchTest> tests, JsonCode json, SourceWriter w)
    {
        BranchTest[] named = [.. tests.Where(static t => t.Kind == BranchTestKind.Discriminator)];
        BranchTest? none = tests.FirstOrDefault(static t => t.Kind == BranchTestKind.None);
        if (named.Length > 0 || none is not null)
        {
            using (w.Open($"switch (§JsonUnion.PeekString(reader, {model.Discriminator}))"))
            {
                foreach (BranchTest test in named)
                {
                    w.Lines($"{string.Join(" ", test.Values.Select(static v => $"case {v}:"))} return {Read(model, test.Case, json)};");
                }

                if (none is not null)
                    w.Lines(
                        $"case null:{string.Concat(none.Values.Select(static v => $" case {v}:"))} break;\ndefault: return new(§UnknownJson.Read(ref reader));"
                    );
            }
        }

        if (token == BranchToken.Object && !model.Members.IsEmpty)
            Members(model, json, w);
        foreach (BranchTest test in tests.Where(static t => t.Case >= 0))
        {
            UnionCaseModel branch = model.Cases[test.Case];
            switch (test.Kind)
            {
                case BranchTestKind.Always:
                    w.Lines($"return {Read(model, test.Case, json)};");
                    return true;
                case BranchTestKind.KnownValue:
                    w.Lines(
                        test.Enum is { } inner
                            ? $"if ({json.Qualify(inner)}.Converter.Table.Matches(ref reader)) return {Read(model, test.Case, json)};"
                        : branch.KeepsString
                            ? $"if ({json.Converter(branch.Type)}.Table.Matches(ref reader)) return {Read(model, test.Case, json)};"
                        : $"{{ if (§JsonUnion.TryRead(ref reader, {json.Reader(branch.Type)}, out {branch.Type.CSharp} value) && value.IsKnown) return {UnionEmitter.New(model, test.Case, "value")}; }}"
                    );
                    break;
                case BranchTestKind.Try:
                    w.Lines(Try(model, test.Case, json));
                    break;
                default:
                    break;
            }
        }

        return false;
    }

    /// <summary>The branches in the order in which the members that are there fit them; the first that reads is taken.</summary>
    private static void Members(UnionModel model, JsonCode json, SourceWriter w)
    {
        bool isLarge = model.Members.Length > 64; // bits
        if (!isLarge)
            w.Lines(
                model.IsSole
                    ? $"ulong left = §JsonUnion.Sole(reader, {model.Discriminator}, s_shapes);"
                    : "ulong left = §JsonUnion.All(s_shapes);"
            );
        using (
            w.Open(
                isLarge
                    ? "foreach (int best in §JsonUnion.Ranked(reader, s_shapes))"
                    : "while (§JsonUnion.Best(reader, s_shapes, ref left, out int best))"
            )
        )
        using (w.Open("switch (best)"))
        {
            // Several records may be of one branch, which is a union then.
            foreach (IGrouping<int, int> branch in Enumerable.Range(0, model.Members.Length).GroupBy(i => model.Members[i].Case))
            {
                w.Lines(
                    $"{string.Join(" ", branch.Select(static i => $"case {i.ToString(System.Globalization.CultureInfo.InvariantCulture)}:"))} {Try(model, branch.Key, json, isShape: true)} break;"
                );
            }
        }
    }

    /// <param name="isShape">Whether the branch is tried for the members of a record in it.</param>
    private static string Try(UnionModel model, int index, JsonCode json, bool isShape = false)
    {
        UnionCaseModel branch = model.Cases[index];
        string number = (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        string value = "value" + number;
        if (branch.Type.Runtime == TypeRef.Union)
        {
            if (isShape)
                number += "Fitting";
            value = "value" + number;

            // A union can be read from anything: what it does not know may be another branch.
            string copy = "copy" + number;
            return $$"""{ §Utf8JsonReader {{copy}} = reader; if (§JsonUnion.TryRead(ref {{copy}}, {{json.Reader(branch.Type)}}, out {{branch.Type.CSharp}} {{value}}) && {{value}}.Value is not §UnknownJson) { reader = {{copy}}; return {{UnionEmitter.New(model, index, value)}}; } }""";
        }

        return $"if (§JsonUnion.TryRead(ref reader, {json.Reader(branch.Type)}, out {branch.Type.CSharp}{(branch.Type.IsValueType ? "" : "?")} {value})) return {UnionEmitter.New(model, index, value + (branch.Type.IsValueType ? "" : "!"))};";
    }

    private static string Read(UnionModel model, int index, JsonCode json) =>
        UnionEmitter.New(model, index, json.Read(model.Cases[index].Type));
}
