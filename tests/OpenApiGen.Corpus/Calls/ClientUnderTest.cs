using System.Reflection;
using OpenApiGen.Generator.Emit;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Corpus.Calls;

/// <summary>The client of a document, made with reflection.</summary>
internal sealed class ClientUnderTest
{
    private readonly Assembly _assembly;
    private readonly string _namespace;
    private readonly ClientModel _model;
    private readonly object _client;

    /// <summary>Makes the client, with credentials for everything.</summary>
    public ClientUnderTest(Assembly assembly, string @namespace, ClientModel model, HttpClient http, Uri server)
    {
        (_assembly, _namespace, _model) = (assembly, @namespace, model);
        object options = Activator.CreateInstance(TypeOf(model.OptionsName))!;
        foreach (PropertyInfo property in options.GetType().GetProperties())
        {
            if (property.PropertyType == typeof(Uri))
                property.SetValue(options, server);
            else if (property.PropertyType == typeof(string))
                property.SetValue(options, "secret");
        }

        _client = Activator.CreateInstance(TypeOf(model.Name), http, options)!;
    }

    /// <summary>The methods that an operation is, in order.</summary>
    public IReadOnlyList<(Overload Overload, MethodInfo Method)> Methods(GroupModel group, OperationModel operation)
    {
        string name = (operation.Stream is { IsOnly: true } stream ? stream.Name : operation.Name) + "Async";
        // As they were emitted, which metadata keeps.
        IEnumerable<MethodInfo> methods = TypeOf(group.InterfaceName)
            .GetMethods()
            .Where(m => m.Name == name)
            .OrderBy(static m => m.MetadataToken);
        return [.. Overload.Of(operation).Zip(methods)];
    }

    public object Group(GroupModel group) =>
        _client.GetType().GetProperty(_model.Groups.Single(g => g.InterfaceName == group.InterfaceName).PropertyName)!.GetValue(_client)!;

    private Type TypeOf(string name) => _assembly.GetType($"{_namespace}.{name}", throwOnError: true)!;
}
