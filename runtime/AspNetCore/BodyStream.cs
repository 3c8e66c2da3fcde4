using OpenApiGen.Http;

namespace OpenApiGen.AspNetCore;

/// <summary>The body of a request, which the application may have decompressed: bytes that can not be are a fault of the request.</summary>
/// <param name="body">The body.</param>
internal sealed class BodyStream(Stream body) : WrappedStream(body)
{
    protected override Exception? Translate(Exception fault) =>
        ContentDecoding.IsUndecoded(fault)
            ? new InvalidDataException("The body is not in the encoding that its Content-Encoding says.", fault)
            : null;
}
