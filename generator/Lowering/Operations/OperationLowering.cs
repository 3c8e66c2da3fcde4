using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using OpenApiGen.Generator.Diagnostics;
using OpenApiGen.Generator.Lowering.Paging;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;
using OpenApiGen.Generator.OpenApi;

namespace OpenApiGen.Generator.Lowering.Operations;

/// <summary>The paths of the document to operations: names first, since inline types are named after them, then their schemas.</summary>
internal sealed class OperationLowering(SchemaLowering schemas)
{
    /// <summary>With more parameters the C# compiler is busy with one method for more than ten seconds.</summary>
    private const int MostParameters = 2_000;

    private readonly Dictionary<string, NameScope> _groups = [];
    private readonly Dictionary<(string Group, string Name), (string Id, SpecPointer Place)> _holders = [];
    private readonly ClaimedNames? _claimed = schemas.Context.Claims is { } claims ? new ClaimedNames(schemas.Context, claims) : null;

    private readonly BodyLowering _bodies = new(schemas);
    private readonly ResponseLowering _responses = new(schemas);

    private LoweringContext Context => schemas.Context;

    public List<OperationDeclaration> Lower()
    {
        List<OperationDeclaration> operations = [];
        if (Context.Document.Paths is not { } paths)
            return operations;
        PagingRule paging = new(Context);
        foreach (KeyValuePair<string, IOpenApiPathItem> path in paths)
        {
            SpecPointer place = SpecPointer.Root["paths"][path.Key];
            if (path.Value is OpenApiPathItemReference { Target: null } missing)
            {
                Context.ReportValue(
                    DiagnosticDescriptors.UnresolvedReference,
                    place["$ref"],
                    missing.Reference.ReferenceV3 ?? "",
                    "nothing exists at that location",
                    "no path"
                );
                continue;
            }

            if (path.Value?.Operations is not { } methods)
                continue;
            foreach (KeyValuePair<HttpMethod, OpenApiOperation> method in methods)
            {
                Context.CancellationToken.ThrowIfCancellationRequested();
                if (method.Value is null)
                    continue;
                SpecPointer at = Place(place, method.Key.Method);
                if (Context.Parts.IsLeftOut(at))
                    continue;
                OperationDeclaration? operation = Context.Parts.Try(at, () => Operation(path, method, place, at));
                if (operation is null)
                    continue;
                operation.Paging = paging.Of(operation);
                operations.Add(operation);
            }
        }

        // Last: an enumeration never takes the name of an operation.
        foreach (OperationDeclaration operation in operations)
        {
            if (operation.Paging is { } paged)
                paged.Name = Unique(_groups[operation.Group], [.. PagingModels.Names(operation.Name, paged.Items is null)], "Pages");
            foreach (AlternativeDeclaration other in operation.Alternatives)
                other.Name = Unique(_groups[operation.Group], [operation.Name + other.Word], "Answer");
            if (operation.Stream is { IsOnly: false } streamed)
                streamed.Name = Unique(_groups[operation.Group], [operation.Name + "Stream"], "Events");
        }

        return operations;
    }

    private OperationDeclaration Operation(
        KeyValuePair<string, IOpenApiPathItem> path,
        KeyValuePair<HttpMethod, OpenApiOperation> method,
        SpecPointer place,
        SpecPointer at
    )
    {
        OperationDeclaration operation = Name(path.Key, method.Key.Method, method.Value, at);
        operation.Server = ServerLowering.Own(Context.Document, path.Value, method.Value);
        Parameters(operation, path.Value, place);
        _bodies.Lower(operation);
        _responses.Lower(operation);
        Context.RunPending();
        return operation;
    }

    /// <summary>Where the operation of a method stands: some have a member of the path, others are in a map of them all.</summary>
    private SpecPointer Place(SpecPointer path, string method)
    {
        foreach (string map in new[] { "additionalOperations", AdditionalOperations.Extension })
        {
            if (Context.Raw(path[map]) is not JsonObject methods)
                continue;
            foreach (KeyValuePair<string, JsonNode?> entry in methods)
            {
                if (entry.Key.Equals(method, System.StringComparison.OrdinalIgnoreCase))
                    return path[map][entry.Key];
            }
        }

        return path[method.ToLowerInvariant()];
    }

