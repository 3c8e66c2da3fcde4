using System.Text.Json;
using Junction;

namespace OpenApiGen.Integration.Tests.Support;

/// <summary>Reading and writing as a program without reflection does: through the generated resolver.</summary>
internal static class Wire
{
    public static T Read<T>(string json) => JsonSerializer.Deserialize(json, JunctionJson.TypeInfo<T>())!;

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, JunctionJson.TypeInfo<T>());

    public static void RoundTrips<T>(string json) => JsonAssert.Same(json, Write(Read<T>(json)));
}
