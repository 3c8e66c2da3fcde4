using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace OpenApiGen.Generator.Tests.Infrastructure;

/// <summary>The named steps of the pipeline, as the driver recorded them.</summary>
internal static class TrackedSteps
{
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(TrackingNames)
            .GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            .Where(static field => field.IsLiteral && field.FieldType == typeof(string))
            .Select(static field => (string)field.GetRawConstantValue()!),
    ];

    /// <summary>No named step, and no output, did anything.</summary>
    public static void AssertNothingRan(GeneratorRun run)
    {
        foreach (string name in Names)
            AssertReasons(run, name, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
        foreach (IncrementalGeneratorRunStep step in run.Result.TrackedOutputSteps.Values.SelectMany(static steps => steps))
        {
            AssertReasons("output", step, IncrementalStepRunReason.Cached);
        }
    }

    public static void AssertReasons(GeneratorRun run, string name, params IncrementalStepRunReason[] allowed)
    {
        if (!run.Result.TrackedSteps.TryGetValue(name, out ImmutableArray<IncrementalGeneratorRunStep> steps))
            return;
        foreach (IncrementalGeneratorRunStep step in steps)
            AssertReasons(name, step, allowed);
    }

    /// <summary>Steps that no document reached are absent; a name that is never tracked at all is a renamed step.</summary>
    public static void AssertTracked(GeneratorRun run, params string[] names)
    {
        foreach (string name in names)
            Assert.True(run.Result.TrackedSteps.ContainsKey(name), $"No step is named '{name}'.");
    }

    private static void AssertReasons(string name, IncrementalGeneratorRunStep step, params IncrementalStepRunReason[] allowed)
    {
        foreach ((object value, IncrementalStepRunReason reason) in step.Outputs)
        {
            string text = value.ToString() ?? "";
            Assert.True(
                allowed.Contains(reason),
                $"Step '{name}' was {reason}, not {string.Join(" or ", allowed)}: {(text.Length > 300 ? text[..300] : text)}"
            );
        }
    }
}