    private OperationDeclaration Name(string path, string method, OpenApiOperation operation, SpecPointer place)
    {
        string group = OperationNames.Group(path, operation, Context.Options.GroupBy);
        if (!_groups.TryGetValue(group, out NameScope? scope))
            _groups.Add(group, scope = new NameScope([.. OperationNames.Reserved, .. _claimed?.Of(group) ?? []]));
        string[] candidates = [.. OperationNames.Candidates(group, method, path, operation)];
        string route = OperationNames.Candidates(group, method, path, new OpenApiOperation()).Last();
        string name = _claimed?.Give(scope, group, method, path, candidates, route, place) ?? Unique(scope, candidates, route);
        if (
            operation.OperationId is { Length: > 0 } id
            && _holders.TryGetValue((group, candidates[0]), out (string Id, SpecPointer Place) holder)
        )
        {
            Context.Diagnostics.Add(
                SpecDiagnostic
                    .AtKey(DiagnosticDescriptors.NameCollision, place.ToString(), holder.Id, id, candidates[0], candidates[0], name)
                    .RelatedTo(holder.Place.ToString())
            );
        }
        else if (name == candidates[0])
            _holders.Add((group, name), (operation.OperationId ?? method + " " + path, place));
        return new OperationDeclaration(group, name, method, path, operation, place)
        {
            TypeName = OperationNames.TypeName(group, name, method, path, operation),
        };
    }

    public static string Unique(NameScope scope, string[] candidates, string role) =>
        scope.Give(candidates.FirstOrDefault(scope.IsFree) ?? candidates[0], role);

    private void Parameters(OperationDeclaration operation, IOpenApiPathItem item, SpecPointer itemPlace)
    {
        List<(IOpenApiParameter Parameter, SpecPointer Place)> all = [];
        HashSet<(string?, ParameterLocation?)> known = [];
        Collect(all, known, operation.Operation.Parameters, operation.Place["parameters"]);
        Collect(all, known, item.Parameters, itemPlace["parameters"]);
        if (all.Count > MostParameters)
        {
            all = [.. all.Where(static (p, i) => i < MostParameters || p.Parameter.Required)];
            Context.Unsupported(
                operation.Place,
                "parameters",
                $"has more than {MostParameters}; the optional ones after them can not be set"
            );
        }

        foreach ((IOpenApiParameter declared, SpecPointer place) in all)
        {
            IOpenApiParameter? parameter = declared.In == ParameterLocation.QueryString ? QueryString(declared, place) : declared;
            if (parameter is null || Place(parameter) is not { } at || parameter.Name is not { Length: > 0 } name)
                continue;
            NameHint hint = NameHint.Operation(operation.TypeName + IdentifierCasing.Pascal(name));
            KeyValuePair<string, IOpenApiMediaType>? content = MediaTypes.Json(parameter.Content);
            IOpenApiSchema? schema = parameter.Schema ?? content?.Value.Schema;
            SpecPointer schemaPlace = declared.Schema is not null
                ? place["schema"]
                : place["content"][content?.Key ?? MediaTypes.UrlEncoded]["schema"];
            SchemaUse use = schema is null
                ? new SchemaUse(new PrimitiveShape(Primitive.String), false)
                : schemas.LowerShared(
                    new SchemaSite(schema, schemaPlace, hint),
                    (declared as OpenApiParameterReference)?.Reference.ReferenceV3,
                    ""
                );
            bool isRequired = at == ParameterPlace.Path || (parameter.Required && !parameter.Deprecated);
            operation.Parameters.Add(
                new ParameterDeclaration(
                    parameter,
                    at,
                    use,
                    parameter.Schema is null && content is not null,
                    isRequired,
                    place,
                    ParameterStyles.Arguments(Context, parameter, at, place, SwaggerLists.Explode(Context, place))
                )
            );
        }

        AddMissing(operation);
        operation.Parameters.RemoveAll(p => p.Place == ParameterPlace.Path && !PathNames(operation.Path).Contains(p.Parameter.Name));
    }

    /// <summary>Declares, as strings, what the path names and nobody declares.</summary>
    private void AddMissing(OperationDeclaration operation)
    {
        foreach (string missing in PathNames(operation.Path))
        {
            if (operation.Parameters.Any(p => p.Place == ParameterPlace.Path && p.Parameter.Name == missing))
                continue;
            if (
                operation.Parameters.Any(p => p.Place == ParameterPlace.Query && p.Parameter.Name == missing)
                && WithoutPair(operation.Template, missing) is { } template
            )
            {
                operation.Template = template;
                continue;
            }

            Context.Report(
                DiagnosticDescriptors.SpecificationError,
                operation.Place,
                $"the path contains '{{{missing}}}', but no path parameter of that name is declared; a string parameter is generated"
            );
            operation.Parameters.Add(
                new ParameterDeclaration(
                    new OpenApiParameter
                    {
                        Name = missing,
                        In = ParameterLocation.Path,
                        Required = true,
                    },
                    ParameterPlace.Path,
                    new SchemaUse(new PrimitiveShape(Primitive.String), false),
                    false,
                    true,
                    operation.Place
                )
            );
        }
    }

