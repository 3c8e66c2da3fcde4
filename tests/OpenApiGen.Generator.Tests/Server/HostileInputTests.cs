using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenApiGen.AspNetCore;
using OpenApiGen.Http;
using OpenApiGen.Json;

namespace OpenApiGen.Generator.Tests.Server;

/// <summary>
/// What a client may send to end the process, to keep it busy, or to be answered with 500. Each is one request against routes as emitted
/// code makes them; the
/// fixed answer is 400, or what is right, within a time that only linear work keeps.
/// </summary>
public sealed class HostileInputTests : IAsyncLifetime
{
    // A second at most on a machine of its own; quadratic work on any of these takes more than a minute there.
    private static readonly TimeSpan s_atMost = TimeSpan.FromSeconds(20);

    private static readonly JsonSerializerOptions s_plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly HttpClient _http = new();
    private WebApplication? _app;
    private string _handled = "";
    private int _errors;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(static options => options.Limits.MaxRequestLineSize = 64 * 1024);
        builder.Services.Configure<FormOptions>(static options => options.ValueCountLimit = 200_000);
        builder.Services.AddRequestDecompression();
        _app = builder.Build();
        _app.Use(
            async (context, next) =>
            {
                try
                {
                    await next(context);
                }
                catch (Exception) when (!context.RequestAborted.IsCancellationRequested)
                {
                    _errors++;
                    throw;
                }
            }
        );
        // As an application that has UseRequestDecompression, here below a path of its own.
        _app.UsePathBase("/decompressed");
        _app.UseWhen(static context => context.Request.PathBase.HasValue, static branch => branch.UseRequestDecompression());
        _app.UseRouting();
        ServerRoutes routes = new(_app);
        WireShape shape = WireShape.Object(
            WireShape.Any,
            ("d", WireShape.Any),
            ("s", WireShape.Text),
            ("l", WireShape.List(WireShape.Text)),
            ("o", WireShape.Map(WireShape.Text))
        );
        WireShape numbers = WireShape.Object(null, [.. Enumerable.Range(0, 100).Select(static i => (Name(i), WireShape.Number))]);
        ServerBody<JsonElement> form = new ServerBody<JsonElement>(true)
            .On(
                "application/x-www-form-urlencoded",
                BodyReads.Form(shape, JsonRead.Element, new FormEncoding(ParameterStyle.DeepObject, true, false, "d"))
            )
            .On("multipart/form-data", BodyReads.Multipart(shape, JsonRead.Element))
            .On("application/json", BodyReads.Json<JsonElement>(JsonRead.Element));
        ServerBody<string> text = new ServerBody<string>(true).On("text/plain", BodyReads.Text());
        Post(routes, "/form", async (request, token) => await form.ReadAsync(request, token));
        Post(routes, "/text", async (request, token) => await text.ReadAsync(request, token));
        Get(routes, "/deep", static request => request.Query("d", true, WireShape.Any, JsonRead.Element, ParameterStyle.DeepObject));
        Get(
            routes,
            "/{a}-{b}-{c}-{d}.json",
            static request => string.Join('|', "abcd".Select(name => request.Path(name.ToString(), WireShape.Text, JsonRead.String)))
        );
        Get(
            routes,
            "/many",
            static request =>
                string.Concat(Enumerable.Range(0, 100).Select(i => request.Query(Name(i), true, WireShape.Number, JsonRead.Int64)))
        );
        Get(
            routes,
            "/headers",
            static request =>
                string.Concat(
                    Enumerable
                        .Range(0, 50)
                        .Select(i =>
                            request.Header("X-" + Name(i), true, WireShape.Number, JsonRead.Int64)
                            + request.Cookie(Name(i), true, WireShape.Number, JsonRead.Int64)
                        )
                )
        );
        routes.Build();
        await _app.StartAsync();
        _http.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
        Assert.Equal(0, _errors);
    }

    [Fact]
    public async Task Brackets_without_end_are_refused()
    {
        JsonElement problem = await Refused(SendForm("d" + Repeat("[d]", 600) + "=x"));
        Assert.Contains("64 deep", problem.GetProperty("errors").GetProperty("$.d")[0].GetString(), StringComparison.Ordinal);
        await Refused(SendForm("d" + Repeat("[d]", 20_000) + "=x")); // too long for a name, too
        await Refused(SendForm("x" + Repeat("[d]", 600) + "=x&d" + Repeat("[]", 900) + "[a]=x"));
        problem = await Refused(Fetch("/deep?d" + Repeat("[d]", 1000) + "[a]=x"));
        Assert.Contains("64 deep", problem.GetProperty("errors").GetProperty("d")[0].GetString(), StringComparison.Ordinal);
        await Taken(Fetch("/deep?d" + Repeat("[d]", 62) + "=x"));
    }

    [Theory]
    [InlineData("k{0}={0}")]
    [InlineData("d[k{0}]={0}")]
    [InlineData("d[]={0}")]
    [InlineData("d[][a]={0}")]
    [InlineData("k[{0}]={0}")]
    [InlineData("k={0}")]
    [InlineData("l={0}")]
    public async Task Forms_of_many_fields_are_read_in_linear_time(string field) =>
        await Taken(
            SendForm(string.Join('&', Enumerable.Range(0, 150_000).Select(i => string.Format(CultureInfo.InvariantCulture, field, i))))
        );

    [Fact]
    public async Task Multipart_forms_of_many_fields_are_read_in_linear_time() =>
        await Taken(SendMultipart(string.Concat(Enumerable.Range(0, 20_000).Select(static i => Part($"k{i}", "x"))) + "--b--\r\n"));

    [Fact]
    public async Task The_limits_of_the_application_hold()
    {
        FormOptions limits = _app!.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<FormOptions>>().Value;
        limits.ValueCountLimit = 3;
        await Taken(SendForm("a=1&b=2&&c=3&"));
        await Refused(SendForm("a=1&b=2&c=3&d=4"));
        await Refused(SendMultipart(Part("a", "1") + Part("b", "2") + Part("c", "3") + Part("d", "4") + "--b--\r\n"));
        limits.ValueLengthLimit = 3;
        await Taken(SendForm("a=%41%41%41"));
        await Refused(SendForm("a=1234"));
        await Refused(SendForm(new string('n', limits.KeyLengthLimit + 1) + "=1"));
        limits.BufferBodyLengthLimit = 10;
        await Refused(SendForm("a=1&b=2&c=3"), HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("-", "a-a-a-a.json", "a|a|a|a")]
    [InlineData("", "a-b-c-d-e.json", "a|b|c|d-e")]
    [InlineData("", "a%2Db%2D%2d%C3%BC%2Djson.json%2ejson", "a|b|-ü|json.json")]
    [InlineData("", "--------.json", "-|-|-|--")]
    public async Task Parameters_with_text_between_are_told_apart(string more, string path, string expected)
    {
        await Taken(Fetch("/" + path));
        Assert.Equal(JsonSerializer.Serialize(expected, s_plain), _handled);
        // What does not end as the route does; the longest that Kestrel takes here.
        Stopwatch watch = Stopwatch.StartNew();
        using HttpResponseMessage missing = await Fetch("/" + Repeat("a-" + more, 20_000) + ".jsonx");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        await Taken(Fetch("/" + Repeat("-%2D" + more, 10_000) + ".json"));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, s_atMost);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--b")]
    [InlineData("--b\r\n")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=s\r\n\r\n")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=s\r\n\r\nabc")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=s; filename=f\r\n\r\nabc")]
    [InlineData("--b\r\nno header\r\n\r\nabc\r\n--b--\r\n")]
    [InlineData("no parts at all")]
    public async Task Multipart_that_ends_too_early_is_refused(string body) => await Refused(SendMultipart(body));

    [Fact]
    public async Task Multipart_is_refused_wherever_it_is_cut_off()
    {
        string whole = Part("s", "text") + "--b\r\nContent-Disposition: form-data; name=d; filename=f\r\n\r\nabc\r\n--b--\r\n";
        for (int i = 0; i < whole.Length - 4; i++)
            await Refused(SendMultipart(whole[..i]));
        await Taken(SendMultipart(whole[..^2]));
    }

    [Theory]
    [InlineData("s=%FF%FE")]
    [InlineData("s=%ED%A0%80")]
    [InlineData("s=%")]
    [InlineData("s=%zz&%zz=1")]
    [InlineData("=&&=&s")]
    [InlineData("s=%00")]
    public async Task Odd_escapes_are_text(string body) => await Taken(SendForm(body));

    [Theory]
    [InlineData("x={\"a\":\"\\ud800\"}")]
    [InlineData("o={\"a\":\"\\udc00\"}")]
    [InlineData("o={\"\\ud800\":1}")]
    public async Task Half_a_pair_of_surrogates_is_refused(string body) => await Refused(SendForm(body));

    [Fact]
    public async Task JSON_in_a_form_nests_as_deep_as_other_JSON()
    {
        await Refused(SendForm("o=" + Repeat("{\"a\":", 2000) + "1" + Repeat("}", 2000)));
        await Refused(SendMultipart(Part("o", Repeat("{\"a\":", 2000) + "1" + Repeat("}", 2000)) + "--b--\r\n"));
        await Refused(Send("/form", "application/json", Repeat("[", 100_000)));
    }

    [Theory]
    [InlineData("/form", "application/json; charset=utf-7", "{}")]
    [InlineData("/form", "application/json; charset=nonsense", "{}")]
    [InlineData("/text", "text/plain; charset=utf-7", "a")]
    [InlineData("/text", "text/plain; charset=utf-16", "a")]
    [InlineData("/text", "text/plain; charset=\"\"\"", "a", 415)]
    [InlineData(
        "/form",
        "multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=s\r\nContent-Type: text/plain; charset=utf-7\r\n\r\na\r\n--b--\r\n"
    )]
    [InlineData(
        "/form",
        "multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=s\r\nContent-Type: text/plain; charset=nonsense\r\n\r\na\r\n--b--\r\n"
    )]
    [InlineData("/form", "multipart/form-data", "--b--\r\n")]
    public async Task Text_in_a_charset_that_is_not_known_or_not_kept_is_refused(string path, string type, string body, int status = 400) =>
        await Refused(Send(path, type, body), (HttpStatusCode)status);

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Compressed_junk_is_refused_whether_or_not_the_application_decompresses(string encoding)
    {
        byte[] whole = Compress(encoding, "s=" + Repeat("text and more", 100)),
            broken = [.. whole];
        for (int i = 2; i < broken.Length; i++)
            broken[i] ^= 0x5A;
        (string, string)[] kinds =
        [
            ("/form", "application/x-www-form-urlencoded"),
            ("/form", "application/json"),
            ("/form", "multipart/form-data; boundary=b"),
            ("/text", "text/plain"),
        ];
        foreach ((string path, string type) in kinds)
        {
            await Refused(Send(path, type, whole, encoding));
            await Refused(Send("/decompressed" + path, type, broken, encoding));
            await Refused(Send("/decompressed" + path, type, "junk, and no more"u8.ToArray(), encoding));
        }

        await Taken(Send("/decompressed/form", "application/x-www-form-urlencoded", whole, encoding));
        await Taken(Send("/decompressed/text", "text/plain", whole, encoding));
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_refused()
    {
        foreach (byte[] bytes in new byte[][] { [0xFF], [(byte)'s', (byte)'=', 0xC3], [0xED, 0xA0, 0x80], [0xFF, 0xFE, 0x41, 0x00] })
        {
            await Refused(Send("/text", "text/plain", bytes));
            await Refused(Send("/form", "application/x-www-form-urlencoded", bytes));
            await Refused(
                Send(
                    "/form",
                    "multipart/form-data; boundary=b",
                    [.. Encoding.UTF8.GetBytes("--b\r\nContent-Disposition: form-data; name=s\r\n\r\n"), .. bytes, .. "\r\n--b--\r\n"u8]
                )
            );
        }
    }

    [Fact]
    public async Task A_hundred_faults_are_all_told()
    {
        JsonElement problem = await Refused(Fetch("/many?" + string.Join('&', Enumerable.Range(0, 50).Select(static i => Name(i) + "=x"))));
        Assert.Equal(Enumerable.Range(0, 100).Select(Name), problem.GetProperty("errors").EnumerateObject().Select(static e => e.Name));
        problem = await Refused(Fetch("/headers"));
        Assert.Equal(100, problem.GetProperty("errors").EnumerateObject().Count());
    }

    [Fact]
    public async Task What_is_told_back_is_short_and_Unicode()
    {
        // The text in a message is cut at 64 characters: here in the middle of a pair of surrogates.
        string text = new string('x', 63) + "\U0001F600 and more";
        JsonElement problem = await Refused(Fetch("/many?" + Name(0) + "=" + Uri.EscapeDataString(text)));
        Assert.Contains("…", problem.GetProperty("errors").GetProperty(Name(0))[0].GetString(), StringComparison.Ordinal);
        using HttpResponseMessage answer = await Send("/form", "application/json", "{\"" + new string('n', 1_000_000) + "\":x}");
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync(Token)).Length, 1, 10_000);
    }

    private static string Name(int i) => $"n{i}";

    private static string Part(string name, string value) => $"--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n";

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private void Get<T>(ServerRoutes routes, string path, Func<ServerRequest, T> read) =>
        routes.Map(
            new ServerOperation("T", "G", "GET", path),
            400,
            (request, _) => Task.FromResult<ServerAnswer?>(Handle(request, read(request)))
        );

    private void Post<T>(ServerRoutes routes, string path, Func<ServerRequest, CancellationToken, Task<T>> read) =>
        routes.Map(new ServerOperation("T", "P", "POST", path), 400, async (request, token) => Handle(request, await read(request, token)));

    private Empty? Handle<T>(ServerRequest request, T value)
    {
        if (!request.IsValid)
            return null;
        _handled = JsonSerializer.Serialize(value, s_plain);
        return new Empty();
    }

    private Task<HttpResponseMessage> Fetch(string path) => _http.GetAsync(path, Token);

    private Task<HttpResponseMessage> SendForm(string body) => Send("/form", "application/x-www-form-urlencoded", body);

    private Task<HttpResponseMessage> SendMultipart(string body) => Send("/form", "multipart/form-data; boundary=b", body);

    private Task<HttpResponseMessage> Send(string path, string type, string body) => Send(path, type, Encoding.UTF8.GetBytes(body));

    private Task<HttpResponseMessage> Send(string path, string type, byte[] body, string? encoding = null)
    {
        ByteArrayContent content = new(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (encoding is not null)
            content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        return _http.PostAsync(path, content, Token);
    }

    private static byte[] Compress(string encoding, string text)
    {
        using MemoryStream target = new();
        using (
            Stream compressor = encoding switch
            {
                "gzip" => new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true),
                "br" => new BrotliStream(target, CompressionLevel.Optimal, leaveOpen: true),
                _ => new ZLibStream(target, CompressionLevel.Optimal, leaveOpen: true),
            }
        )
            compressor.Write(Encoding.UTF8.GetBytes(text));
        return target.ToArray();
    }

    private static async Task Taken(Task<HttpResponseMessage> request)
    {
        Stopwatch watch = Stopwatch.StartNew();
        using HttpResponseMessage answer = await request;
        Assert.True(
            answer.StatusCode == HttpStatusCode.NoContent,
            answer.StatusCode + ": " + await answer.Content.ReadAsStringAsync(Token)
        );
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, s_atMost);
    }

    private static async Task<JsonElement> Refused(Task<HttpResponseMessage> request, HttpStatusCode status = HttpStatusCode.BadRequest)
    {
        Stopwatch watch = Stopwatch.StartNew();
        using HttpResponseMessage answer = await request;
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, s_atMost);
        string text = await answer.Content.ReadAsStringAsync(Token);
        Assert.True(answer.StatusCode == status, answer.StatusCode + ": " + text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private sealed class Empty() : ServerAnswer(204, null);
}
