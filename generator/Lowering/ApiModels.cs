using System.Collections.Generic;
using System.Linq;
using OpenApiGen.Generator.Baseline;
using OpenApiGen.Generator.Configuration;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Lowering.Operations;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Model;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.Lowering;

/// <summary>A lowered document to the model that is emitted.</summary>
/// <param name="api">The present description.</param>
/// <param name="tombstones">What is left of its baseline; null without one.</param>
internal sealed class ApiModels(LoweredApi api, Tombstones? tombstones)
{
    private readonly LoweringContext _context = api.Context;
    private readonly HintNames _hints = new(api.Context.Options.HintPrefix);

    public static ApiModel Of(LoweredApi api, Tombstones? tombstones)
    {
        ApiModels models = new(api, tombstones);
        EmitContext emit = models.Emit();
        ApiModel model = models.Model(emit);
        return api.Stubs?.Add(model, api, models._hints, emit, models.GroupDocs) ?? model;
    }

    private EmitContext Emit() =>
        new(
            _context.Options.Namespace,
            api.TypeNames.Concat(tombstones?.TypeNames ?? []).Where(FrameworkNames.IsUsed).ToEquatableArray(),
            _context.Capabilities,
            _context.Options.Access == AccessModifier.Internal ? "internal" : "public",
            _context.Options.Docs,
            _context.Options.Reading.ToString()
        );

    private ApiModel Model(EmitContext emit)
    {
        EquatableArray<TypeFileModel> files = Files(emit);
        bool hasClient = _context.Options.HasClient && (api.Operations.Count > 0 || tombstones is { HadClient: true });
        if (!hasClient)
            return new ApiModel(files, Json(emit), null, default) { Removed = tombstones?.Model(_hints, emit) };

        ClientAccess access = ClientAccess.Of(api);
        SecurityModel? security = new SecurityLowering(_context).Lower(api.Operations);
        ClientModel client = new(
            _hints.Give(api.ClientName),
            emit,
            api.ClientName,
            api.OptionsName,
            api.ServerName,
            DocText.Of(_context.Document.Info?.Description ?? _context.Document.Info?.Title) is { Summary.Length: > 0 } docs
                ? docs
                : new DocModel("The API's client."),
            ServerModels.Of(api.Servers),
            access.Servers,
            access.Credentials,
            security,
            References(),
            api.ServicesName,
            api.HeadersName,
            HeaderModels.All(api.Operations)
        )
        {
            RemovedServers = tombstones?.Servers() ?? default,
        };
        return new ApiModel(files, Json(emit), client, api.Groups.Select(g => Group(g, api.GroupNames[g.Key], emit)).ToEquatableArray())
        {
            Removed = tombstones?.Model(_hints, emit),
        };
    }

    private EquatableArray<TypeFileModel> Files(EmitContext emit)
    {
        TypeModels models = new(_context);
        Dictionary<TypeDeclaration, List<TypeModel>> files = [];
        List<(TypeDeclaration Root, List<TypeModel> Types)> order = [];
        foreach (TypeDeclaration declaration in _context.Declarations)
        {
            _context.CancellationToken.ThrowIfCancellationRequested();
            TypeDeclaration root = declaration;
            while (root.Hint.Owner is { } owner)
                root = owner.Canonical;
            if (!files.TryGetValue(root, out List<TypeModel>? types))
            {
                files.Add(root, types = []);
                order.Add((root, types));
            }

            // The type itself first, then what belongs to it: the branches of a union are declared before it.
            if (_context.Parts.Try(declaration.Part, () => models.Of(declaration)) is not { } model)
                continue;
            _context.Budget.Text(root.Place, EmittedLength.Of(model));
            if (tombstones?.Values(declaration) is { IsEmpty: false } removed)
                model = model is ClosedEnumModel closed ? closed with { Removed = removed } : (EnumModel)model with { Removed = removed };
            if (declaration == root)
                types.Insert(0, model);
            else
                types.Add(model);
        }

        return order.Select(f => new TypeFileModel(_hints.Give(f.Root.Name), emit, f.Types.ToEquatableArray())).ToEquatableArray();
    }

    private JsonContextModel Json(EmitContext emit) =>
        new(
            _hints.Give(api.JsonName),
            emit,
            api.JsonName,
            _context.Declarations.Select(static d => new JsonTypeModel(d.Name, (d as EnumDeclaration)?.Converter)).ToEquatableArray()
        );

    private EquatableArray<GroupReference> References() =>
        api
            .Groups.Select(g => new GroupReference(
                api.GroupNames[g.Key].Property,
                api.GroupNames[g.Key].Interface,
                api.GroupNames[g.Key].Class,
                GroupDocs(g.Key)
            ))
            .ToEquatableArray();

    private GroupModel Group(IGrouping<string, OperationDeclaration> group, GroupNames names, EmitContext emit)
    {
        List<ResultModel> results = [];
        EquatableArray<OperationModel> operations = group
            .Select(o => _context.Parts.Try(o.Place, () => Counted(o, OperationModels.Of(o, results))))
            .OfType<OperationModel>()
            .ToEquatableArray();
        return new GroupModel(
            _hints.Give(names.Class),
            emit,
            names.Interface,
            names.Class,
            GroupDocs(group.Key),
            operations,
            results.ToEquatableArray()
        );
    }

    private OperationModel Counted(OperationDeclaration operation, OperationModel model)
    {
        _context.Budget.Text(operation.Place, EmittedLength.Of(model));
        return model;
    }

    /// <summary>What the document says about the tag.</summary>
    private DocModel GroupDocs(string group)
    {
        foreach (Microsoft.OpenApi.OpenApiTag tag in _context.Document.Tags ?? new HashSet<Microsoft.OpenApi.OpenApiTag>())
        {
            if (tag.Name is { } name && IdentifierCasing.Pascal(name) == group && tag.Description is { Length: > 0 } text)
                return DocText.Of(text);
        }

        return new DocModel("The operations of the group <c>" + XmlDoc.Escape(group) + "</c>.");
    }
}
