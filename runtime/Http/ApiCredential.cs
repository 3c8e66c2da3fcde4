namespace OpenApiGen.Http;

/// <summary>
/// What authorizes requests (OpenAPI, Security Scheme Object). Given once to <see cref="ApiTransport"/>; shows its secret nowhere.
/// </summary>
public abstract class ApiCredential
{
    private readonly string? _secret;
    private readonly ApiTokenProvider? _source;

    private protected ApiCredential(string? secret, ApiTokenProvider? source = null)
    {
        if (secret is { Length: 0 })
            throw new ArgumentException("The secret is empty; give null to send none.", nameof(secret));
        _secret = secret;
        _source = source;
    }

    private protected ApiCredential(Func<CancellationToken, ValueTask<string?>> source)
    {
        if (source is null)
            throw new ArgumentNullException(nameof(source));
        _source = (_, cancellationToken) => source(cancellationToken);
    }

    /// <summary>The name in the description's <c>securitySchemes</c>, by which operations ask for it.</summary>
    public string Scheme { get; set; } = "";

    /// <summary>The kind and the place of the credential, and whether there is one. Never its value.</summary>
    public sealed override string ToString() =>
        $"{GetType().Name} ({Place}, {(_source is not null ? "from a callback" : _secret is null ? "not set" : "set")})";

    internal ValueTask<string?> SecretAsync(string[] scopes, string? refused, CancellationToken cancellationToken) =>
        _source is null ? new(_secret) : _source(new ApiTokenRequest(Scheme, scopes, refused), cancellationToken);

    private protected abstract string Place { get; }

    /// <summary>The header that takes the secret along; null for the query.</summary>
    internal virtual string? HeaderName => "Authorization";

    internal abstract void Apply(ApiRequest request, string secret);
}
