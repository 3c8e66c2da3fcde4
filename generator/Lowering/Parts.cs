using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering;

/// <summary>
/// The parts of a description that are left out where the generator fails on them: an operation, a component, what a webhook sends. A part
/// that
/// fails is noted, and the description is lowered once more without it, so that nothing half done of it is left in the others.
/// </summary>
internal sealed class Parts
{
    /// <summary>Each run leaves out at least one part more; a description on which that goes on is given up as a whole.</summary>
    private const int MostRuns = 10;

    private readonly Dictionary<string, Exception> _leftOut = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Exception> _failed = new(StringComparer.Ordinal);
    private SpecPointer? _current;

    /// <summary>Is told of each part that is begun: tests make a part fail with it.</summary>
    internal static AsyncLocal<Action<string>?> Begun { get; } = new();

    /// <summary>The part that is worked on; null for what belongs to none.</summary>
    public SpecPointer? Current => _current;

    /// <summary>What is said of the parts that were left out.</summary>
    public IEnumerable<SpecDiagnostic> Diagnostics =>
        _leftOut.Select(static f =>
            SpecDiagnostic.AtKey(
                DiagnosticDescriptors.PartFailure,
                f.Key,
                f.Key.Length > 300 ? f.Key.Substring(0, 300) : f.Key,
                f.Value.GetType().Name,
                f.Value.Message
            )
        );

    /// <summary>Lowers a description, without the parts that fail.</summary>
    /// <param name="lower">One run; what it gives is forgotten where a part failed in it.</param>
    public T Run<T>(Func<T> lower)
    {
        for (int run = 1; ; run++)
        {
            T result = default!;
            _failed.Clear();
            try
            {
                result = lower();
            }
            catch (Exception failure) when (IsOurs(failure) && _failed.Count > 0 && run < MostRuns)
            {
                // A part failed before this did: it may well be why.
            }

            if (_failed.Count == 0)
                return result;
            if (run >= MostRuns)
                throw _failed.Values.First();
            foreach (KeyValuePair<string, Exception> part in _failed)
                _leftOut[part.Key] = part.Value;
        }
    }

    public bool IsLeftOut(SpecPointer place) => _leftOut.Count > 0 && _leftOut.ContainsKey(place.ToString());

    /// <summary>Begins a part, or goes on with one.</summary>
    /// <returns>What was worked on before, for <see cref="Leave"/>.</returns>
    public SpecPointer? Enter(SpecPointer? part)
    {
        SpecPointer? before = _current;
        _current = part;
        return before;
    }

    /// <summary>Tells a test.</summary>
    public void Begin(SpecPointer part)
    {
        if (Begun.Value is { } begun && !IsLeftOut(part))
            begun(part.ToString());
    }

    public void Leave(SpecPointer? before) => _current = before;

    /// <summary>
    /// Whether an exception is the failure of the part that is worked on, which is then noted. For the filter of a <c>catch</c> within the
    /// part.
    /// </summary>
    public bool HasFailed(Exception failure)
    {
        if (_current is null || !IsOurs(failure))
            return false;
        _failed[_current.ToString()] = failure;
        return true;
    }

    /// <summary>Does what belongs to a part; nothing where it is left out or fails.</summary>
    public T? Try<T>(SpecPointer? part, Func<T?> work)
        where T : class
    {
        SpecPointer? before = Enter(part);
        try
        {
            if (part is not null)
                Begin(part);
            return work();
        }
        catch (Exception failure) when (HasFailed(failure))
        {
            return null;
        }
        finally
        {
            Leave(before);
        }
    }

    /// <summary>Neither that the build is cancelled nor that a bound is reached is a failure.</summary>
    private static bool IsOurs(Exception failure) => failure is not (OperationCanceledException or BudgetExceededException);
}
