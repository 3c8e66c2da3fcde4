namespace OpenApiGen.Json;

// One reading of a text. What another one on this thread, which it is within, has going on is hidden from it, and given back at
// its end: positions mean other places in another text.
internal readonly struct ReadScope
{
    private readonly JsonKeeping? _keeping;
    private readonly UnionTrials? _trials;
    private readonly ReadMarks _marks;

    private ReadScope(ReadMarks marks)
    {
        _keeping = JsonKeeping.Suspend();
        _trials = UnionTrials.Suspend();
        _marks = JsonKeeping.Mark(marks);
    }

    public static ReadScope Begin(ReadMarks marks) => new(marks);

    public void End()
    {
        JsonKeeping.Resume(_keeping);
        UnionTrials.Resume(_trials);
        JsonKeeping.Marks = _marks;
#if NET
        StringCache.Clear();
#endif
    }
}
