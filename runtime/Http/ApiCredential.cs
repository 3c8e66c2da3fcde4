namespace OpenApiGen.Http;

/// <summary>What authorizes requests (OpenAPI, Security Scheme Object). Given once to <see cref="ApiTransport"/>; shows its secret nowhere.</summary>
public abstract class ApiCredential
{
    private readonly string? _secret;
    private readonly Func<CancellationToken, ValueTask<string?>>? _source;

    private protected ApiCredential(string? secret)
    {
        if (secret is { Length: 0 }) throw new ArgumentException("The secret is empty; give null to send none.", nameof(secret));
        _secret = secret;
    }

    private protected ApiCredential(Func<CancellationToken, ValueTask<string?>> source) =>
        _source = source ?? throw new ArgumentNullException(nameof(source));

    /// <summary>The kind and the place of the credential, and whether there is one. Never its value.</summary>
    public sealed override string ToString() =>
        $"{GetType().Name} ({Place}, {(_source is not null ? "from a callback" : _secret is null ? "not set" : "set")})";

    internal async ValueTask ApplyAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        string? secret = _source is null ? _secret : await _source(cancellationToken).ConfigureAwait(false);
        if (secret is not null) Apply(request, secret);
    }

    private protected abstract string Place { get; }

    private protected abstract void Apply(ApiRequest request, string secret);
}
