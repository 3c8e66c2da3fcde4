using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace OpenApiGen.AspNetCore;

/// <summary>The path of a request as the client wrote it.</summary>
internal static class RawPath
{
    public static string[] Segments(HttpContext context)
    {
        PathString path = context.Request.PathBase + context.Request.Path;
        string? target = context.Features.Get<IHttpRequestFeature>()?.RawTarget;
        string raw = target is { Length: > 0 } ? PathOf(target) : "";

        // Where middleware has changed the path, what the client wrote is no longer it. A server leaves %2F in the path that it has
        // decoded.
        string decoded = WireText.Decode(
            raw.Replace("%2F", "%252F", StringComparison.Ordinal).Replace("%2f", "%252f", StringComparison.Ordinal)
        );
        if (decoded == path.Value || WireText.Decode(raw) == path.Value)
            return Split(raw);
        return Split(path.ToUriComponent());
    }

    private static string PathOf(string target)
    {
        int start =
            target[0] == '/' ? 0
            : target.IndexOf("://", StringComparison.Ordinal) is var scheme and > 0 ? target.IndexOf('/', scheme + 3)
            : -1;
        if (start < 0)
            return "";
        int end = target.IndexOfAny(['?', '#'], start);
        return end < 0 ? target[start..] : target[start..end];
    }

    private static string[] Split(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
