using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OpenApiGen.Generator.Tests.Infrastructure;

namespace OpenApiGen.Generator.Tests.Sources;

/// <summary>The C# files of a folder of this repository, without what a build has made.</summary>
internal static class SourceTree
{
    public static IEnumerable<(string Path, SyntaxTree Tree)> Files(string folder)
    {
        string root = Path.Combine(Repository.Root, folder);
        foreach (string file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string path = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
            if (path.Split('/').Any(static part => part is "bin" or "obj" or "Golden"))
                continue;
            yield return (
                path,
                CSharpSyntaxTree.ParseText(File.ReadAllText(file), new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Parse))
            );
        }
    }
}
