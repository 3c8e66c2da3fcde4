using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.Diagnostics;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Configuration;

/// <summary>The metadata of one item. A value that is not allowed is reported at the start of its file, and the default is used.</summary>
/// <param name="path">The file of the item.</param>
/// <param name="options">What MSBuild passes on for it.</param>
/// <param name="problems">What is wrong with it so far.</param>
internal sealed class ItemMetadata(string path, AnalyzerConfigOptions options, List<DiagnosticInfo> problems)
{
    private const string Prefix = "build_metadata.AdditionalFiles.OpenApi";

    public string Path => path;

    /// <summary>The trimmed value; null where there is none.</summary>
    public string? Text(string name) =>
        options.TryGetValue(Prefix + name, out string? value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>One of the names of an enum, in any case.</summary>
    public T Choice<T>(string name, T usual)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
            return usual;
        string[] names = Enum.GetNames(typeof(T));
        int index = Array.FindIndex(names, n => n.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (index >= 0)
            return (T)Enum.Parse(typeof(T), names[index]);
        Report(name, text, $"{string.Join(", ", names.Take(names.Length - 1))} or {names[names.Length - 1]}; {usual} is used");
        return usual;
    }

    /// <summary><c>true</c> or <c>false</c>, in any case.</summary>
    public bool Flag(string name, bool usual)
    {
        if (Text(name) is not { } text)
            return usual;
        if (bool.TryParse(text, out bool value))
            return value;
        Report(name, text, $"true or false; {(usual ? "true" : "false")} is used");
        return usual;
    }

    /// <summary>A number from 1 on.</summary>
    public int Count(string name, int usual)
    {
        if (Text(name) is not { } text)
            return usual;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value > 0)
            return value;
        Report(
            name,
            text,
            $"a number from 1 to {int.MaxValue.ToString(CultureInfo.InvariantCulture)}; {usual.ToString(CultureInfo.InvariantCulture)} is used"
        );
        return usual;
    }

    /// <summary>Parts between semicolons; commas part as well, since MSBuild's way to the compiler has no semicolons.</summary>
    public EquatableArray<string> List(string name) =>
        Text(name) is not { } text
            ? default
            : text.Split(';', ',').Select(static part => part.Trim()).Where(static part => part.Length > 0).ToEquatableArray();

    /// <param name="name">The option as it is called on the item.</param>
    /// <param name="value">What it is.</param>
    /// <param name="allowed">What it could be, and what is used instead.</param>
    public void Report(string name, string value, string allowed) =>
        problems.Add(DiagnosticInfo.Create(DiagnosticDescriptors.InvalidOption, LocationInfo.StartOf(path), name, value, allowed));
}