    /// <summary>
    /// The whole query (OAS 3.2, 4.12). As a form it is on the wire the same as an exploded query parameter, whose name is not sent; else
    /// it is JSON, or a text, percent-encoded.
    /// </summary>
    private IOpenApiParameter? QueryString(IOpenApiParameter declared, SpecPointer place)
    {
        if (
            declared.Content is { } content
            && content.TryGetValue(MediaTypes.UrlEncoded, out IOpenApiMediaType? form)
            && form.Schema is { } schema
        )
        {
            return new OpenApiParameter
            {
                Name = declared.Name,
                In = ParameterLocation.Query,
                Style = Microsoft.OpenApi.ParameterStyle.Form,
                Explode = true,
                Schema = schema,
                Required = declared.Required,
                Description = declared.Description,
                Deprecated = declared.Deprecated,
            };
        }

        if (
            MediaTypes.Json(declared.Content) is not null
            || declared.Content?.Values.FirstOrDefault()?.Schema?.Type == JsonSchemaType.String
        )
            return declared;
        Context.Unsupported(place, "in", "is a query string that is neither a form nor JSON nor text; it is left out");
        return null;
    }

    /// <summary>The parameters of the operation go before those of its path, which they override.</summary>
    private void Collect(
        List<(IOpenApiParameter Parameter, SpecPointer Place)> all,
        HashSet<(string?, ParameterLocation?)> known,
        IList<IOpenApiParameter>? parameters,
        SpecPointer place
    )
    {
        for (int i = 0; i < (parameters?.Count ?? 0); i++)
        {
            IOpenApiParameter parameter = parameters![i];
            if (parameter is null)
                continue;
            if (parameter is OpenApiParameterReference { Target: null } missing)
            {
                Context.ReportValue(
                    DiagnosticDescriptors.UnresolvedReference,
                    place[i]["$ref"],
                    missing.Reference.ReferenceV3 ?? "",
                    "nothing exists at that location",
                    "no parameter"
                );
                continue;
            }

            SpecPointer at = parameter is OpenApiParameterReference { Reference.ReferenceV3: { } text } ? Context.PlaceOf(text) : place[i];
            if (known.Add((parameter.Name, parameter.In)))
                all.Add((parameter, at));
        }
    }

    /// <summary>
    /// Headers that the specification leaves to other parts of the description are no parameters (OAS 3.1, 4.8.12), nor is the length,
    /// which HttpClient knows.
    /// </summary>
    private static ParameterPlace? Place(IOpenApiParameter parameter) =>
        parameter.In switch
        {
            ParameterLocation.Path => ParameterPlace.Path,
            ParameterLocation.Query => ParameterPlace.Query,
            ParameterLocation.Header
                when parameter.Name?.ToLowerInvariant() is not ("accept" or "content-type" or "authorization" or "content-length") =>
                ParameterPlace.Header,
            ParameterLocation.Cookie => ParameterPlace.Cookie,
            ParameterLocation.QueryString => ParameterPlace.QueryString,
            _ => null,
        };

    /// <summary>
    /// A path without the pair <c>name={name}</c> of the query in it; null where it has none. The declared parameter sends it.
    /// </summary>
    private static string? WithoutPair(string path, string name)
    {
        int query = path.IndexOf('?');
        if (query < 0)
            return null;
        string[] pairs = path.Substring(query + 1).Split('&');
        string[] rest = [.. pairs.Where(p => p != name + "={" + name + "}")];
        if (rest.Length == pairs.Length)
            return null;
        return path.Substring(0, query) + (rest.Length == 0 ? "" : "?" + string.Join("&", rest));
    }

    private static IEnumerable<string> PathNames(string path)
    {
        int open = -1;
        for (int i = 0; i < path.Length; i++)
        {
            if (path[i] == '{')
                open = i;
            else if (path[i] == '}' && open >= 0)
            {
                if (i > open + 1)
                    yield return path.Substring(open + 1, i - open - 1);
                open = -1;
            }
        }
    }
}
