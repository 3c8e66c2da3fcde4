using System;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace OpenApiGen.Generator;

/// <summary>
/// Microsoft.OpenApi reads a document by recursion, some kilobytes for each schema inside another. What is nested far deeper than real
/// descriptions are is worked on with a stack that is large enough for all that <see cref="Text.SpecLimits.Depth"/> lets in.
/// </summary>
internal static class DeepStack
{
    /// <summary>The deepest of some 3,000 real descriptions has 40 levels.</summary>
    private const int UsualDepth = 64;

    private const int StackSize = 32 * 1024 * 1024;

    /// <param name="depth">How deep mappings and sequences are inside each other in what is worked on.</param>
    public static T Run<T>(int depth, Func<T> work)
    {
        if (depth <= UsualDepth)
            return work();
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        Thread thread = new(
            () =>
            {
                try
                {
                    result = work();
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            StackSize
        );
#pragma warning disable RS0030 // the one place: nothing else runs until this thread has ended
        thread.Start();
#pragma warning restore RS0030
        thread.Join();
        failure?.Throw();
        return result;
    }
}
