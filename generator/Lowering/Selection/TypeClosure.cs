using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Lowering.Operations;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.Lowering.Selection;

/// <summary>
/// Leaves out the operations that are not selected and the types that nothing selected needs. All names are settled by then: a filter
/// takes things away and renames none.
/// </summary>
internal sealed class TypeClosure
{
    private readonly HashSet<TypeDeclaration> _needed = [];
    private readonly Stack<TypeDeclaration> _open = new();

    public static void Apply(LoweredApi api)
    {
        Configuration.SpecFilter filter = api.Context.Options.Filter;
        if (filter is { ChoosesOperations: false, Webhooks: true })
            return;
        TypeClosure closure = new();
        foreach (OperationDeclaration operation in api.Operations.Where(static o => o.IsSelected))
            closure.Need(operation);
        if (api.Operations.Any(static o => o.IsSelected))
        {
            foreach (ServerVariableDeclaration variable in api.Servers.SelectMany(static s => s.Variables))
                closure.Need(variable.Use.Shape);
        }

        foreach (TypeDeclaration declaration in api.Types)
        {
            if (
                declaration is UnionDeclaration { Events: not null }
                || (!filter.ChoosesOperations && declaration.Hint.Kind != NameKind.Inline)
            )
                closure.Need(declaration);
        }

        closure.Follow();
        DropDiagnostics(api, closure._needed);
        api.Context.Declarations.RemoveAll(d => !closure._needed.Contains(d));
        api.DropUnselected();
    }

    private void Need(OperationDeclaration operation)
    {
        foreach (ParameterDeclaration parameter in operation.Parameters)
            Need(parameter.Use.Shape);
        foreach (BodyDeclaration body in operation.Bodies)
        {
            if (body.Use is { } use)
                Need(use.Shape);
        }

        if (operation.Stream is { } stream)
            Need(stream.Item.Shape);
        foreach (AlternativeDeclaration other in operation.Alternatives)
            Need(other.Use.Shape);
        foreach (ResponseDeclaration response in operation.Responses)
        {
            if (response.Use is { } use)
                Need(use.Shape);
            foreach (HeaderDeclaration header in response.Headers)
                Need(header.Use.Shape);
        }
    }

    private void Need(TypeDeclaration declaration)
    {
        if (_needed.Add(declaration))
            _open.Push(declaration);
    }

    private void Need(Shape shape)
    {
        foreach (TypeDeclaration declaration in shape.Declarations)
            Need(declaration);
    }

    private void Follow()
    {
        while (_open.Count > 0)
        {
            foreach (SchemaUse use in _open.Pop().Uses)
                Need(use.Shape);
        }
    }

    /// <summary>What is not generated has nothing to say.</summary>
    private static void DropDiagnostics(LoweredApi api, HashSet<TypeDeclaration> needed)
    {
        HashSet<string> dropped =
        [
            .. api.Operations.Where(static o => !o.IsSelected).Select(static o => o.Place.ToString()),
            .. api.Types.Where(d => d.Hint.Kind != NameKind.Inline && !needed.Contains(d)).Select(static d => d.Place.ToString()),
        ];
        api.Context.Diagnostics.RemoveAll(d => Ancestors(d.Place.Pointer).Any(dropped.Contains));
    }

    private static IEnumerable<string> Ancestors(string pointer)
    {
        for (int end = pointer.Length; end > 0; end = pointer.LastIndexOf('/', end - 1))
            yield return pointer.Substring(0, end);
    }
}
