using System.Text;

namespace OpenApiGen.Http;

/// <summary>User name and password (RFC 7617): security scheme <c>http</c>/<c>basic</c>.</summary>
public sealed class BasicCredential : ApiCredential
{
    /// <summary>A fixed pair, sent as UTF-8 in Base64.</summary>
    /// <param name="userName">The user name; null to send nothing.</param>
    /// <param name="password">The password; null is an empty one.</param>
    /// <exception cref="ArgumentException">The user name has a colon in it, which ends it (RFC 7617 section 2).</exception>
    public BasicCredential(string? userName, string? password)
        : base(Encode(userName, password)) { }

    private protected override string Place => "Header Authorization";

    internal override void Apply(ApiRequest request, string secret) => request.Header("Authorization", "Basic " + secret);

    private static string? Encode(string? userName, string? password)
    {
        if (userName is null)
            return null;
        if (userName.Contains(':'))
            throw new ArgumentException("A user name of basic authentication can not have a colon in it.", nameof(userName));
        return Convert.ToBase64String(Encoding.UTF8.GetBytes($"{userName}:{password}"));
    }
}
