using OpenApiGen.Generator.Model;

namespace OpenApiGen.Generator.Emit;

/// <summary>The response headers of an API, typed: extension methods of the object that went through the call.</summary>
internal static class HeadersEmitter
{
    public static void Emit(ClientModel model, SourceWriter w)
    {
        JsonCode json = new(w.Context.Namespace, static _ => false);
        w.Blank();
        w.Docs("summary", "The headers that the description declares, of the response that a call has had.");
        using (w.Open($"{w.Access} static partial class {model.HeadersName}"))
        {
            foreach (HeaderModel header in model.Headers)
            {
                w.Docs("summary", header.Docs);
                w.Lines(
                    $"public static {header.Type.CSharp} Get{header.Name}(this §ApiCall call) => §ApiHeader.Read(call, {header.WireLiteral}, §ApiHeaderForm.{header.Form}, {json.Reader(header.Type)});"
                );
            }
        }
    }
}
