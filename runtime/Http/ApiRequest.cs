using System.Net.Http;
using System.Text;

namespace OpenApiGen.Http;

/// <summary>One request of one operation, filled by emitted code and sent once by <see cref="ApiTransport"/>.</summary>
public sealed partial class ApiRequest
{
    private readonly string _pathTemplate;
    private readonly StringBuilder _query = new();
    private readonly StringBuilder _cookies = new();
    private readonly List<KeyValuePair<string, string>> _path = [];
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private int _sent;

    /// <summary>A request without parameters and body that accepts <c>application/json</c>.</summary>
    /// <param name="method">Its method; see <see cref="ApiMethods"/>.</param>
    /// <param name="pathTemplate">The key in the Paths Object: <c>/users/{user_id}</c>.</param>
    public ApiRequest(HttpMethod method, string pathTemplate)
    {
        Method = method ?? throw new ArgumentNullException(nameof(method));
        _pathTemplate = pathTemplate ?? throw new ArgumentNullException(nameof(pathTemplate));
        Accept("application/json");
    }

    /// <summary>
    /// A server of this operation in place of that of the API (Path Item and Operation Objects, <c>servers</c>); null for the API's.
    /// </summary>
    public string? Server { get; set; }

    /// <summary>The credentials of this operation; null for what <see cref="ApiTransport.Security"/> says.</summary>
    public ApiSecurity? Security { get; set; }

    /// <summary>The request's method.</summary>
    public HttpMethod Method { get; }

    /// <summary>Sets a path parameter. A value stays within its place: <c>/</c> is encoded, and so is a segment <c>..</c>.</summary>
    /// <param name="name">The name in the template.</param>
    /// <param name="value">The value.</param>
    /// <param name="style">Simple, Label or Matrix; a delimited one for Swagger 2.0.</param>
    /// <param name="explode">Whether items and members are spelled one by one.</param>
    /// <param name="allowReserved">Whether reserved characters other than <c>/ ? # [ ]</c> stay as they are (OpenAPI 3.2).</param>
    /// <exception cref="ArgumentException">The value is null or sends nothing, which would name another resource.</exception>
    public void Path(
        string name,
        ParameterValue value,
        ParameterStyle style = ParameterStyle.Simple,
        bool explode = false,
        bool allowReserved = false
    )
    {
        string text = ParameterWriter.Path(name, value, style, explode, allowReserved);
        if (text.Length == 0)
            throw new ArgumentException($"Path parameter '{name}' of '{_pathTemplate}' is null or empty.", name);
        _path.Add(new(name, text));
    }

    /// <summary>Adds a query parameter; nothing for null and for an empty list.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="value">The value.</param>
    /// <param name="style">Form, SpaceDelimited, PipeDelimited, TabDelimited or DeepObject.</param>
    /// <param name="explode">Whether items and members become parameters of their own.</param>
    /// <param name="allowReserved">
    /// Whether reserved characters and percent-encoded triples stay as they are (RFC 6570 section 3.2.3), except <c># [ ]</c>, which no
    /// query may have, and <c>&amp; +</c>, which a server would take apart; give those encoded to have your own way.
    /// </param>
    public void Query(
        string name,
        ParameterValue value,
        ParameterStyle style = ParameterStyle.Form,
        bool explode = true,
        bool allowReserved = false
    ) => ParameterWriter.Query(_query, name, value, style, explode, allowReserved);

    /// <summary>Sets the whole query (OpenAPI 3.2, <c>in: querystring</c>): a text, percent-encoded; nothing for null.</summary>
    /// <param name="name">The name in the description, which is not sent.</param>
    /// <param name="value">The text.</param>
    public void QueryString(string name, ParameterValue value)
    {
        if (!value.IsNothing)
            PercentEncoding.Append(_query, ParameterWriter.Scalar(name, value), KeptCharacters.None);
    }

    /// <summary>Adds a header; nothing for null and for an empty list. Values are not percent-encoded.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="explode">Whether members of an object are <c>R=100</c> instead of <c>R,100</c>.</param>
    /// <exception cref="ArgumentException">The value has CR, LF or NUL in it, or the name is none.</exception>
    public void Header(string name, ParameterValue value, bool explode = false)
    {
        if (!value.IsNothing)
            SetHeader(name, ParameterWriter.Header(name, value, explode));
    }

