using System.Text.Json;
using OpenApiGen.Json;

namespace OpenApiGen.Http;

// What to do with one response.
internal abstract class ResponseRule
{
    public bool ReadsBody { get; protected set; }

    public bool OpensBody { get; protected set; }
}

internal sealed class SuccessRule<T> : ResponseRule
{
    private readonly Delegate _result;

    /// <param name="result">Makes the result: of JSON, of text, of a stream, or of nothing.</param>
    public SuccessRule(Delegate result)
    {
        _result = result ?? throw new ArgumentNullException(nameof(result));
        ReadsBody = result is JsonReadFunc<T> or Func<string, T>;
        OpensBody = result is Func<ApiStream, T>;
    }

    public T Read(ApiAnswer answer)
    {
        if (_result is Func<string, T> ofText)
            return ofText(answer.Text());
        if (_result is Func<ApiStream, T> ofStream)
            return ofStream(answer.HandOver());
        if (_result is not JsonReadFunc<T> read)
            return ((Func<T>)_result)();
        if (typeof(T) == typeof(string) && answer.PlainText(orJson: false) is T text)
            return text;
        if (answer.IsEmpty)
            throw answer.Failure($"the body is empty where {answer.StatusCode} is declared with a body of application/json");
        try
        {
            return answer.Read(answer.Utf8(), read);
        }
        catch (JsonException e)
        {
            if (typeof(T) == typeof(string) && answer.PlainText(orJson: true) is T plain)
                return plain;
            throw answer.Unreadable(e);
        }
    }
}

internal abstract class ErrorRule : ResponseRule
{
    public abstract ApiException Read(ApiAnswer answer);
}

internal sealed class ErrorRule<TError>(JsonReadFunc<TError> read) : ErrorRule
{
    private readonly JsonReadFunc<TError> _read = read ?? throw new ArgumentNullException(nameof(read));

    public override ApiException Read(ApiAnswer answer)
    {
        if (answer.IsEmpty)
            return answer.Failure();
        try
        {
            return new ApiException<TError>(
                answer.Request.Method,
                answer.Uri,
                answer.Status,
                answer.Headers,
                answer.BodyStart(),
                answer.Read(answer.Utf8(), _read)
            );
        }
        catch (JsonException e)
        {
            return answer.Unreadable(e);
        }
    }
}
