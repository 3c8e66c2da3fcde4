using OpenApiGen.Json;

namespace OpenApiGen.Http;

/// <summary>
/// What an operation may return, and how each response becomes its result or an exception. Built once, in a static field of emitted
/// code; not changed after its first use. An exact status goes before a range, a range before the default.
/// </summary>
/// <typeparam name="T">The operation's result.</typeparam>
public sealed class ApiResponses<T>
{
    internal ResponseTable Table { get; } = new(hasResult: true);

    /// <summary>A success with a JSON body.</summary>
    /// <param name="status">100 to 999.</param>
    /// <param name="read">Reads the body.</param>
    public ApiResponses<T> Json(int status, JsonReadFunc<T> read) => Add(ResponseTable.Exact(status), new SuccessRule<T>(read));

    /// <summary>Successes of a range such as <c>2XX</c> with a JSON body.</summary>
    /// <param name="hundreds">1 to 5: the range's first digit.</param>
    /// <param name="read">Reads the body.</param>
    public ApiResponses<T> JsonRange(int hundreds, JsonReadFunc<T> read) => Add(ResponseTable.Range(hundreds), new SuccessRule<T>(read));

    /// <summary>The <c>default</c> response as a success with a JSON body: every 2xx not given otherwise.</summary>
    /// <param name="read">Reads the body.</param>
    public ApiResponses<T> JsonDefault(JsonReadFunc<T> read) => Add(ResponseTable.SuccessDefault, new SuccessRule<T>(read));

    /// <summary>A success without a body; one that comes is not read.</summary>
    /// <param name="status">100 to 999.</param>
    /// <param name="result">Makes the result.</param>
    public ApiResponses<T> Empty(int status, Func<T> result) => Add(ResponseTable.Exact(status), new SuccessRule<T>(result));

    /// <summary>Successes of a range such as <c>2XX</c> without a body.</summary>
    /// <param name="hundreds">1 to 5: the range's first digit.</param>
    /// <param name="result">Makes the result.</param>
    public ApiResponses<T> EmptyRange(int hundreds, Func<T> result) => Add(ResponseTable.Range(hundreds), new SuccessRule<T>(result));

    /// <summary>The <c>default</c> response as a success without a body: every 2xx not given otherwise.</summary>
    /// <param name="result">Makes the result.</param>
    public ApiResponses<T> EmptyDefault(Func<T> result) => Add(ResponseTable.SuccessDefault, new SuccessRule<T>(result));

    /// <summary>A success whose body is text of any media type, decoded by its charset (UTF-8 without one). It may be empty.</summary>
    /// <param name="status">100 to 999.</param>
    /// <param name="result">Makes the result.</param>
    public ApiResponses<T> Text(int status, Func<string, T> result) => Add(ResponseTable.Exact(status), new SuccessRule<T>(result));

    /// <summary>Successes of a range such as <c>2XX</c> whose body is text.</summary>
    /// <param name="hundreds">1 to 5: the range's first digit.</param>
    /// <param name="result">Makes the result.</param>
    public ApiResponses<T> TextRange(int hundreds, Func<string, T> result) =>
        Add(ResponseTable.Range(hundreds), new SuccessRule<T>(result));

    /// <summary>The <c>default</c> response as a success whose body is text: every 2xx not given otherwise.</summary>
    /// <param name="result">Makes the result.</param>
    public ApiResponses<T> TextDefault(Func<string, T> result) => Add(ResponseTable.SuccessDefault, new SuccessRule<T>(result));

    /// <summary>A success whose body is handed over as it comes; the caller disposes it.</summary>
    /// <param name="status">100 to 999.</param>
    /// <param name="result">Makes the result.</param>
    public ApiResponses<T> Stream(int status, Func<ApiStream, T> result) => Add(ResponseTable.Exact(status), new SuccessRule<T>(result));

    /// <summary>Successes of a range such as <c>2XX</c> whose body is handed over as it comes.</summary>
    /// <param name="hundreds">1 to 5: the range's first digit.</param>
    /// <param name="result">Makes the result.</param>
    public ApiResponses<T> StreamRange(int hundreds, Func<ApiStream, T> result) =>
        Add(ResponseTable.Range(hundreds), new SuccessRule<T>(result));

    /// <summary>The <c>default</c> response as a success whose body is handed over as it comes: every 2xx not given otherwise.</summary>
    /// <param name="result">Makes the result.</param>
    public ApiResponses<T> StreamDefault(Func<ApiStream, T> result) => Add(ResponseTable.SuccessDefault, new SuccessRule<T>(result));

    /// <summary>A documented error of one status: <see cref="ApiException{TError}"/>.</summary>
    /// <typeparam name="TError">The body's type.</typeparam>
    /// <param name="status">100 to 999.</param>
    /// <param name="read">Reads the body.</param>
    public ApiResponses<T> Error<TError>(int status, JsonReadFunc<TError> read) =>
        Add(ResponseTable.Exact(status), new ErrorRule<TError>(read));

    /// <summary>A documented error of a range such as <c>4XX</c>.</summary>
    /// <typeparam name="TError">The body's type.</typeparam>
    /// <param name="hundreds">1 to 5: the range's first digit.</param>
    /// <param name="read">Reads the body.</param>
    public ApiResponses<T> ErrorRange<TError>(int hundreds, JsonReadFunc<TError> read) =>
        Add(ResponseTable.Range(hundreds), new ErrorRule<TError>(read));

    /// <summary>The <c>default</c> response as an error: every status that is not 2xx and not given otherwise.</summary>
    /// <typeparam name="TError">The body's type.</typeparam>
    /// <param name="read">Reads the body.</param>
    public ApiResponses<T> ErrorDefault<TError>(JsonReadFunc<TError> read) => Add(ResponseTable.ErrorDefault, new ErrorRule<TError>(read));

    private ApiResponses<T> Add(int key, ResponseRule rule)
    {
        Table.Add(key, rule);
        return this;
    }
}
