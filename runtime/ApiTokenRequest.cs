namespace OpenApiGen;

/// <summary>
/// Gives the token of a bearer, OAuth 2 or OpenID Connect scheme. It is asked at every request, and may well keep the token until
/// it expires. When the server returns 401 it is asked once more, with the token that was refused.
/// </summary>
/// <param name="request">What the token is for.</param>
/// <param name="cancellationToken">That of the call.</param>
/// <returns>The token without "Bearer"; null to send none.</returns>
public delegate ValueTask<string?> ApiTokenProvider(ApiTokenRequest request, CancellationToken cancellationToken);

/// <summary>What a token is asked for.</summary>
/// <param name="scheme">The scheme.</param>
/// <param name="scopes">The scopes.</param>
/// <param name="refusedToken">The token that was refused.</param>
public sealed class ApiTokenRequest(string scheme, IReadOnlyList<string> scopes, string? refusedToken = null)
{
    /// <summary>The name of the scheme in the description's <c>securitySchemes</c>.</summary>
    public string Scheme { get; } = scheme;

    /// <summary>The scopes that the operation asks for; none where it names none.</summary>
    public IReadOnlyList<string> Scopes { get; } = scopes;

    /// <summary>The token that the server has just refused with 401: another is wanted. Null at the first try.</summary>
    public string? RefusedToken { get; } = refusedToken;

    /// <summary>The scheme, never a token.</summary>
    public override string ToString() => RefusedToken is null ? Scheme : $"{Scheme}, refused before";
}
