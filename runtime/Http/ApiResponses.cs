using OpenApiGen.Json;

namespace OpenApiGen.Http;

/// <summary>
/// What an operation without a result may return: any 2xx is success and its body is not read. Built once, in a static field of
/// emitted code; not changed after its first use. An exact status goes before a range, a range before the default.
/// </summary>
public sealed class ApiResponses
{
    internal ResponseTable Table { get; } = new(hasResult: false);

    /// <summary>A documented error of one status: <see cref="ApiException{TError}"/>.</summary>
    /// <typeparam name="TError">The body's type.</typeparam>
    /// <param name="status">100 to 999.</param>
    /// <param name="read">Reads the body.</param>
    public ApiResponses Error<TError>(int status, JsonReadFunc<TError> read) =>
        Add(ResponseTable.Exact(status), new ErrorRule<TError>(read));

    /// <summary>A documented error of a range such as <c>4XX</c>.</summary>
    /// <typeparam name="TError">The body's type.</typeparam>
    /// <param name="hundreds">1 to 5: the range's first digit.</param>
    /// <param name="read">Reads the body.</param>
    public ApiResponses ErrorRange<TError>(int hundreds, JsonReadFunc<TError> read) =>
        Add(ResponseTable.Range(hundreds), new ErrorRule<TError>(read));

    /// <summary>The <c>default</c> response as an error: every status that is not 2xx and not given otherwise.</summary>
    /// <typeparam name="TError">The body's type.</typeparam>
    /// <param name="read">Reads the body.</param>
    public ApiResponses ErrorDefault<TError>(JsonReadFunc<TError> read) => Add(ResponseTable.ErrorDefault, new ErrorRule<TError>(read));

    private ApiResponses Add(int key, ResponseRule rule)
    {
        Table.Add(key, rule);
        return this;
    }
}
