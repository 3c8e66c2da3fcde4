using System.Text;
using OpenApiGen.Generator.Lowering.Operations;
using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Baseline;

/// <summary>What tells the parts of an API apart on the wire, whatever they are called in C#.</summary>
internal static class WireKeys
{
    /// <summary>Method and path; how the path's parameters are called is no matter to the server.</summary>
    public static string Of(OperationDeclaration operation)
    {
        StringBuilder key = new(operation.Method + " ");
        bool inName = false;
        foreach (char c in operation.Path)
        {
            if (c == '}')
                inName = false;
            if (!inName)
                key.Append(c);
            if (c == '{')
                inName = true;
        }

        return key.ToString();
    }

    /// <summary>Where it travels and its name; in a path, its place there.</summary>
    public static string Of(OperationDeclaration operation, ParameterDeclaration parameter)
    {
        string name = parameter.Parameter.Name ?? "";
        return parameter.Place switch
        {
            ParameterPlace.Path => "path " + Position(operation.Path, name),
            ParameterPlace.Header => "header " + name.ToLowerInvariant(),
            _ => parameter.Place + " " + name,
        };
    }

    private static int Position(string path, string name)
    {
        int at = path.IndexOf("{" + name + "}", System.StringComparison.Ordinal);
        int position = 0;
        for (int i = 0; i < at; i++)
        {
            if (path[i] == '{')
                position++;
        }

        return position;
    }
}
