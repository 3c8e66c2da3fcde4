namespace OpenApiGen.Corpus.Calls;

/// <summary>What went wrong with the calls of a document: by operation, and by its status where the answer is what is wrong.</summary>
internal sealed class CallFaults
{
    private readonly Dictionary<string, IReadOnlyList<string>> _all = new(StringComparer.Ordinal);
    private readonly List<UnreadAnswer> _unread = [];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> All => _all;

    /// <summary>Answers that were not read, and have to be judged.</summary>
    public IReadOnlyList<UnreadAnswer> Unread => _unread;

    public int Read { get; set; }

    /// <summary>Answers that are not what their document says, so that nobody has to read them.</summary>
    public int Invalid { get; set; }

    public void Add(string name, string problem) => _all[name] = [.. _all.GetValueOrDefault(name, []), problem];

    /// <param name="problem">What is wrong with how the answer was read; null where nothing is.</param>
    public void Look(PlannedOperation operation, PrismAnswer answer, string? problem)
    {
        if (problem is null)
            Read++;
        else
            _unread.Add(new UnreadAnswer(operation.Method, operation.Path, answer.Status, answer.MediaType, answer.Body, problem));
    }

    public void Judge(IReadOnlyList<string?> verdicts)
    {
        foreach ((UnreadAnswer answer, string? verdict) in _unread.Zip(verdicts))
        {
            if (verdict is not null)
                Invalid++;
            else
                Add($"{answer.Method}:{answer.Path}->{answer.Status}", $"{answer.Problem} | {answer.Body}");
        }
    }
}
