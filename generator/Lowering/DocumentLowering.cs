using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Lowering.Events;
using OpenApiGen.Generator.Lowering.Handlers;
using OpenApiGen.Generator.Lowering.Operations;
using OpenApiGen.Generator.Lowering.Selection;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Lowering.Unions;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.Lowering;

/// <summary>A whole document: schemas and operations to declarations, then all names at once.</summary>
/// <param name="context">The document and what is found in it.</param>
internal sealed class DocumentLowering(LoweringContext context)
{
    /// <summary>Everything but the model: what two versions of a description are compared by.</summary>
    public LoweredApi Declare()
    {
        _ = context.Primitives; // says what is wrong with the options, whatever the document has
        SchemaLowering schemas = new(context);
        schemas.LowerComponents();
        LoweredApi api = new(context, schemas.Components, new OperationLowering(schemas).Lower());
        context.RunPending();
        if (api.Operations.Count > 0 && context.Options.HasClient)
            api.Servers = new ServerLowering(schemas).Lower();
        OperationFilter.Select(context, api.Operations);
        api.Events = new EventLowering(schemas).Lower(api.Operations);
        SharedTypes.Share(context);
        DiscriminatorCheck.Check(context);
        DefaultCycles.Break(context);
        NameResolver.Resolve(context, scope => Clients(api, scope));
        foreach (EnumDeclaration declaration in context.Declarations.OfType<EnumDeclaration>())
            declaration.Settle(context.Options.Namespace, api.JsonName);
        TypeClosure.Apply(api);
        return api;
    }

    private static void Clients(LoweredApi api, NameScope scope)
    {
        Configuration.SpecOptions options = api.Context.Options;
        api.ClientName = scope.Give(options.ClientName, "Api");
        api.OptionsName = scope.Give(options.ClientName + "Options", "Api");
        api.ServerName = scope.Give(options.ApiName + "Server", "Api");
        api.JsonName = scope.Give(options.ApiName + "Json", "Api");
        if (api.Operations.Any(static o => o.Responses.Exists(static r => r.Headers.Count > 0)))
            api.HeadersName = scope.Give(options.ApiName + "Headers", "Api");
        if (api.Context.Capabilities.HasClientFactory)
            api.ServicesName = scope.Give(options.ClientName + "Services", "Api");
        NameScope properties = new([api.ClientName, api.ServerName, .. ReservedNames.Client]);
        foreach (IGrouping<string, OperationDeclaration> group in api.Groups)
        {
            api.GroupNames.Add(
                group.Key,
                new GroupNames(
                    properties.Give(group.Key, "Api"),
                    scope.Give("I" + group.Key + "Client", "Group"),
                    scope.Give(group.Key + "Client", "Group")
                )
            );
            foreach (OperationDeclaration operation in group)
            {
                if (OperationModels.Differ([.. operation.Responses.Where(static r => !r.IsError)]))
                    operation.ResultName = scope.Give(operation.TypeName + "Result", group.Key);
            }
        }

        if (api.Context.HasServer)
            api.Stubs = ServerStubs.Of(api, scope);
    }
}
