using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Text;

namespace OpenApiGen.Generator.OpenApi;

/// <summary>The files that the compiler has been given, each read when something refers to it.</summary>
internal sealed class SpecFiles(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, SpecFile> _read = new(StringComparer.Ordinal);
    private Dictionary<string, AdditionalText>? _byPath;

    /// <summary>What reading the parts had to say; that of the document itself is with its text.</summary>
    public List<DiagnosticInfo> Problems { get; } = [];

    /// <summary>How deep the deepest of the files is that have been read.</summary>
    public int Depth { get; private set; }

    public SpecFile Read(AdditionalText text)
    {
        string path = SpecFile.Normalize(text.Path);
        if (_read.TryGetValue(path, out SpecFile? known))
            return known;
        SpecFile file = new(path, SpecText.Read(text.Path, text.GetText(cancellationToken) ?? SourceText.From(""), cancellationToken));
        _read.Add(path, file);
        Depth = System.Math.Max(Depth, file.Text.Depth);
        return file;
    }

    /// <summary>The file at a normalized path; null when the project has not given it to the compiler.</summary>
    public SpecFile? Open(string path)
    {
        if (_read.TryGetValue(path, out SpecFile? known))
            return known;
        if (_byPath is null)
        {
            _byPath = new Dictionary<string, AdditionalText>(StringComparer.Ordinal);
            foreach (AdditionalText text in files)
                _byPath[SpecFile.Normalize(text.Path)] = text;
        }

        if (!_byPath.TryGetValue(path, out AdditionalText? found))
            return null;
        SpecFile file = Read(found);

        // A part that cannot be read takes with it what refers to it, which is told where that is; the rest of the description is
        // generated.
        Problems.AddRange(file.Text.Problems.Select(static p => p.IsError ? p with { Severity = DiagnosticSeverity.Warning } : p));
        return file;
    }
}
