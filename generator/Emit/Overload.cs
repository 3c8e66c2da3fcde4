using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>
/// One of the methods that an operation is: one for each way to give its body, and each of these twice where parameters are
/// deprecated, so that only a call that passes one of them is warned about.
/// </summary>
/// <param name="Body">Null where the operation has none.</param>
/// <param name="Obsolete">What is said about the parameters.</param>
/// <param name="Forwards">It leaves the deprecated parameters out and calls the other one.</param>
internal sealed record Overload(IReadOnlyList<ParameterModel> Parameters, BodyModel? Body, ObsoleteModel? Obsolete, bool Forwards)
{
    public static IEnumerable<Overload> Of(OperationModel operation)
    {
        if (operation.Bodies.IsEmpty)
            return Of(operation, null);
        return operation.Bodies.SelectMany(body => Of(operation, body));
    }

    /// <summary>The parameters that are not deprecated, with the first of the bodies.</summary>
    public static Overload Current(OperationModel operation) =>
        new([.. operation.Parameters.Where(static p => p.Obsolete is null)], operation.Body, null, false);

    private static IEnumerable<Overload> Of(OperationModel operation, BodyModel? body)
    {
        ObsoleteModel[] reasons = [.. operation.Parameters.Where(static p => p.Obsolete is not null).Select(static p => p.Obsolete!)];
        if (reasons.Length > 0)
            yield return Current(operation) with
            {
                Body = body,
                Forwards = true,
            };
        ObsoleteModel? obsolete = reasons.Length switch
        {
            0 => null,
            1 => reasons[0],
            _ => new ObsoleteModel(string.Join(" ", reasons.Select(static r => r.Message).Distinct()), "OAG9004"),
        };
        yield return new Overload([.. operation.Parameters], body, obsolete, false);
    }

    /// <summary>Parameters in the order of the signature, with those that every operation has.</summary>
    public string Signature() => string.Join(", ", Ordered());

    /// <summary>The full set of arguments, deprecated ones left out.</summary>
    public IEnumerable<string> Arguments(OperationModel operation)
    {
        foreach (ParameterModel parameter in operation.Parameters)
            yield return $"{parameter.Name}: {(parameter.Obsolete is null ? parameter.Name : "null")}";
        if (Body is not null)
            yield return $"{Body.Name}: {Body.Name}";
        yield return "call: call";
        yield return "cancellationToken: cancellationToken";
    }

    public void Document(SourceWriter w)
    {
        foreach (ParameterModel parameter in Parameters)
            w.Docs($"param name=\"{parameter.Name.TrimStart('@')}\"", parameter.Docs);
        if (Body is not null)
            w.Docs($"param name=\"{Body.Name}\"", Body.Docs.Length == 0 ? "The request body." : Body.Docs);
    }

    private IEnumerable<string> Ordered()
    {
        foreach (ParameterModel required in Parameters.Where(static p => p.IsRequired))
            yield return $"{required.Type.CSharp} {required.Name}";
        if (Body is { IsRequired: true } must)
            yield return $"{must.Type.CSharp} {must.Name}";
        foreach (ParameterModel deprecated in Parameters.Where(static p => !p.IsRequired && p.Obsolete is not null))
            yield return $"{deprecated.Type.CSharp} {deprecated.Name}";
        if (Body is { IsRequired: false } may)
            yield return $"{may.Type.WithNullable(true).CSharp} {may.Name} = null";
        foreach (ParameterModel optional in Parameters.Where(static p => !p.IsRequired && p.Obsolete is null))
            yield return $"{optional.Type.CSharp} {optional.Name} = null";
        yield return "§ApiCall? call = null";
        yield return "§CancellationToken cancellationToken = default";
    }
}
