using OpenApiGen.Corpus.Examples;

namespace OpenApiGen.Corpus;

/// <summary>What one document gave.</summary>
internal sealed record SpecRow
{
    public required string Spec { get; init; }

    /// <summary>C# was emitted and no error reported.</summary>
    public bool Generated { get; init; }

    /// <summary>The compiler found no error.</summary>
    public bool Compiled { get; init; }

    public int Types { get; init; }

    public int Operations { get; init; }

    public int Files { get; init; }

    public int Lines { get; init; }

    /// <summary>Characters of C#; of ASCII text, bytes.</summary>
    public int Characters { get; init; }

    public double GeneratorMilliseconds { get; init; }

    public double CompileMilliseconds { get; init; }

    /// <summary>Of the compiler.</summary>
    public int Errors { get; init; }

    /// <summary>Of the compiler.</summary>
    public int Warnings { get; init; }

    /// <summary>Of the generator, by id.</summary>
    public IReadOnlyDictionary<string, int> Diagnostics { get; init; } = new Dictionary<string, int>();

    /// <summary>Of both, and exceptions, as text; as many as are shown.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    public int Payloads { get; init; }

    public int PayloadsLost { get; init; }

    /// <summary>"Schema/file.json: $.path: what".</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];

    /// <summary>How values that others made were read; null where there was no such thing to do.</summary>
    public ExampleCounts? Examples { get; init; }

    /// <summary>Values that are not valid and were not read as their type entirely, and why; nobody's fault.</summary>
    public IReadOnlyList<string> Invalid { get; init; } = [];

    public int OperationsCalled { get; init; }

    public int Calls { get; init; }

    public int AnswersRead { get; init; }

    /// <summary>Answers that are not what the document says.</summary>
    public int AnswersInvalid { get; init; }

    /// <summary>What fell short within the document, and how: schemas, as their folders are named, and operations.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Lost { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Nothing was to be tried with the document.</summary>
    public bool Passed { get; init; }

    public bool Clean => Passed || (Generated && Compiled && Errors == 0 && Warnings == 0);

    public bool Succeeded => Clean && PayloadsLost == 0 && Lost.Count == 0;
}
