using System.Text.Json;
using OpenApiGen.Json;

namespace OpenApiGen.Http;

// What to do with one answer.
internal abstract class ResponseRule
{
    public virtual bool ReadsBody => true;

    /// <summary>Whether the body is handed over unread.</summary>
    public virtual bool OpensBody => false;
}

internal abstract class SuccessRule<T> : ResponseRule
{
    /// <exception cref="ApiException">The body is not what it should be.</exception>
    public abstract T Read(ApiAnswer answer);
}

internal sealed class JsonRule<T>(JsonReadFunc<T> read) : SuccessRule<T>
{
    private readonly JsonReadFunc<T> _read = read ?? throw new ArgumentNullException(nameof(read));

    public override T Read(ApiAnswer answer)
    {
        if (answer.IsEmpty)
            throw answer.Failure($"the body is empty where {answer.StatusCode} is declared with a body of application/json");
        try
        {
            return JsonRoot.Read(answer.Utf8(), _read);
        }
        catch (JsonException e)
        {
            throw answer.Unreadable(e);
        }
    }
}

internal sealed class TextRule<T>(Func<string, T> result) : SuccessRule<T>
{
    private readonly Func<string, T> _result = result ?? throw new ArgumentNullException(nameof(result));

    public override T Read(ApiAnswer answer) => _result(answer.Text());
}

internal sealed class StreamRule<T>(Func<ApiStream, T> result) : SuccessRule<T>
{
    private readonly Func<ApiStream, T> _result = result ?? throw new ArgumentNullException(nameof(result));

    public override bool ReadsBody => false;

    public override bool OpensBody => true;

    public override T Read(ApiAnswer answer) => _result(answer.HandOver());
}

internal sealed class EmptyRule<T>(Func<T> result) : SuccessRule<T>
{
    private readonly Func<T> _result = result ?? throw new ArgumentNullException(nameof(result));

    public override bool ReadsBody => false;

    public override T Read(ApiAnswer answer) => _result();
}

internal abstract class ErrorRule : ResponseRule
{
    /// <summary>The exception to throw; a plain one when the body is not what is documented.</summary>
    public abstract ApiException Read(ApiAnswer answer);
}

internal sealed class ErrorRule<TError>(JsonReadFunc<TError> read) : ErrorRule
{
    private readonly JsonReadFunc<TError> _read = read ?? throw new ArgumentNullException(nameof(read));

    public override ApiException Read(ApiAnswer answer)
    {
        if (answer.IsEmpty) return answer.Failure();
        TError error;
        try
        {
            error = JsonRoot.Read(answer.Utf8(), _read);
        }
        catch (JsonException e)
        {
            return answer.Unreadable(e);
        }

        return new ApiException<TError>(answer.Method, answer.Uri, answer.Status, answer.Headers, answer.BodyStart(), error);
    }
}
