using System;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OpenApiGen.Generator.Diagnostics;

namespace OpenApiGen.Generator.Text;

/// <summary>Ends the reading of a document; <see cref="SpecText.Read"/> turns it into a diagnostic.</summary>
internal sealed class SpecReadException : Exception
{
    private SpecReadException(DiagnosticDescriptor descriptor, TextSpan span, params string[] arguments)
        : base(arguments[0])
    {
        Descriptor = descriptor;
        Span = span;
        Arguments = arguments;
    }

    public DiagnosticDescriptor Descriptor { get; }

    public TextSpan Span { get; }

    public string[] Arguments { get; }

    /// <summary>Whether the text is over a limit: then nothing of it is used, since what is before may be as costly.</summary>
    public bool IsLimit => ReferenceEquals(Descriptor, DiagnosticDescriptors.LimitExceeded);

    public static SpecReadException Syntax(TextSpan span, string message) => new(DiagnosticDescriptors.UnreadableDocument, span, message);

    public static SpecReadException Limit(TextSpan span, string what, int limit) =>
        new(DiagnosticDescriptors.LimitExceeded, span, what, limit.ToString("N0", CultureInfo.InvariantCulture));
}
