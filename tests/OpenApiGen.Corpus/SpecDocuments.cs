using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Testing;

namespace OpenApiGen.Corpus;

/// <summary>Finds the documents of a command line, and the files that a document is split over.</summary>
internal static partial class SpecDocuments
{
    /// <summary>Files as given; of a folder, in ordinal order, those that say they are OpenAPI documents.</summary>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths)
    {
        List<string> documents = [];
        foreach (string path in paths)
        {
            if (File.Exists(path))
                documents.Add(path);
            else
                documents.AddRange(
                    Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(IsDocument).Order(StringComparer.Ordinal)
                );
        }

        return documents;
    }

    /// <summary>The document as the item of a build, and what it refers to as files without metadata.</summary>
    public static IReadOnlyList<SpecFile> Load(string document, CorpusOptions options)
    {
        string root = Path.GetFullPath(document);
        string text = File.ReadAllText(root);
        Dictionary<string, string> metadata = new()
        {
            ["OpenApiSpec"] = "true",
            ["OpenApiNamespace"] = options.Namespace,
            ["OpenApiGenerate"] = options.Generate,
        };
        List<SpecFile> files = [new SpecFile(root, SourceText.From(text), metadata)];
        HashSet<string> known = [root];
        Queue<(string Path, string Text)> pending = new([(root, text)]);
        while (pending.TryDequeue(out (string Path, string Text) next))
        {
            foreach (Match match in ReferencePattern().Matches(next.Text))
            {
                string path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(next.Path)!, match.Groups["file"].Value));
                if (!known.Add(path) || !File.Exists(path))
                    continue;
                string content = File.ReadAllText(path);
                files.Add(new SpecFile(path, SourceText.From(content), new Dictionary<string, string>()));
                pending.Enqueue((path, content));
            }
        }

        return files;
    }

    private static bool IsDocument(string file) =>
        Path.GetExtension(file) is ".yaml" or ".yml" or ".json" && RootPattern().IsMatch(File.ReadAllText(file));

    /// <summary>The root key in YAML at the start of a line, in JSON anywhere: other files of a split document have none.</summary>
    [GeneratedRegex(
        """^["']?(openapi|swagger)["']?\s*:|^\s*\{?\s*"(openapi|swagger)"\s*:\s*"|[{,]\s*"(openapi|swagger)"\s*:\s*"[23]\.""",
        RegexOptions.Multiline | RegexOptions.CultureInvariant
    )]
    private static partial Regex RootPattern();

    /// <summary>A <c>$ref</c>, or a value of a discriminator mapping, that names a file beside this one.</summary>
    [GeneratedRegex(
        """(\$ref["']?\s*:\s*|:\s+)["']?(?<file>[^\s"'#:{}\[\],]+\.(ya?ml|json))(#[^\s"']*)?["']?""",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex ReferencePattern();
}
