using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Generator.Text;

namespace OpenApiGen.Corpus.Fuzz;

/// <summary>The process that tries mutants; it may die of one, and is then started again after it.</summary>
internal static class FuzzWorker
{
    /// <summary>Mutants of one document in a row, so that it is read once.</summary>
    public const int Block = 20;

    private const long MostBytes = 3_000_000;

    private static readonly byte[] s_plain =
    [
        .. """{"openapi": "3.0.0", "info": {"title": "a", "version": "1"}, "paths": {"/a": {"get": {"responses": {"200": {}}}}}}"""u8,
    ];

    /// <summary>The documents that mutants are made of.</summary>
    public static IReadOnlyList<string> Documents(CorpusOptions options) =>
        [.. SpecDocuments.Find(options.Paths).Where(static d => new FileInfo(d).Length <= MostBytes)];

    /// <summary>The mutant with a number.</summary>
    public static byte[] Make(IReadOnlyList<string> documents, int seed, int number, ref (string? Path, JsonObject? Tree, byte[] Text) read)
    {
        Random random = new(unchecked((seed * 7919) + (number / Block)));
        string path = documents[random.Next(documents.Count)];
        if (read.Path != path)
        {
            byte[] text = File.ReadAllBytes(path);
            read = (path, SpecText.Read(path, SourceText.From(File.ReadAllText(path)), CancellationToken.None).Root as JsonObject, text);
        }

        return Mutant.Of(read.Tree ?? [], read.Text, unchecked((seed * 1_000_003) + number));
    }

    /// <summary>Tries mutants one after the other, and says on its output what it begins with and how that ended.</summary>
    public static int Run(CorpusOptions options)
    {
        IReadOnlyList<string> documents = Documents(options);
        // Compiling the compiler just in time is no mutant's fault.
        MutantTrial.Failure(s_plain);
        (string?, JsonObject?, byte[]) read = (null, null, []);
        for (int number = options.FuzzFrom ?? 0; number < options.Mutants; number = Next(number, options.Parallel))
        {
            byte[] text = Make(documents, options.Seed, number, ref read);
            if (options.OutputFolder is { } folder)
                Write(text, folder, options.Seed, number);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"> {number}"));
            string? failure = MutantTrial.Failure(text)?.ReplaceLineEndings(" ");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"< {number} {failure}"));
        }

        return 0;
    }

    private static void Write(byte[] text, string folder, int seed, int number)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{seed}-{number}.json")), text);
    }

    /// <summary>The number after this one that falls to the same worker: blocks go round.</summary>
    public static int Next(int number, int workers) => (number + 1) % Block == 0 ? number + 1 + ((workers - 1) * Block) : number + 1;
}
