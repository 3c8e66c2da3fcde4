using System.Collections.Generic;
using System.Globalization;
using OpenApiGen.Generator.Configuration;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering;

/// <summary>
/// How much may be made of one description. A short one can ask for more than any compiler takes: thousands of objects that each take in
/// the members of all others. The bounds are options; whoever exceeds one is told so, at the place that has used most.
/// </summary>
internal sealed class GenerationBudget(SpecOptions options)
{
    private readonly Use _types = new("types", options.MaxTypes, "MaxTypes");
    private readonly Use _members = new("members that objects have or take in from others", options.MaxMembers, "MaxMembers");
    private readonly Use _characters = new("characters of C#", options.MaxCharacters, "MaxCharacters");

    /// <summary>A type is emitted.</summary>
    public void Type(TypeDeclaration declaration)
    {
        TypeDeclaration root = declaration;
        while (root.Hint.Owner is { } owner)
            root = owner;
        _types.Add(root.Place, 1);
    }

    /// <summary>An object has one more member, or takes in one more schema.</summary>
    public void Part(SpecPointer place) => _members.Add(place, 1);

    /// <summary>So many characters, more or less, are going to be emitted.</summary>
    public void Text(SpecPointer place, int length) => _characters.Add(place, length);

    /// <summary>One of the bounds.</summary>
    private sealed class Use(string what, int limit, string option)
    {
        private readonly Dictionary<SpecPointer, long> _byPlace = [];
        private long _used;

        public void Add(SpecPointer place, int count)
        {
            _byPlace[place] = (_byPlace.TryGetValue(place, out long before) ? before : 0) + count;
            _used += count;
            if (_used <= limit)
                return;
            SpecPointer most = place;
            foreach (KeyValuePair<SpecPointer, long> entry in _byPlace)
            {
                if (entry.Value > _byPlace[most])
                    most = entry.Key;
            }

            string number = limit.ToString(CultureInfo.InvariantCulture);
            throw new BudgetExceededException(
                SpecDiagnostic.AtKey(
                    DiagnosticDescriptors.LimitExceeded,
                    most.ToString(),
                    $"{what}, of which {_byPlace[most].ToString(CultureInfo.InvariantCulture)} are from here; nothing is generated",
                    $"{number}; the option {option} sets another"
                )
            );
        }
    }
}

/// <summary>More would be made of a description than the project allows.</summary>
internal sealed class BudgetExceededException(SpecDiagnostic diagnostic) : System.Exception(diagnostic.Descriptor.Id)
{
    public SpecDiagnostic Diagnostic => diagnostic;
}
