using System.Text;
using BodiesForm;
using BodiesLines;
using BodiesMultipart;
using BodiesRaw;
using Microsoft.AspNetCore.Http;
using OpenApiGen.Integration.Tests.Support;

namespace OpenApiGen.Integration.Tests.Http;

/// <summary>Bodies of every kind, as the form reader of ASP.NET Core and a plain reader see them.</summary>
public sealed class BodyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_form_is_read_field_by_field_and_what_is_not_set_is_not_there()
    {
        IFormCollection? form = null;
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context => form = await context.Request.ReadFormAsync());
        using var http = new HttpClient { BaseAddress = server.Address };

        await new BodiesFormClient(http).Plain.PostPlainAsync(
            new()
            {
                Amount = 7,
                Note = "a&b=ü +",
                Tags = ["x", "y"],
                Address = new() { City = "Bern" },
            },
            cancellationToken: Token
        );

        Assert.Equal(["address", "amount", "note", "tags"], form!.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("7", form["amount"]);
        Assert.Equal("a&b=ü +", form["note"]);
        Assert.Equal(["x", "y"], form["tags"].AsEnumerable());
        Assert.Equal("""{"city":"Bern"}""", form["address"]);
        Assert.StartsWith("application/x-www-form-urlencoded", server.Request.Headers["Content-Type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_encoding_says_how_a_field_is_sent()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(static _ => Task.CompletedTask);
        using var http = new HttpClient { BaseAddress = server.Address };

        await new BodiesFormClient(http).Styled.PostStyledAsync(
            new()
            {
                Amount = 7,
                Tags = ["x", "y"],
                Expand = ["a"],
                Metadata = new Dictionary<string, string> { ["k"] = "v" },
                Address = new() { City = "Bern" },
            },
            cancellationToken: Token
        );

        Assert.Equal(
            "amount=7&tags=x|y&expand[0]=a&metadata[k]=v&address={\"city\":\"Bern\"}",
            Uri.UnescapeDataString(server.Request.Body)
        );
    }

    [Fact]
    public async Task Files_arrive_with_name_type_and_headers()
    {
        IFormCollection? form = null;
        List<string> texts = [];
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            form = await context.Request.ReadFormAsync();
            foreach (IFormFile sent in form.Files)
                texts.Add($"{sent.Name}: {await TextAsync(sent)}");
        });
        using var http = new HttpClient { BaseAddress = server.Address };
        using var page = new MemoryStream("page two"u8.ToArray());

        await new BodiesMultipartClient(http).Documents.UploadDocumentAsync(
            new()
            {
                File = new ApiFile("%PDF"u8.ToArray(), "Übersicht \"1\".pdf", "application/pdf") { Headers = { ["X-Language"] = "de" } },
                Pages = ["page one"u8.ToArray(), page],
                Logo = new byte[] { 1, 2 },
                Kind = Kind.Invoice,
                Owner = new() { Name = "Jo" },
                Labels = ["a", "b"],
                Tags = ["x", "y"],
            },
            cancellationToken: Token
        );

        IFormFile file = form!.Files["file"]!;
        Assert.Equal("Übersicht %221%22.pdf", file.FileName);
        Assert.Equal("application/pdf", file.ContentType);
        Assert.Equal("de", file.Headers["X-Language"]);
        Assert.Equal(["file: %PDF", "pages: page one", "pages: page two", "logo: \u0001\u0002"], texts);
        Assert.Equal("image/png", form.Files["logo"]!.ContentType);
        Assert.Equal("invoice", form["kind"]);
        Assert.Equal("""{"name":"Jo"}""", form["owner"]);
        Assert.Equal("""["a","b"]""", form["labels"]);
        Assert.Equal(["x", "y"], form["tags"].AsEnumerable());
        Assert.DoesNotContain("title", form.Keys);
        Assert.DoesNotContain(form.Files, static f => f.Name == "cover");
    }

    [Fact]
    public async Task Bytes_are_streamed_and_bounded_in_memory()
    {
        const long Length = 100L * 1024 * 1024;
        long received = 0;
        await using LoopbackServer server = await LoopbackServer.StartUnreadAsync(async context =>
        {
            context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
            byte[] buffer = new byte[64 * 1024];
            for (int count; (count = await context.Request.Body.ReadAsync(buffer)) > 0; )
                received += count;
        });
        using var http = new HttpClient { BaseAddress = server.Address };
        long before = GC.GetTotalAllocatedBytes();

        await new BodiesRawClient(http).Bytes.PutBytesAsync(new Zeros(Length), cancellationToken: Token);

        Assert.Equal(Length, received);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, Length / 4);
    }

    [Fact]
    public async Task Text_and_the_type_of_a_file_arrive()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(static _ => Task.CompletedTask);
        using var http = new HttpClient { BaseAddress = server.Address };
        var raw = new BodiesRawClient(http);

        await raw.Text.PutTextAsync("a;ü", cancellationToken: Token);
        await raw.Image.PutImageAsync(new ApiFile("x"u8.ToArray(), contentType: "image/webp"), cancellationToken: Token);
        await raw.Image.PutImageAsync(cancellationToken: Token);

        Assert.Equal(
            ["text/csv; charset=utf-8", "image/webp", ""],
            server.Requests.Select(static r => r.Headers.GetValueOrDefault("Content-Type", ""))
        );
        Assert.Equal(["a;ü", "x", ""], server.Requests.Select(static r => r.Body));
    }

    [Fact]
    public async Task Lines_go_out_while_they_are_made()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(static _ => Task.CompletedTask);
        using var http = new HttpClient { BaseAddress = server.Address };
        var lines = new BodiesLinesClient(http);

        await lines.Bulk.BulkAsync(Rows(), cancellationToken: Token);
        await lines.Sequence.SequenceAsync([1, 2], cancellationToken: Token);

        Assert.Equal(["{\"id\":1}\n{\"id\":2}\n", "\u001E1\n\u001E2\n"], server.Requests.Select(static r => r.Body));
        Assert.Equal(["application/x-ndjson", "application/json-seq"], server.Requests.Select(static r => r.Headers["Content-Type"]));
    }

    private static async IAsyncEnumerable<Row> Rows()
    {
        yield return new() { Id = 1 };
        await Task.Yield();
        yield return new() { Id = 2 };
    }

    private static async Task<string> TextAsync(IFormFile file)
    {
        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync(Token);
    }

    /// <summary>A long stream that can not seek.</summary>
    private sealed class Zeros(long length) : Stream
    {
        private long _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int given = (int)Math.Min(count, _left);
            _left -= given;
            return given;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
