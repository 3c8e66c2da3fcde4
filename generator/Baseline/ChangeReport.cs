using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Lowering;
using OpenApiGen.Generator.Lowering.Operations;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Baseline;

/// <summary>Everything that an update changes for the code that uses the API, each change once, in the order of the descriptions.</summary>
internal sealed class ChangeReport
{
    private ChangeReport(ApiMatch match)
    {
        Match = match;
        Reach = new ApiReach(match.New);
    }

    public ApiMatch Match { get; }

    public ApiReach Reach { get; }

    public List<ApiChange> Changes { get; } = [];

    /// <summary>What a call of the operation meets, as parts of a sentence: why its earlier form is there no more.</summary>
    public Dictionary<OperationDeclaration, List<string>> Notes { get; } = [];

    public static ChangeReport Of(ApiMatch match)
    {
        ChangeReport report = new(match);
        new ComponentChanges(report).Report();
        foreach ((TypeDeclaration old, TypeDeclaration now) in match.Types)
            new TypeChanges(report).Report(old, now);
        OperationChanges operations = new(report);
        foreach (OperationDeclaration old in match.Old.Operations)
        {
            match.Old.Context.CancellationToken.ThrowIfCancellationRequested();
            operations.Report(old, match.Operations.TryGetValue(old, out OperationDeclaration? now) ? now : null);
        }

        HashSet<OperationDeclaration> known = [.. match.Operations.Values];
        foreach (OperationDeclaration added in match.New.Operations.Where(o => !known.Contains(o)))
            report.Add(ChangeDescriptors.AddedOperation, added.Place, null, OperationChanges.Name(added), added.Method + " " + added.Path);
        new EventChanges(report).Report();
        new AccessChanges(report).Report();
        SignatureOrder.Keep(report);
        return report;
    }

    public void Add(DiagnosticDescriptor descriptor, SpecPointer? now, SpecPointer? old, params string[] arguments) =>
        Changes.Add(new ApiChange(descriptor, now, old, arguments));

    /// <summary>The C# type as it stands in a signature.</summary>
    public static string Text(SchemaUse use) => TypeModels.Ref(use).CSharp.Replace("§", "");

    /// <summary>
    /// Whether two uses are the same type, both versions of a type being one; whether null is a value of the whole is another matter.
    /// </summary>
    public bool IsSame(SchemaUse old, SchemaUse now) =>
        (old.Shape, now.Shape) switch
        {
            (PrimitiveShape one, PrimitiveShape other) => one.Primitive.CSharp == other.Primitive.CSharp,
            (ListShape one, ListShape other) => one.Item.Nullable == other.Item.Nullable && IsSame(one.Item, other.Item),
            (MapShape one, MapShape other) => one.Value.Nullable == other.Value.Nullable
                && IsSame(one.Value, other.Value)
                && (one.Key, other.Key) switch
                {
                    (null, null) => true,
                    ({ } key, { } keyNow) => IsSame(new SchemaUse(key, false), new SchemaUse(keyNow, false)),
                    _ => false,
                },
            (DeclaredShape one, DeclaredShape other) => Match.After(one.Declaration) == other.Declaration,
            (JsonShape, JsonShape) => true,
            _ => false,
        };
}
