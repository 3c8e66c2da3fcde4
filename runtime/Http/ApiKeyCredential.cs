namespace OpenApiGen.Http;

/// <summary>Where an API key is sent.</summary>
public enum ApiKeyLocation
{
    /// <summary>A header of its own.</summary>
    Header,

    /// <summary>A query parameter.</summary>
    Query,

    /// <summary>A cookie.</summary>
    Cookie,
}

/// <summary>
/// An API key (security scheme type <c>apiKey</c>). Mind redirects: the handler of an <see cref="System.Net.Http.HttpClient"/> that follows
/// them takes a key in a
/// header along to other hosts (only <c>Authorization</c> is dropped); a call then fails. <see cref="ApiRedirectHandler"/> leaves it
/// behind.
/// </summary>
public sealed class ApiKeyCredential : ApiCredential
{
    private readonly ApiKeyLocation _location;
    private readonly string _name;

    /// <summary>A fixed key.</summary>
    /// <param name="location">Where it is sent.</param>
    /// <param name="name">The name of the header, query parameter or cookie.</param>
    /// <param name="key">The key; null to send none.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public ApiKeyCredential(ApiKeyLocation location, string name, string? key)
        : base(key)
    {
        _location = location;
        _name = name ?? throw new ArgumentNullException(nameof(name));
    }

    /// <summary>A key that is asked for at every request.</summary>
    /// <param name="location">Where it is sent.</param>
    /// <param name="name">The name of the header, query parameter or cookie.</param>
    /// <param name="key">Gives the key, or null to send none. Caching is its matter.</param>
    public ApiKeyCredential(ApiKeyLocation location, string name, Func<CancellationToken, ValueTask<string?>> key)
        : base(key)
    {
        _location = location;
        _name = name ?? throw new ArgumentNullException(nameof(name));
    }

    private protected override string Place => $"{_location} {_name}";

    internal override string? HeaderName =>
        _location switch
        {
            ApiKeyLocation.Header => _name,
            ApiKeyLocation.Cookie => "Cookie",
            _ => null,
        };

    internal override void Apply(ApiRequest request, string secret)
    {
        if (_location == ApiKeyLocation.Header)
            request.Header(_name, secret);
        else if (_location == ApiKeyLocation.Query)
            request.SetQuery(_name, secret);
        else
            request.Cookie(_name, secret);
    }
}
