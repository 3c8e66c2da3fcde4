using System.Buffers;
using System.Runtime.CompilerServices;

namespace OpenApiGen.Json;

// Collects items whose number is not known until the end. The first ones live on the stack, more in a pooled array, so that
// the result is the only allocation.
internal ref struct GrowBuffer<T>
{
#if NET
    private const int Near = 8;
    private Items _near;

    [InlineArray(Near)]
    private struct Items
    {
        private T _item;
    }
#else
    private const int Near = 0;
#endif

    private T[]? _far;
    private int _count;

    public readonly int Count => _count;

    public void Add(T item)
    {
#if NET
        if (_count < Near)
        {
            _near[_count++] = item;
            return;
        }
#endif
        int at = _count - Near;
        if (_far is null || at == _far.Length)
            Grow(at);
        _far![at] = item;
        _count++;
    }

    /// <summary>The items in an array of exactly their number; the buffer must not be used after.</summary>
    public T[] ToArray()
    {
        if (_count == 0)
            return [];
        var result = new T[_count];
#if NET
        ((ReadOnlySpan<T>)_near).Slice(0, Math.Min(_count, Near)).CopyTo(result);
#endif
        if (_far is null)
            return result;
        Array.Copy(_far, 0, result, Near, _count - Near);
        Release(_far, _count - Near);
        return result;
    }

    private void Grow(int used)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(Math.Max(16, used * 2));
        if (_far is not null)
        {
            Array.Copy(_far, larger, used);
            Release(_far, used);
        }

        _far = larger;
    }

    // The pool must not keep what was read alive.
    private static void Release(T[] array, int used)
    {
#if NET
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
#endif
            Array.Clear(array, 0, used);
        ArrayPool<T>.Shared.Return(array);
    }
}
