using System.Buffers;

namespace OpenApiGen.Json;

// A growing buffer from the shared pool. Clear gives the array back; the object can be used again.
internal sealed class PooledBuffer : IBufferWriter<byte>
{
    private const int FirstSize = 16 * 1024;
    private const int MaxRemembered = 1024 * 1024;

    private byte[] _array = [];
    private int _length;
    private int _sizeHint = FirstSize;

    public ReadOnlySpan<byte> WrittenSpan => _array.AsSpan(0, _length);

    public ReadOnlyMemory<byte> WrittenMemory => _array.AsMemory(0, _length);

    public void Advance(int count)
    {
        if (count < 0 || count > _array.Length - _length)
            throw new ArgumentOutOfRangeException(nameof(count));
        _length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _array.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _array.AsSpan(_length);
    }

    public void Clear()
    {
        // The next text is likely about as long as this one; one huge text must not make all later ones take huge arrays.
        _sizeHint = Math.Max(FirstSize, Math.Min(_length, MaxRemembered));
        byte[] array = _array;
        _array = [];
        _length = 0;
        if (array.Length > 0)
            ArrayPool<byte>.Shared.Return(array);
    }

    private void Ensure(int sizeHint)
    {
        int wanted = Math.Max(sizeHint, 1);
        if (_array.Length - _length >= wanted)
            return;

        long size = Math.Max(Math.Max((long)_array.Length * 2, _sizeHint), (long)_length + wanted);
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(size, 0x7FFFFFC7));
        _array.AsSpan(0, _length).CopyTo(larger);
        if (_array.Length > 0)
            ArrayPool<byte>.Shared.Return(_array);
        _array = larger;
    }
}
