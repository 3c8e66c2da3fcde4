using System.Net.Http;

namespace OpenApiGen.Http;

/// <summary>What a handler between a generated client and the network can ask of a request.</summary>
public static class RequestMessageExtensions
{
    /// <summary>
    /// Whether the body, if any, can be sent a second time: what is in memory and streams that can seek can. Of content that the caller
    /// made,
    /// only <see cref="ByteArrayContent"/>, text and forms among it, is known to.
    /// </summary>
    /// <param name="message">The request.</param>
    public static bool CanRepeat(this HttpRequestMessage message)
    {
        if (message is null)
            throw new ArgumentNullException(nameof(message));
        return message.Content is null or ByteArrayContent or StreamedContent { CanRepeat: true };
    }
}
