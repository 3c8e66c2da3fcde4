using System.Collections.Generic;

namespace OpenApiGen.Generator.OpenApi;

/// <summary>The objects of the specification in which references stand or lead to.</summary>
internal enum ObjectKind
{
    Other,
    Document,
    Components,
    PathItem,
    Operation,
    Callback,
    Parameter,
    Header,
    RequestBody,
    Response,
    MediaType,
    Schema,
    SecurityScheme,
    Example,
    Link,
}

/// <summary>
/// How children hang on a member: as itself, as the values of a map, as the items of a list, or as either of the outer two.
/// </summary>
internal enum ChildForm
{
    One,
    Map,
    List,
    OneOrList,
}

/// <summary>Which members of an object hold which objects (OAS 3.2, 4; Swagger 2.0). What is not listed holds data, not objects.</summary>
internal static class BundleKinds
{
    private static readonly Dictionary<(ObjectKind, string), (ObjectKind Kind, ChildForm Form)> s_children = Build(
        (ObjectKind.Document, ObjectKind.PathItem, ChildForm.Map, "paths webhooks"),
        (ObjectKind.Document, ObjectKind.Components, ChildForm.One, "components"),
        (ObjectKind.Document, ObjectKind.Schema, ChildForm.Map, "definitions"),
        (ObjectKind.Document, ObjectKind.Parameter, ChildForm.Map, "parameters"),
        (ObjectKind.Document, ObjectKind.Response, ChildForm.Map, "responses"),
        (ObjectKind.Components, ObjectKind.Schema, ChildForm.Map, "schemas"),
        (ObjectKind.Components, ObjectKind.Response, ChildForm.Map, "responses"),
        (ObjectKind.Components, ObjectKind.Parameter, ChildForm.Map, "parameters"),
        (ObjectKind.Components, ObjectKind.RequestBody, ChildForm.Map, "requestBodies"),
        (ObjectKind.Components, ObjectKind.Header, ChildForm.Map, "headers"),
        (ObjectKind.Components, ObjectKind.Callback, ChildForm.Map, "callbacks"),
        (ObjectKind.Components, ObjectKind.PathItem, ChildForm.Map, "pathItems"),
        (ObjectKind.Components, ObjectKind.SecurityScheme, ChildForm.Map, "securitySchemes"),
        (ObjectKind.Components, ObjectKind.Example, ChildForm.Map, "examples"),
        (ObjectKind.Components, ObjectKind.Link, ChildForm.Map, "links"),
        (ObjectKind.Components, ObjectKind.MediaType, ChildForm.Map, "mediaTypes"),
        (ObjectKind.PathItem, ObjectKind.Parameter, ChildForm.List, "parameters"),
        (ObjectKind.PathItem, ObjectKind.Operation, ChildForm.One, "get put post delete options head patch trace query"),
        (ObjectKind.PathItem, ObjectKind.Operation, ChildForm.Map, "additionalOperations x-oai-additionalOperations"),
        (ObjectKind.Operation, ObjectKind.Parameter, ChildForm.List, "parameters"),
        (ObjectKind.Operation, ObjectKind.RequestBody, ChildForm.One, "requestBody"),
        (ObjectKind.Operation, ObjectKind.Response, ChildForm.Map, "responses"),
        (ObjectKind.Operation, ObjectKind.Callback, ChildForm.Map, "callbacks"),
        (ObjectKind.Parameter, ObjectKind.Schema, ChildForm.One, "schema items"),
        (ObjectKind.Parameter, ObjectKind.MediaType, ChildForm.Map, "content"),
        (ObjectKind.Header, ObjectKind.Schema, ChildForm.One, "schema items"),
        (ObjectKind.Header, ObjectKind.MediaType, ChildForm.Map, "content"),
        (ObjectKind.RequestBody, ObjectKind.MediaType, ChildForm.Map, "content"),
        (ObjectKind.Response, ObjectKind.MediaType, ChildForm.Map, "content"),
        (ObjectKind.Response, ObjectKind.Header, ChildForm.Map, "headers"),
        (ObjectKind.Response, ObjectKind.Link, ChildForm.Map, "links"),
        (ObjectKind.Response, ObjectKind.Schema, ChildForm.One, "schema"),
        (ObjectKind.Parameter, ObjectKind.Example, ChildForm.Map, "examples"),
        (ObjectKind.Header, ObjectKind.Example, ChildForm.Map, "examples"),
        (ObjectKind.MediaType, ObjectKind.Example, ChildForm.Map, "examples"),
        (ObjectKind.MediaType, ObjectKind.Schema, ChildForm.One, "schema itemSchema"),
        (ObjectKind.Schema, ObjectKind.Schema, ChildForm.Map, "properties patternProperties $defs definitions dependentSchemas"),
        (ObjectKind.Schema, ObjectKind.Schema, ChildForm.List, "allOf anyOf oneOf prefixItems"),
        (ObjectKind.Schema, ObjectKind.Schema, ChildForm.OneOrList, "items"),
        (
            ObjectKind.Schema,
            ObjectKind.Schema,
            ChildForm.One,
            "additionalProperties additionalItems not if then else contains propertyNames unevaluatedItems unevaluatedProperties contentSchema"
        )
    );

