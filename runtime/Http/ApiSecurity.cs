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
    /// <param name="schemes">The names in <c>securitySchemes</c>, each followed by its scopes with spaces between: <c>"oauth read
    /// write"</c>.</param>
    /// <returns>This object.</returns>
    public ApiSecurity Or(params string[] schemes)
    {
        _alternatives.Add(schemes);
        return this;
    }

    /// <summary>Which headers a log must not show: those of credentials, besides others.</summary>
    /// <param name="others">The others.</param>
    /// <param name="headers">The headers of credentials.</param>
    public static Func<string, bool> Hiding(Func<string, bool> others, params string[] headers) =>
        name => others(name) || headers.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>What is to be sent: nothing, where no alternative is complete.</summary>
    internal ValueTask<List<GivenCredential>> ChooseAsync(ApiCredential[] credentials, CancellationToken cancellationToken)
    {
        bool isChoice = !ReferenceEquals(this, Given);
        List<List<GivenCredential>> candidates = [];
        if (!isChoice)
            Add(candidates, credentials, null);
        foreach (string[] schemes in _alternatives)
            Add(candidates, credentials, schemes);
        return GivenCredential.AskAsync(candidates, isChoice, cancellationToken);
    }

    // The credentials of an alternative, or all; none, where one is not there.
    private static void Add(List<List<GivenCredential>> candidates, ApiCredential[] credentials, string[]? schemes)
    {
        List<GivenCredential> found = [];
        foreach (string scheme in schemes ?? [""])
        {
            string[] words = scheme.Split(' ');
            foreach (ApiCredential credential in credentials)
            {
                if (schemes is not null && credential.Scheme != words[0])
                    continue;
                found.Add(new GivenCredential(credential, [.. words.Skip(1)]));
                if (schemes is not null)
                    break;
            }
        }

        if (schemes is null || found.Count == schemes.Length)
            candidates.Add(found);
    }
}

// A credential with the secret that one request takes along.
internal sealed class GivenCredential(ApiCredential credential, string[] scopes)
{
    private string? _secret;

    /// <summary>What is sent, to be hidden elsewhere.</summary>
    public string? Secret => _secret;

    /// <summary>The header that takes it along; null where none does.</summary>
    public string? HeaderName => _secret is null ? null : credential.HeaderName;

    /// <summary>Asks for secrets, in place of those that were there and were refused.</summary>
    /// <param name="alternatives">The credentials.</param>
    /// <param name="all">Whether an alternative counts only with a secret for each of its credentials.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The first alternative that has other secrets than before; empty where there is none.</returns>
    public static async ValueTask<List<GivenCredential>> AskAsync(
        List<List<GivenCredential>> alternatives,
        bool all,
        CancellationToken cancellationToken
    )
    {
        foreach (List<GivenCredential> alternative in alternatives)
        {
            int given = 0;
            foreach (GivenCredential one in alternative)
            {
                string? secret = await one.SecretAsync(cancellationToken).ConfigureAwait(false);
                if (secret is not null && secret != one._secret)
                    given++;
                else if (all)
                    break;
                one._secret = secret ?? one._secret;
            }

            if (given > 0 && (!all || given == alternative.Count))
                return alternative;
        }

        return [];
    }

    public void Apply(ApiRequest request)
    {
        if (_secret is not null)
            credential.Apply(request, _secret);
    }

    // Whoever gives the secret may not listen to the token.
    private async ValueTask<string?> SecretAsync(CancellationToken cancellationToken)
    {
        ValueTask<string?> secret = credential.SecretAsync(scopes, _secret, cancellationToken);
        if (secret.IsCompleted || !cancellationToken.CanBeCanceled)
            return await secret.ConfigureAwait(false);
        Task<string?> asked = secret.AsTask();
        TaskCompletionSource<bool> cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration registration = cancellationToken.Register(
            static state => ((TaskCompletionSource<bool>)state!).TrySetResult(true),
            cancelled
        );
        if (await Task.WhenAny(asked, cancelled.Task).ConfigureAwait(false) != asked)
            cancellationToken.ThrowIfCancellationRequested();
        return await asked.ConfigureAwait(false);
    }
}
