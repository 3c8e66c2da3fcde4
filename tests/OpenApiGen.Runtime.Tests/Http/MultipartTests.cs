using System.Text;
using System.Text.Json;
using OpenApiGen.Http;
using OpenApiGen.Json;
using OpenApiGen.Runtime.Tests.Http.Support;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Http;

/// <summary><c>multipart/form-data</c> (RFC 7578), byte for byte.</summary>
public sealed class MultipartTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_member_is_a_part_and_each_item_of_a_list()
    {
        var form = new Form(new ApiFile("%PDF"u8.ToArray(), "a.pdf", "application/pdf"), ["x", "y"])
        {
            Pages = ["1"u8.ToArray(), new ApiFile("2"u8.ToArray(), "two.png")],
            Owner = 7,
        };
        string boundary = "";
        string text = await SendAsync(
            form,
            b => boundary = b,
            new FormEncoding("image/png", "pages"),
            new FormEncoding("application/json", "labels")
        );

        Assert.Equal(
            $"""
            --{boundary}
            Content-Disposition: form-data; name="file"; filename="a.pdf"
            Content-Type: application/pdf

            %PDF
            --{boundary}
            Content-Disposition: form-data; name="tags"

            x
            --{boundary}
            Content-Disposition: form-data; name="tags"

            y
            --{boundary}
            Content-Disposition: form-data; name="labels"
            Content-Type: application/json

            ["x","y"]
            --{boundary}
            Content-Disposition: form-data; name="pages"; filename="pages"
            Content-Type: image/png

            1
            --{boundary}
            Content-Disposition: form-data; name="pages"; filename="two.png"
            Content-Type: image/png

            2
            --{boundary}
            Content-Disposition: form-data; name="owner"
            Content-Type: application/json

            {"{\"id\":7}"}
            --{boundary}--

            """.ReplaceLineEndings("\r\n"),
            text
        );
    }

    [Fact]
    public async Task Names_are_UTF8_and_can_not_break_out_and_headers_go_along()
    {
        var file = new ApiFile(new MemoryStream("x"u8.ToArray()), "ü\"\r\nX: 1.txt") { Headers = { ["X-Language"] = "de" } };
        string text = await SendAsync(new Form(file, []), static _ => { });
        Assert.Contains(
            "filename=\"ü%22%0D%0AX: 1.txt\"\r\nContent-Type: application/octet-stream\r\nX-Language: de\r\n\r\nx\r\n",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Headers_of_an_encoding_go_along_unless_the_file_has_its_own()
    {
        FormEncoding[] encodings =
        [
            new FormEncoding(null, "tags").Header("X-Language", "en"),
            new FormEncoding("image/png", "file").Header("X-A", "1").Header("X-B", "2"),
        ];
        string text = await SendAsync(
            new Form(new ApiFile([], "a.png") { Headers = { ["x-a"] = "own" } }, []) { Pages = [] },
            static _ => { },
            encodings
        );
        Assert.Contains("filename=\"a.png\"\r\nContent-Type: image/png\r\nx-a: own\r\nX-B: 2\r\n\r\n", text, StringComparison.Ordinal);
        text = await SendAsync(new Form(new ApiFile([]), ["x"]), static _ => { }, encodings);
        Assert.Contains("name=\"tags\"\r\nX-Language: en\r\n\r\nx\r\n", text, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() =>
            SendAsync(new Form(new ApiFile([]), ["x"]), static _ => { }, new FormEncoding(null, "tags").Header("X-A", "1\r\nX-B: 2"))
        );
    }

    [Theory]
    [InlineData("X-A", "1\r\nX-B: 2")]
    [InlineData("X A", "1")]
    public async Task Headers_of_a_part_are_checked(string name, string value) =>
        await Assert.ThrowsAsync<ArgumentException>(() =>
            SendAsync(new Form(new ApiFile([], contentType: null) { Headers = { [name] = value } }, []), static _ => { })
        );

    [Fact]
    public async Task A_type_can_not_break_out_either() =>
        await Assert.ThrowsAsync<ArgumentException>(() =>
            SendAsync(new Form(new ApiFile([], contentType: "text/plain\r\nX-B: 2"), []), static _ => { })
        );

    [Fact]
    public async Task A_stream_is_sent_from_where_it_stands_not_disposed_and_can_be_sent_again()
    {
        var stream = new MemoryStream("0123456789"u8.ToArray()) { Position = 4 };
        var form = new Form(stream, []);
        for (int i = 0; i < 2; i++)
        {
            string text = await SendAsync(form, static _ => { });
            Assert.Contains("\r\n\r\n456789\r\n", text, StringComparison.Ordinal);
        }

        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task A_stream_without_a_length_is_chunked_and_serves_once()
    {
        var form = new Form(new Forward("abc"u8.ToArray()), []);
        HttpRequestMessage message = await Sent.MessageAsync(
            "/x",
            request => request.MultipartBody(form, Form.Write),
            method: ApiMethods.Post
        );
        Assert.Null(message.Content!.Headers.ContentLength);
        Assert.Contains("\r\n\r\nabc\r\n", await message.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        message = await Sent.MessageAsync("/x", request => request.MultipartBody(form, Form.Write), method: ApiMethods.Post);
        await Assert.ThrowsAsync<InvalidOperationException>(() => message.Content!.ReadAsStringAsync(Token));
    }

    [Fact]
    public void A_file_inside_an_object_is_refused_and_a_stream_is_no_JSON()
    {
        var request = new ApiRequest(ApiMethods.Post, "/x");
        Assert.Throws<NotSupportedException>(() =>
            request.MultipartBody(
                (ApiFile)"x"u8.ToArray(),
                static (writer, file) =>
                {
                    writer.WriteStartObject();
                    writer.WriteStartObject("a");
                    writer.WritePropertyName("b");
                    JsonWrite.File(writer, file);
                    writer.WriteEndObject();
                    writer.WriteEndObject();
                }
            )
        );
        Assert.Equal("\"x\""u8.ToArray(), JsonRoot.ToUtf8((ApiFile)"x"u8.ToArray(), JsonWrite.File));
        Assert.Throws<NotSupportedException>(() => JsonRoot.ToUtf8((ApiFile)new MemoryStream(), JsonWrite.File));
    }

    private static async Task<string> SendAsync(Form form, Action<string> boundary, params FormEncoding[] encodings)
    {
        HttpRequestMessage message = await Sent.MessageAsync(
            "/x",
            request => request.MultipartBody(form, Form.Write, encodings),
            method: ApiMethods.Post
        );
        boundary(message.Content!.Headers.ContentType!.Parameters.Single(static p => p.Name == "boundary").Value!);
        long? length = message.Content.Headers.ContentLength;
        byte[] bytes = await message.Content.ReadAsByteArrayAsync(Token);
        Assert.Equal(length, bytes.Length);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>A record as it is emitted, as far as forms care.</summary>
    private sealed record Form(ApiFile File, string[] Tags)
    {
        public ApiFile[] Pages { get; init; } = [];

        public int? Owner { get; init; }

        public static void Write(Utf8JsonWriter writer, Form value)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("file");
            JsonWrite.File(writer, value.File);
            foreach (string list in (string[])["tags", "labels"])
            {
                if (value.Tags.Length == 0)
                    continue;
                writer.WritePropertyName(list);
                JsonWrite.List(writer, value.Tags, JsonWrite.String);
            }

            writer.WritePropertyName("pages");
            JsonWrite.List(writer, value.Pages, JsonWrite.File);
            writer.WritePropertyName("owner");
            if (value.Owner is null)
                writer.WriteNullValue();
            else
            {
                writer.WriteStartObject();
                writer.WriteNumber("id", value.Owner.Value);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }
    }

    private sealed class Forward(byte[] bytes) : OneWayStream
    {
        private int _at;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int count = Math.Min(buffer.Length, bytes.Length - _at);
            bytes.AsSpan(_at, count).CopyTo(buffer.Span);
            _at += count;
            return new(count);
        }
    }
}
