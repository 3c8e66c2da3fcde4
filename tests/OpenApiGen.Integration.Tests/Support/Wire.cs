using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Junction;

namespace OpenApiGen.Integration.Tests.Support;

/// <summary>Reading and writing as a program without reflection does: through the generated resolvers.</summary>
internal static class Wire
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(
            JunctionJson.Default,
            Nested.NestedJson.Default,
            TwoDiscriminators.TwoDiscriminatorsJson.Default,
            OptionalKind.OptionalKindJson.Default
        ),
    };

    public static T Read<T>(string json) => JsonSerializer.Deserialize(json, TypeInfo<T>())!;

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, TypeInfo<T>());

    public static void RoundTrips<T>(string json) => JsonAssert.Same(json, Write(Read<T>(json)));

    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)s_options.GetTypeInfo(typeof(T));
}
