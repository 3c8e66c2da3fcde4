using System.Collections;
using System.Reflection;
using System.Text.Json;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Corpus.Examples;

/// <summary>
/// What of a value that was read ended without a type. Finds it by walking the objects: this is a test, and may use reflection.
/// </summary>
internal sealed class ReadShape
{
    private readonly Dictionary<string, TypeModel> _models;
    private readonly string _namespace;
    private readonly List<string> _unknown = [];
    private readonly List<string> _extras = [];

    /// <param name="model">What was generated.</param>
    /// <param name="namespace">Where.</param>
    public ReadShape(ApiModel model, string @namespace)
    {
        _namespace = @namespace;
        _models = model.Files.SelectMany(static file => file.Types).ToDictionary(static type => type.Name, StringComparer.Ordinal);
    }

    /// <summary>JSON pointers to what ended as <see cref="UnknownJson"/>, and to the members that no declaration took.</summary>
    public (IReadOnlyList<string> Unknown, IReadOnlyList<string> Extras) Of(object? value)
    {
        _unknown.Clear();
        _extras.Clear();
        Look(value, "");
        return ([.. _unknown], [.. _extras]);
    }

    private void Look(object? value, string path)
    {
        switch (value)
        {
            case null or string or JsonElement or byte[]:
                return;
            case UnknownJson:
                _unknown.Add(path);
                return;
        }

        Type type = value.GetType();
        if (type.Namespace == _namespace && _models.TryGetValue(type.Name, out TypeModel? model))
            Members(value, type, model, path);
        else if (value is IDictionary map)
            Entries(map, path);
        else if (value is IEnumerable items)
            Items(items, path);
    }

    private void Members(object value, Type type, TypeModel model, string path)
    {
        switch (model)
        {
            case RecordModel record:
                foreach (PropertyModel property in record.Properties)
                    Look(Get(value, type, property.Name), Child(path, property.WireName));
                if (Get(value, type, record.ExtraName) is IEnumerable extra)
                    Extras(extra, path);
                break;
            case UnionModel:
                Look(Get(value, type, "Value"), path);
                break;
            case TupleModel tuple:
                for (int i = 0; i < tuple.Items.Length; i++)
                    Look(Get(value, type, tuple.Items[i].Name), $"{path}/{i}");
                if (Get(value, type, tuple.RestName) is IEnumerable rest)
                    Items(rest, path, tuple.Items.Length);
                break;
        }
    }

    private void Extras(IEnumerable entries, string path)
    {
        foreach (object entry in entries)
        {
            (string key, object? value) = Pair(entry);
            _extras.Add(Child(path, key));
            Look(value, Child(path, key));
        }
    }

    private void Entries(IDictionary map, string path)
    {
        foreach (DictionaryEntry entry in map)
            Look(entry.Value, Child(path, Text(entry.Key)));
    }

    private void Items(IEnumerable items, string path, int index = 0)
    {
        foreach (object? item in items)
        {
            // A map of the runtime is a list of pairs, and not always an IDictionary.
            bool isPair = item?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);
            if (isPair && Pair(item!) is var (key, value))
                Look(value, Child(path, key));
            else
                Look(item, $"{path}/{index}");
            index++;
        }
    }

    private static (string Key, object? Value) Pair(object entry)
    {
        Type type = entry.GetType();
        return (Text(type.GetProperty("Key")!.GetValue(entry)!), type.GetProperty("Value")!.GetValue(entry));
    }

    /// <summary>The key as it is on the wire: an open enum is its value.</summary>
    private static string Text(object key) => key as string ?? key.ToString() ?? "";

    /// <summary>The value of a property; null where it was kept as it came, and so has none to give.</summary>
    private static object? Get(object value, Type type, string property)
    {
        try
        {
            return type.GetProperty(property, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)?.GetValue(value);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is ApiFaultException)
        {
            return null;
        }
    }

    private static string Child(string path, string name) => path + "/" + PointerText.Escape(name);
}
