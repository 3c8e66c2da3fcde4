namespace OpenApiGen.Http;

// JSON Lines, and JSON text sequences. Lines of nothing but white space are no items.
internal sealed class LineItems(Stream stream, long bound) : ItemReader(stream, bound, endsWithReturn: false)
{
    private ReadOnlyMemory<byte> _line;

    public override ReadOnlySpan<byte> Json => _line.Span;

    // Without white space and the separator of RFC 7464.
    protected override bool Complete(ReadOnlyMemory<byte> line)
    {
        ReadOnlySpan<byte> text = line.Span;
        int start = 0,
            end = text.Length;
        while (start < end && IsAround(text[start]))
            start++;
        while (end > start && IsAround(text[end - 1]))
            end--;
        _line = line.Slice(start, end - start);
        return end > start;
    }

    protected override bool CompleteCutOff(ReadOnlyMemory<byte> line) => Complete(line);

    private static bool IsAround(byte character) => character is (byte)' ' or (byte)'\t' or (byte)'\r' or 0x1E;
}
