using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>The resolver through which System.Text.Json finds the converters without reflection.</summary>
internal static class JsonContextEmitter
{
    public static void Emit(JsonContextModel model, SourceWriter w)
    {
        w.Docs("summary", "Finds the JSON converters of this API for System.Text.Json without reflection.");
        using (w.Open($"{w.Access} sealed partial class {model.Name} : §IJsonTypeInfoResolver"))
        {
            w.Lines(
                $$"""
                private {{model.Name}}() { }
                /// <summary>The one instance: chain it into <c>JsonSerializerOptions.TypeInfoResolverChain</c>.</summary>
                public static {{model.Name}} Default { get; } = new();
                /// <summary>Read-only options that know exactly the types of this API.</summary>
                public static §JsonSerializerOptions Options { get; } = new() { TypeInfoResolver = Default };
                /// <summary>What <c>JsonSerializer</c> needs to read and write a type of this API.</summary>
                public static §JsonTypeInfo<T> TypeInfo<T>() => (§JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
                private static §JsonTypeInfo Of<T>(§JsonSerializerOptions options, §JsonConverter<T> converter) => §JsonMetadataServices.CreateValueInfo<T>(options, converter);
                /// <inheritdoc/>
                """
            );
            using (w.Open("public §JsonTypeInfo? GetTypeInfo(§Type type, §JsonSerializerOptions options)"))
            {
                foreach (JsonTypeModel type in model.Types)
                {
                    string name = type.Name is "Default" or "Options" ? $"global::{w.Context.Namespace}.{type.Name}" : type.Name;
                    w.Lines($"if (type == typeof({name})) return Of(options, new {type.Converter ?? name + ".Converter"}());");
                }

                w.Lines("return null;");
            }
        }
    }
}
