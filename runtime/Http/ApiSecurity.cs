namespace OpenApiGen.Http;

/// <summary>
/// The credentials that an operation asks for (OpenAPI, Security Requirement Object): alternatives, of which the first counts that
/// every scheme is given for. An alternative that asks for nothing comes last, so that a credential that is there is sent.
/// </summary>
public sealed class ApiSecurity
{
    private readonly List<string[]> _alternatives = [];

    /// <summary>No credential is sent.</summary>
    public static ApiSecurity None { get; } = new();

    /// <summary>Every credential that is given is sent: for descriptions that declare schemes and never ask for one.</summary>
    public static ApiSecurity Given { get; } = new();

    /// <summary>An alternative: all of the schemes together.</summary>
    /// <param name="schemes">The names in <c>securitySchemes</c>, each followed by its scopes with spaces between: <c>"oauth read write"</c>.</param>
    /// <returns>This object.</returns>
    public ApiSecurity Or(params string[] schemes)
    {
        _alternatives.Add(schemes);
        return this;
    }

    /// <summary>What is to be sent: nothing, where no alternative is complete.</summary>
    internal async ValueTask<List<GivenCredential>> ChooseAsync(ApiCredential[] credentials, CancellationToken cancellationToken)
    {
        bool all = !ReferenceEquals(this, Given);
        for (int i = 0; i < (all ? _alternatives.Count : 1); i++)
        {
            List<GivenCredential> asked = Find(credentials, all ? _alternatives[i] : null);
            int given = await GivenCredential.AskAsync(asked, all, cancellationToken).ConfigureAwait(false);
            if (given > 0 && (!all || given == _alternatives[i].Length)) return asked;
        }

        return [];
    }

    // Those of an alternative that are there, in its order; or all.
    private static List<GivenCredential> Find(ApiCredential[] credentials, string[]? schemes)
    {
        List<GivenCredential> found = [];
        foreach (string scheme in schemes ?? [""])
        {
            string[] words = scheme.Split(' ');
            foreach (ApiCredential credential in credentials)
            {
                if (schemes is not null && credential.Scheme != words[0]) continue;
                found.Add(new GivenCredential(credential, [.. words.Skip(1)]));
                if (schemes is not null) break;
            }
        }

        return found;
    }
}

// A credential with the secret that one request takes along.
internal sealed class GivenCredential(ApiCredential credential, string[] scopes)
{
    private string? _secret;

    /// <summary>Asks for secrets, in place of those that were there and were refused.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="all">Whether one that has none ends it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>How many have another one than before.</returns>
    public static async ValueTask<int> AskAsync(List<GivenCredential> credentials, bool all, CancellationToken cancellationToken)
    {
        int given = 0;
        foreach (GivenCredential one in credentials)
        {
            string? secret = await one.SecretAsync(cancellationToken).ConfigureAwait(false);
            if (secret is not null && secret != one._secret) given++;
            else if (all) break;
            one._secret = secret ?? one._secret;
        }

        return given;
    }

    public void Apply(ApiRequest request)
    {
        if (_secret is not null) credential.Apply(request, _secret);
    }

    private ValueTask<string?> SecretAsync(CancellationToken cancellationToken) => credential.SecretAsync(scopes, _secret, cancellationToken);
}
