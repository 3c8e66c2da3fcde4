using System.Text.Json;
using OpenApiGen.Http;

namespace OpenApiGen.Runtime.Tests.Http.Support;

/// <summary>Lists and objects as emitted code makes them: through JSON.</summary>
internal static class Values
{
    public static ParameterValue List(params object?[] items) => Of(items);

    public static ParameterValue Map(params (string Name, object? Value)[] members) =>
        Of(members.ToDictionary(static member => member.Name, static member => member.Value));

    private static ParameterValue Of(object value) =>
        ParameterValue.FromJson(value, static (writer, it) => JsonSerializer.Serialize(writer, it));
}
