namespace OpenApiGen.Http;

/// <summary>
/// The credentials that an operation asks for (OpenAPI, Security Requirement Object): alternatives, of which the first counts that
/// every scheme is given for. An alternative that asks for nothing comes last, so that a credential that is there is sent.
/// </summary>
public sealed class ApiSecurity
{
    private readonly List<KeyValuePair<string, string[]>[]> _alternatives = [];

    /// <summary>No credential is sent.</summary>
    public static ApiSecurity None { get; } = new();

    /// <summary>Every credential that is given is sent: for descriptions that declare schemes and never ask for one.</summary>
    public static ApiSecurity Given { get; } = new();

    /// <summary>An alternative: all of the schemes together.</summary>
    /// <param name="schemes">The names in <c>securitySchemes</c>, each followed by its scopes with spaces between: <c>"oauth read write"</c>.</param>
    /// <returns>This object.</returns>
    public ApiSecurity Or(params string[] schemes)
    {
        _alternatives.Add([.. schemes.Select(static text => text.Split(' ')).Select(static parts => new KeyValuePair<string, string[]>(parts[0], [.. parts.Skip(1)]))]);
        return this;
    }

    /// <summary>What is to be sent: nothing, where no alternative is complete.</summary>
    internal async ValueTask<List<GivenCredential>> ChooseAsync(ApiCredential[] credentials, CancellationToken cancellationToken)
    {
        List<GivenCredential> given = [];
        if (ReferenceEquals(this, Given))
        {
            foreach (ApiCredential credential in credentials)
                if (await GivenCredential.OfAsync(credential, [], null, cancellationToken).ConfigureAwait(false) is { } some) given.Add(some);
            return given;
        }

        foreach (KeyValuePair<string, string[]>[] alternative in _alternatives)
        {
            given.Clear();
            foreach (KeyValuePair<string, string[]> scheme in alternative)
            {
                ApiCredential? credential = Array.Find(credentials, c => c.Scheme == scheme.Key);
                if (credential is null || await GivenCredential.OfAsync(credential, scheme.Value, null, cancellationToken).ConfigureAwait(false) is not { } some) break;
                given.Add(some);
            }

            if (given.Count > 0 && given.Count == alternative.Length) return given;
        }

        given.Clear();
        return given;
    }
}

// A credential with the secret that one request takes along.
internal sealed class GivenCredential(ApiCredential credential, string[] scopes, string secret)
{
    public static async ValueTask<GivenCredential?> OfAsync(ApiCredential credential, string[] scopes, string? refused, CancellationToken cancellationToken) =>
        await credential.SecretAsync(scopes, refused, cancellationToken).ConfigureAwait(false) is { } secret ? new GivenCredential(credential, scopes, secret) : null;

    public void Apply(ApiRequest request) => credential.Apply(request, secret);

    /// <summary>Another secret in place of one that the server refused; null where there is no other.</summary>
    public async ValueTask<GivenCredential?> RenewAsync(CancellationToken cancellationToken)
    {
        if (!credential.CanRenew) return null;
        string? renewed = await credential.SecretAsync(scopes, secret, cancellationToken).ConfigureAwait(false);
        return renewed is null || renewed == secret ? null : new GivenCredential(credential, scopes, renewed);
    }
}
