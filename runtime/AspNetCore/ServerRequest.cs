using System.ComponentModel;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using OpenApiGen.Http;
using OpenApiGen.Json;

namespace OpenApiGen.AspNetCore;

/// <summary>
/// A request as emitted code reads it. What is wrong with it is gathered, so that the response names all of it; then <see cref="IsValid"/>
/// is
/// false, and what was
/// read has no meaning.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ServerRequest
{
    private readonly Dictionary<string, string> _path;
    private readonly WirePairs _query;
    private readonly Dictionary<string, List<string>> _faults = [];
    private readonly int _refusal;
    private WirePairs? _cookies;
    private string[] _others = [];
    private int _status;

    internal ServerRequest(HttpContext context, Dictionary<string, string> path, WirePairs query, int refusal)
    {
        Context = context;
        _path = path;
        _query = query;
        _refusal = refusal;
    }

    /// <summary>The request and the response of ASP.NET Core.</summary>
    public HttpContext Context { get; }

    /// <summary>Whether nothing was wrong so far.</summary>
    public bool IsValid => _faults.Count == 0 && _status == 0;

    /// <summary>Names of query parameters, which are no members of an object whose members are parameters of their own.</summary>
    /// <param name="names">Those.</param>
    public void Others(params string[] names) => _others = names;

    /// <summary>Reads a path parameter.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="shape">What its text can be.</param>
    /// <param name="read">Reads its JSON.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="explode">Whether items and members are parts of their own.</param>
    /// <param name="allowReserved">Says nothing to a reader.</param>
    public T Path<T>(
        string name,
        WireShape shape,
        JsonReadFunc<T> read,
        ParameterStyle style = ParameterStyle.Simple,
        bool explode = false,
        bool allowReserved = false
    ) =>
        Value(
            name,
            () => _path.TryGetValue(name, out string? raw) ? StyleReader.Path(name, raw, shape, style, explode) : null,
            isRequired: true,
            shape,
            read
        );

    /// <summary>Reads a query parameter.</summary>
    /// <typeparam name="T">Its type; null is a value of it where it is not required.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="isRequired">Whether it must be there.</param>
    /// <param name="shape">What its text can be.</param>
    /// <param name="read">Reads its JSON.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="explode">Whether items and members are parameters of their own.</param>
    /// <param name="allowReserved">Says nothing to a reader.</param>
    public T Query<T>(
        string name,
        bool isRequired,
        WireShape shape,
        JsonReadFunc<T> read,
        ParameterStyle style = ParameterStyle.Form,
        bool explode = true,
        bool allowReserved = false
    ) =>
        Value(
            name,
            () => StyleReader.Pairs(_query, name, shape, style, explode, other => Array.IndexOf(_others, other) >= 0, WireText.DecodeQuery),
            isRequired,
            shape,
            read
        );

    /// <summary>Reads a query parameter whose text is JSON.</summary>
    /// <typeparam name="T">Its type; null is a value of it where it is not required.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="isRequired">Whether it must be there.</param>
    /// <param name="read">Reads it.</param>
    public T QueryJson<T>(string name, bool isRequired, JsonReadFunc<T> read) =>
        Json(name, () => Text(_query, name, WireText.DecodeQuery), isRequired, read);

    /// <summary>Reads the whole query, a text.</summary>
    /// <typeparam name="T">Its type; null is a value of it where it is not required.</typeparam>
    /// <param name="name">Its name in the description, which is not sent.</param>
    /// <param name="isRequired">Whether it must be there.</param>
    /// <param name="shape">What its text can be.</param>
    /// <param name="read">Reads its JSON.</param>
    public T QueryString<T>(string name, bool isRequired, WireShape shape, JsonReadFunc<T> read) =>
        Value(name, () => WholeQuery() is { } text ? WireValue.Of(text) : null, isRequired, shape, read);

    /// <summary>Reads the whole query, which is JSON.</summary>
    /// <typeparam name="T">Its type; null is a value of it where it is not required.</typeparam>
    /// <param name="name">Its name in the description, which is not sent.</param>
    /// <param name="isRequired">Whether it must be there.</param>
    /// <param name="read">Reads it.</param>
    public T QueryStringJson<T>(string name, bool isRequired, JsonReadFunc<T> read) => Json(name, WholeQuery, isRequired, read);

    /// <summary>Reads a path parameter whose text is JSON.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="read">Reads it.</param>
    public T PathJson<T>(string name, JsonReadFunc<T> read) =>
        Json(name, () => _path.TryGetValue(name, out string? raw) ? WireText.Decode(raw) : null, isRequired: true, read);

    /// <summary>Reads a header.</summary>
    /// <typeparam name="T">Its type; null is a value of it where it is not required.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="isRequired">Whether it must be there.</param>
    /// <param name="shape">What its text can be.</param>
    /// <param name="read">Reads its JSON.</param>
    /// <param name="explode">Whether members are written <c>name=value</c>.</param>
    public T Header<T>(string name, bool isRequired, WireShape shape, JsonReadFunc<T> read, bool explode = false) =>
        Value(name, () => HeaderText(name) is { } text ? StyleReader.Header(text, shape, explode) : null, isRequired, shape, read);

    /// <summary>Reads a header whose text is JSON.</summary>
    /// <typeparam name="T">Its type; null is a value of it where it is not required.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="isRequired">Whether it must be there.</param>
    /// <param name="read">Reads it.</param>
    public T HeaderJson<T>(string name, bool isRequired, JsonReadFunc<T> read) => Json(name, () => HeaderText(name), isRequired, read);

    /// <summary>Reads a cookie.</summary>
    /// <typeparam name="T">Its type; null is a value of it where it is not required.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="isRequired">Whether it must be there.</param>
    /// <param name="shape">What its text can be.</param>
    /// <param name="read">Reads its JSON.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="explode">Whether items and members are cookies of their own.</param>
    /// <param name="allowReserved">Says nothing to a reader.</param>
    public T Cookie<T>(
        string name,
        bool isRequired,
        WireShape shape,
        JsonReadFunc<T> read,
        ParameterStyle style = ParameterStyle.Form,
        bool explode = true,
        bool allowReserved = false
    ) =>
        Value(
            name,
            () => StyleReader.Pairs(Cookies(), name, shape, style, explode, static _ => false, Decoder(style)),
            isRequired,
            shape,
            read
        );

    /// <summary>Reads a cookie whose text is JSON.</summary>
    /// <typeparam name="T">Its type; null is a value of it where it is not required.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="isRequired">Whether it must be there.</param>
    /// <param name="read">Reads it.</param>
    public T CookieJson<T>(string name, bool isRequired, JsonReadFunc<T> read) =>
        Json(name, () => Text(Cookies(), name, WireText.Decode), isRequired, read);

    /// <summary>What the application says of how large forms may be.</summary>
    internal FormOptions FormLimits => Context.RequestServices?.GetService<IOptions<FormOptions>>()?.Value ?? new FormOptions();

    /// <summary>Notes a fault.</summary>
    /// <param name="name">A parameter, or a JSON path in the body; empty for the whole body.</param>
    /// <param name="message">What is wrong.</param>
    internal void Fail(string name, string message)
    {
        if (!_faults.TryGetValue(name, out List<string>? messages))
            _faults.Add(name, messages = []);
        messages.Add(message);
    }

    /// <summary>Notes what is wrong with JSON in the body.</summary>
    internal void Fail(JsonException fault)
    {
        foreach ((string path, string message) in Problem.Each(fault))
            Fail(path, message);
    }

    /// <summary>Refuses the request whatever else is wrong with it.</summary>
    internal void Refuse(int status, string message)
    {
        _status = status;
        Fail("", message);
    }

    internal Task RefuseAsync() => Problem.WriteAsync(Context, _status == 0 ? _refusal : _status, _faults);

    private T Value<T>(string name, Func<WireValue?> value, bool isRequired, WireShape shape, JsonReadFunc<T> read) =>
        Try(
            name,
            () =>
            {
                if (value() is { } given)
                    return given.Read(shape, read);
                if (isRequired)
                    Fail(name, "It is required.");
                return default!;
            }
        );

    private T Json<T>(string name, Func<string?> text, bool isRequired, JsonReadFunc<T> read) =>
        Try(
            name,
            () =>
            {
                if (text() is { } given)
                    return JsonRoot.Read(WireText.StrictUtf8.GetBytes(given), read);
                if (isRequired)
                    Fail(name, "It is required.");
                return default!;
            }
        );

    private T Try<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is JsonException or FormatException or EncoderFallbackException)
        {
            Fail(name, fault.Message);
            return default!;
        }
    }

    private string? HeaderText(string name) =>
        Context.Request.Headers.TryGetValue(name, out StringValues lines) && lines.Count > 0
            ? string.Join(",", (IEnumerable<string?>)lines).Trim()
            : null;

    private string? WholeQuery() => Context.Request.QueryString.Value is { Length: > 1 } query ? WireText.Decode(query[1..]) : null;

    private WirePairs Cookies() => _cookies ??= WireText.Cookies(Context.Request.Headers.Cookie);

    private static Func<string, string> Decoder(ParameterStyle style) =>
        style == ParameterStyle.Cookie ? static text => text : WireText.Decode;

    private static string? Text(WirePairs pairs, string name, Func<string, string> decode) =>
        pairs.One(name) is { } text ? decode(text) : null;
}
