using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using OpenApiGen.Json;
using OpenApiGen.Testing;

namespace OpenApiGen.Corpus;

/// <summary>What emitted code is compiled against: the runtime of this build and .NET as installed here.</summary>
internal static class ReferenceSet
{
    public static ImmutableArray<MetadataReference> All { get; } =
    [
        .. ReferencePacks.Files("Microsoft.NETCore.App.Ref", typeof(object)).Select(static file => MetadataReference.CreateFromFile(file)),
        MetadataReference.CreateFromFile(typeof(JsonRoot).Assembly.Location),
    ];

    /// <summary>With ASP.NET Core, for server stubs.</summary>
    public static ImmutableArray<MetadataReference> Web { get; } =
    [
        .. All,
        .. ReferencePacks
            .Files("Microsoft.AspNetCore.App.Ref", typeof(Microsoft.AspNetCore.Http.HttpContext))
            .Select(static file => MetadataReference.CreateFromFile(file)),
        MetadataReference.CreateFromFile(typeof(AspNetCore.ServerRoutes).Assembly.Location),
    ];
}
