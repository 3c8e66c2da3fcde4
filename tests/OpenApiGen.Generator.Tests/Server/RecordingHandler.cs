using System.Reflection;

namespace OpenApiGen.Generator.Tests.Server;

/// <summary>A handler of any group: notes what it is called with, and answers as it is told.</summary>
public class RecordingHandler : DispatchProxy
{
    /// <summary>Given the method and its arguments.</summary>
    public Func<MethodInfo, object?[], Task<object>> Answer { get; set; } = static (_, _) => throw new InvalidOperationException();

    public static object Of(Type handler, Func<MethodInfo, object?[], Task<object>> answer)
    {
        object proxy = Create(handler, typeof(RecordingHandler));
        ((RecordingHandler)proxy).Answer = answer;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        Type result = targetMethod!.ReturnType.GetGenericArguments()[0];
        return typeof(RecordingHandler)
            .GetMethod(nameof(CastAsync), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(result)
            .Invoke(null, [Answer(targetMethod, args!)]);
    }

    private static async Task<T> CastAsync<T>(Task<object> answer) => (T)await answer;
}
