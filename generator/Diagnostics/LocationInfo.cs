using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace OpenApiGen.Generator.Diagnostics;

/// <summary>
/// A place in an AdditionalFile as plain numbers: a Roslyn <see cref="Location"/> compares by reference to what it was
/// made from and would keep the whole text alive in the pipeline. Lines and columns count from 0, as Roslyn's do.
/// </summary>
internal sealed record LocationInfo(string Path, int Start, int Length, int StartLine, int StartColumn, int EndLine, int EndColumn)
{
    /// <summary>For what concerns a file as a whole.</summary>
    public static LocationInfo StartOf(string path) => new(path, 0, 0, 0, 0, 0, 0);

    public TextSpan Span => new(Start, Length);

    public LinePositionSpan LineSpan => new(new LinePosition(StartLine, StartColumn), new LinePosition(EndLine, EndColumn));

    public static LocationInfo Create(string path, SourceText text, TextSpan span)
    {
        LinePositionSpan lines = text.Lines.GetLinePositionSpan(span);
        return new LocationInfo(
            path,
            span.Start,
            span.Length,
            lines.Start.Line,
            lines.Start.Character,
            lines.End.Line,
            lines.End.Character
        );
    }

    public Location ToLocation() => Location.Create(Path, Span, LineSpan);
}