    public static bool TryGetChild(ObjectKind parent, string member, out ObjectKind kind, out ChildForm form)
    {
        if (parent == ObjectKind.Callback && !member.StartsWith("x-", System.StringComparison.Ordinal))
        {
            (kind, form) = (ObjectKind.PathItem, ChildForm.One);
            return true;
        }

        bool found = s_children.TryGetValue((parent, member), out (ObjectKind Kind, ChildForm Form) child);
        (kind, form) = child;
        return found;
    }

    /// <summary>Where the document keeps components of a kind; null where it has no place for them.</summary>
    public static string[]? Home(ObjectKind kind, bool isSwagger) =>
        kind switch
        {
            ObjectKind.Schema => isSwagger ? ["definitions"] : ["components", "schemas"],
            ObjectKind.Parameter => isSwagger ? ["parameters"] : ["components", "parameters"],
            ObjectKind.Response => isSwagger ? ["responses"] : ["components", "responses"],
            ObjectKind.RequestBody when !isSwagger => ["components", "requestBodies"],
            ObjectKind.Header when !isSwagger => ["components", "headers"],
            ObjectKind.Callback when !isSwagger => ["components", "callbacks"],
            _ => null,
        };

    /// <summary>What a reference to a component of a kind begins with; for what is no component, what no reference begins with.</summary>
    public static string Prefix(ObjectKind kind, bool isSwagger) =>
        kind switch
        {
            ObjectKind.Schema => isSwagger ? "#/definitions/" : "#/components/schemas/",
            ObjectKind.Parameter => isSwagger ? "#/parameters/" : "#/components/parameters/",
            ObjectKind.Response => isSwagger ? "#/responses/" : "#/components/responses/",
            ObjectKind.RequestBody => "#/components/requestBodies/",
            ObjectKind.Header => "#/components/headers/",
            ObjectKind.Callback => "#/components/callbacks/",
            ObjectKind.PathItem => "#/components/pathItems/",
            ObjectKind.SecurityScheme => "#/components/securitySchemes/",
            ObjectKind.Example => "#/components/examples/",
            ObjectKind.Link => "#/components/links/",
            ObjectKind.MediaType => "#/components/mediaTypes/",
            _ => "\0",
        };

    /// <summary>The kind in words.</summary>
    public static string Word(ObjectKind kind) =>
        kind switch
        {
            ObjectKind.PathItem => "path item",
            ObjectKind.RequestBody => "request body",
            ObjectKind.MediaType => "media type",
            ObjectKind.SecurityScheme => "security scheme",
            _ => kind.ToString().ToLowerInvariant(),
        };

    private static Dictionary<(ObjectKind, string), (ObjectKind, ChildForm)> Build(
        params (ObjectKind Parent, ObjectKind Kind, ChildForm Form, string Members)[] rows
    )
    {
        Dictionary<(ObjectKind, string), (ObjectKind, ChildForm)> children = [];
        foreach ((ObjectKind parent, ObjectKind kind, ChildForm form, string members) in rows)
        {
            foreach (string member in members.Split(' '))
                children.Add((parent, member), (kind, form));
        }

        return children;
    }
}
