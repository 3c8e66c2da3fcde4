namespace OpenApiGen.Http;

/// <summary>A bearer token (RFC 6750): security schemes <c>http</c>/<c>bearer</c>, <c>oauth2</c> and <c>openIdConnect</c>.</summary>
public sealed class BearerCredential : ApiCredential
{
    /// <summary>A fixed token.</summary>
    /// <param name="token">The token without "Bearer"; null to send none.</param>
    /// <exception cref="ArgumentException">The token is empty.</exception>
    public BearerCredential(string? token)
        : base(token)
    {
    }

    /// <summary>A token that is asked for at every request, because it expires.</summary>
    /// <param name="token">Gives the token, or null to send none. Caching and renewing is its matter.</param>
    public BearerCredential(Func<CancellationToken, ValueTask<string?>> token)
        : base(token)
    {
    }

    private protected override string Place => "Header Authorization";

    private protected override void Apply(ApiRequest request, string secret) => request.Header("Authorization", "Bearer " + secret);
}
