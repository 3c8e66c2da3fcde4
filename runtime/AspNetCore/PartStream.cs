using Microsoft.AspNetCore.Http;
using OpenApiGen.Http;

namespace OpenApiGen.AspNetCore;

/// <summary>
/// A part of a multipart body while it is read. The body may end in the middle of it, which the framework tells as an
/// <see cref="IOException"/>, like a disk that
/// is full; here it is what it is, a fault of the request.
/// </summary>
/// <param name="part">The part.</param>
internal sealed class PartStream(Stream part) : WrappedStream(part)
{
    public static InvalidDataException CutOff(IOException fault) => new("The body ends before the last of its parts does.", fault);

    protected override Exception? Translate(Exception fault) =>
        fault is IOException cut and not BadHttpRequestException ? CutOff(cut) : null;
}
