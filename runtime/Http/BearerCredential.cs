namespace OpenApiGen.Http;

/// <summary>A bearer token (RFC 6750): security schemes <c>http</c>/<c>bearer</c>, <c>oauth2</c> and <c>openIdConnect</c>.</summary>
public sealed class BearerCredential : ApiCredential
{
    /// <summary>A fixed token.</summary>
    /// <param name="token">The token without "Bearer"; null to send none.</param>
    /// <exception cref="ArgumentException">The token is empty.</exception>
    public BearerCredential(string? token)
        : base(token) { }

    /// <summary>A token that is asked for at every request, because it expires.</summary>
    /// <param name="token">Gives the token, or null to send none. Caching and renewing is its matter.</param>
    public BearerCredential(Func<CancellationToken, ValueTask<string?>> token)
        : base(token) { }

    /// <summary>A fixed token, or one that is asked for.</summary>
    /// <param name="token">The token without "Bearer"; null to send none.</param>
    /// <param name="provider">Asked in place of the fixed token where it is there, and once more when the server returns 401.</param>
    /// <exception cref="ArgumentException">The token is empty.</exception>
    public BearerCredential(string? token, ApiTokenProvider? provider)
        : base(token, provider) { }

    private protected override string Place => "Header Authorization";

    internal override void Apply(ApiRequest request, string secret) => request.Header("Authorization", "Bearer " + secret);
}