    /// <summary>
    /// Adds a cookie; nothing for null and for an empty list. A client handler of .NET Framework ignores it unless its
    /// <see cref="HttpClientHandler.UseCookies"/> is off.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="explode">Whether items and members become cookies of their own.</param>
    /// <param name="style">Form (percent-encoded) or Cookie (as it is).</param>
    /// <param name="allowReserved">Whether style form leaves reserved characters and percent-encoded triples as they are, except those that
    /// no cookie may have: <c>, ;</c>.</param>
    /// <exception cref="ArgumentException">The value would break out of its cookie.</exception>
    public void Cookie(
        string name,
        ParameterValue value,
        bool explode = true,
        ParameterStyle style = ParameterStyle.Form,
        bool allowReserved = false
    )
    {
        ParameterWriter.Cookie(_cookies, name, value, style, explode, allowReserved);
        if (_cookies.Length > 0)
            SetHeader("Cookie", _cookies.ToString());
    }

    /// <summary>Sets what the request accepts.</summary>
    /// <param name="mediaTypes">The header's value: media ranges (RFC 9110 section 12.5.1).</param>
    public void Accept(string mediaTypes) => SetHeader("Accept", mediaTypes ?? throw new ArgumentNullException(nameof(mediaTypes)));

    /// <summary>Method and path template; no values.</summary>
    public override string ToString() => $"{Method.Method} {_pathTemplate}";

    /// <summary>Sets a header, in place of one with this name.</summary>
    internal void SetHeader(string name, string value)
    {
        HeaderText.Check(name, value);
        for (int i = _headers.Count - 1; i >= 0; i--)
            if (name.Equals(_headers[i].Key, StringComparison.OrdinalIgnoreCase))
                _headers.RemoveAt(i);
        _headers.Add(new(name, value));
    }

    /// <summary>Sets a pair of the query, in place of those with this name: a server that sees two keys may take either.</summary>
    internal void SetQuery(string name, string value)
    {
        StringBuilder own = new();
        ParameterWriter.Query(own, name, value, ParameterStyle.Form, explode: true, allowReserved: false);
        string start = own.ToString(0, own.ToString().IndexOf('=') + 1);
        string[] kept =
        [
            .. _query.ToString().Split('&').Where(pair => pair.Length > 0 && !pair.StartsWith(start, StringComparison.Ordinal)),
        ];
        _query.Clear().Append(string.Join("&", kept)).Append(kept.Length > 0 ? "&" : "").Append(own);
    }

    /// <summary>One request object makes one message: credentials are added to it on the way.</summary>
    internal void Start()
    {
        if (Interlocked.Exchange(ref _sent, 1) != 0)
            throw new InvalidOperationException($"{this} has been sent already; a request object serves one call.");
    }

    /// <summary>Makes a message with these credentials, which leave the request as it was: it may have to go out again.</summary>
    internal HttpRequestMessage ToMessage(string server, List<GivenCredential> credentials, ApiCall? call)
    {
        string query = _query.ToString();
        int cookies = _cookies.Length;
        KeyValuePair<string, string>[] headers = [.. _headers];
        foreach (GivenCredential credential in credentials)
            credential.Apply(this);
        call?.AddHeaders(this);
        HttpRequestMessage message = ToMessage(ToUri(server));
        _query.Clear().Append(query);
        _cookies.Length = cookies;
        _headers.Clear();
        _headers.AddRange(headers);
        return message;
    }

    internal Uri ToUri(string server)
    {
        string path = RequestUri.Expand(_pathTemplate, _path);
        if (_query.Length > 0)
            path += (path.Contains('?') ? "&" : "?") + _query;
        return RequestUri.Create(server, path);
    }

    private HttpRequestMessage ToMessage(Uri uri)
    {
        HttpContent? content = Content;
        var message = new HttpRequestMessage(Method, uri) { Content = content };
        foreach (var pair in _headers)
        {
            if (message.Headers.TryAddWithoutValidation(pair.Key, pair.Value))
                continue;

            // HttpClient keeps Content-* apart from the others.
            if (content is null)
                throw new ArgumentException($"Header '{pair.Key}' describes a body, and {this} has none.");
            content.Headers.Remove(pair.Key);
            content.Headers.TryAddWithoutValidation(pair.Key, pair.Value);
        }

        return message;
    }
}
