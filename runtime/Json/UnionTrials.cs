namespace OpenApiGen.Json;

/// <summary>
/// What trying branches has shown within the outermost trial of a thread. A union in a branch is read again by each branch around it, so
/// that without this
/// the time would multiply with every level. Nothing is kept before a trial with others in it has failed, which is rare.
/// </summary>
internal sealed class UnionTrials
{
    [ThreadStatic]
    private static UnionTrials? s_current;

    private Dictionary<(long At, object Read), (bool Fits, object? Value)>? _known;
    private int _open;
    private int _count;

    public static UnionTrials Current => s_current ??= new UnionTrials();

    /// <summary>Begins with another text, whose positions mean other places.</summary>
    public static UnionTrials? Suspend()
    {
        UnionTrials? trials = s_current;
        if (trials is { _open: > 0 })
            s_current = null;
        return trials;
    }

    public static void Resume(UnionTrials? trials) => s_current = trials;

    /// <summary>Whether a branch has been tried there before, and what that gave.</summary>
    /// <typeparam name="T">The branch.</typeparam>
    /// <param name="at">Where in the text.</param>
    /// <param name="read">What reads the branch.</param>
    /// <param name="fits">Whether it was read.</param>
    /// <param name="value">What was read.</param>
    public bool Find<T>(long at, JsonReadFunc<T> read, out bool fits, out T? value)
    {
        value = default;
        fits = false;
        if (_known is null || !_known.TryGetValue((at, read), out (bool Fits, object? Value) known))
            return false;
        fits = known.Fits;
        if (fits)
            value = (T?)known.Value;
        return true;
    }

    /// <returns>For <see cref="End"/>.</returns>
    public int Begin()
    {
        _open++;
        return ++_count;
    }

    /// <param name="at">Where in the text.</param>
    /// <param name="read">What reads the branch.</param>
    /// <param name="begun">What <see cref="Begin"/> gave.</param>
    /// <param name="fits">Whether the branch was read.</param>
    /// <param name="value">What was read.</param>
    /// <param name="mayKeep">Whether the value has in itself all that was noted while it was read: how a time was spelled is noted at the
    /// object around it.</param>
    /// <typeparam name="T">The branch.</typeparam>
    public void End<T>(long at, JsonReadFunc<T> read, int begun, bool fits, T? value, bool mayKeep)
    {
        if (--_open == 0)
        {
            _known = null;
            _count = 0;
            return;
        }

        if (_known is null && !fits && _count > begun)
            _known = [];
        if (_known is not null && mayKeep)
            _known[(at, read)] = (fits, value);
    }
}
