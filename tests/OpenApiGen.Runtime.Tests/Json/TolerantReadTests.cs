using System.Text;
using System.Text.Json;
using OpenApiGen.Json;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Json;

/// <summary>JSON that is not what was declared: kept, listed and written back, or refused with all that is wrong.</summary>
public sealed class TolerantReadTests
{
    private const string Id = "\"51cc7d2d-72e9-8ed4-eb63-e2b0864b39e3\"";

    private static T Tolerant<T>(string json, JsonReadFunc<T> read, out IReadOnlyList<ApiFault> faults) =>
        JsonRoot.Read(Encoding.UTF8.GetBytes(json), read, ApiReading.Tolerant, out faults);

    [Fact]
    public void Nothing_wrong_is_nothing_kept()
    {
        Page page = Tolerant("{\"data\":[]}", Page.Converter.Read, out IReadOnlyList<ApiFault> faults);
        Assert.Empty(faults);
        Assert.Empty(ApiFault.Of(page));
        Assert.Empty(ApiFault.Of("text"));
        Assert.Equal("Page { \"data\":[] }", page.ToString());
    }

    [Fact]
    public void A_required_member_throws_when_it_is_used_and_not_before()
    {
        User user = Tolerant("{\"user_id\":\"nobody\",\"counts\":{\"red\":1}}", User.Converter.Read, out IReadOnlyList<ApiFault> faults);
        Assert.Equal(1, user.Counts[new Color("red")]);
        ApiFaultException failure = Assert.Throws<ApiFaultException>(() => user.UserId);
        Assert.Same(Assert.Single(faults), failure.Fault);
        Assert.Equal(typeof(Guid), failure.ExpectedType);
        Assert.Equal(
            ("$.user_id", "User", "user_id", "a string (uuid)", "string \"nobody\"", "\"nobody\""),
            (failure.Fault.Path, failure.Fault.Type, failure.Fault.Member, failure.Fault.Expected, failure.Fault.Found, failure.Fault.Json)
        );
        Assert.Equal(
            "'user_id' of User has no value to give as Guid: expected a string (uuid), found string \"nobody\". Path: $.user_id. The JSON that came is in Fault.Json, and is written back as it came.",
            failure.Message
        );
    }

    [Fact]
    public void A_member_that_is_set_anew_is_in_order()
    {
        Page page = Tolerant("{\"data\":[{\"user_id\":1,\"a.b\":2,\"counts\":{}}],\"more\":1}", Page.Converter.Read, out _);
        User user = page.Data[0];
        Assert.Equal(["$.data[0].user_id", "$.data[0]['a.b']"], page.Faults().Select(static f => f.Path));
        Assert.Null(user.Note);

        User mended = user with { UserId = new Guid(Id.Trim('"')) };
        Assert.Equal(["$.data[0]['a.b']"], mended.Faults().Select(static f => f.Path));
        Assert.Equal("{\"user_id\":" + Id + ",\"counts\":{},\"a.b\":2}", Write.Text(mended, User.Converter.Write));
        Assert.NotEqual(user, mended);

        mended = mended with { Note = null };
        Assert.Empty(mended.Faults());
        Assert.Equal("{\"user_id\":" + Id + ",\"a.b\":null,\"counts\":{}}", Write.Text(mended, User.Converter.Write));
        Assert.Equal(Read.As("{\"user_id\":" + Id + ",\"a.b\":null,\"counts\":{}}", User.Converter.Read), mended);

        // The object that was read is as it was.
        Assert.Equal("{\"data\":[{\"counts\":{},\"user_id\":1,\"a.b\":2}],\"more\":1}", Write.Text(page, Page.Converter.Write));
        Assert.Empty((page with { Data = [mended] }).Faults());
        Assert.Equal(2, (page with { AdditionalProperties = new Dictionary<string, JsonElement>() }).Faults().Count);
    }

    [Fact]
    public void White_space_of_what_is_kept_is_left_out_and_its_text_is_not_touched()
    {
        User user = Tolerant("{\"user_id\" : { \"a b\" : [ 1.0 ,\r\n \"x \\\" y\\\\\" ] } , \"counts\":{}}", User.Converter.Read, out _);
        Assert.Equal("{\"counts\":{},\"user_id\":{\"a b\":[1.0,\"x \\\" y\\\\\"]}}", Write.Text(user, User.Converter.Write));
    }

    [Theory]
    [InlineData("{\"data\":[{\"user_id\":1,\"counts\":{}}]", "$.data[0].user_id")]
    [InlineData("{\"data\":[{\"user_id\":1,\"counts\":{}}]} x", "$.data[0].user_id")]
    [InlineData("[]", "$")]
    [InlineData("null", "$")]
    public void What_is_no_JSON_or_no_object_at_all_is_refused(string json, string path) =>
        Assert.Equal(path, Assert.Throws<JsonException>(() => Tolerant(json, Page.Converter.Read, out _)).Path);

    [Fact]
    public void Of_members_with_the_same_name_the_last_one_counts()
    {
        User user = Tolerant("{\"user_id\":1,\"user_id\":" + Id + ",\"a.b\":3,\"counts\":{}}", User.Converter.Read, out _);
        Assert.Equal("{\"user_id\":" + Id + ",\"counts\":{},\"a.b\":3}", Write.Text(user, User.Converter.Write));
        Assert.Throws<JsonException>(() => Tolerant("{\"user_id\":" + Id + ",\"user_id\":1,\"counts\":{}}", User.Converter.Read, out _));
    }

    [Fact]
    public void Strict_reading_names_every_fault()
    {
        const string Json = "{\"data\":[{\"user_id\":1,\"a.b\":2},{\"user_id\":" + Id + "}]}";
        const string Expected =
            "expected a string (uuid), found number 1. Path: $.data[0].user_id. And 3 more: $.data[0]['a.b']: expected a string, found number 2; "
            + "$.data[0].counts: User: the required member 'counts' is missing; $.data[1].counts: User: the required member 'counts' is missing.";
        Assert.Equal(Expected, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Page>(Json)).Message);
        JsonException failure = Assert.Throws<JsonException>(() => Read.As(Json, Page.Converter.Read));
        Assert.Equal("$.data[0].user_id", failure.Path);
        Assert.Equal(
            Expected.Replace(". And", " | LineNumber: 0 | BytePositionInLine: 20. And", StringComparison.Ordinal),
            failure.Message
        );
    }

    [Fact]
    public void Strict_reading_does_not_look_for_more_faults_than_anyone_would_read()
    {
        string json = "{\"data\":[" + string.Join(",", Enumerable.Repeat("{}", 100_000)) + "]}";
        var failure = Assert.Throws<JsonException>(() => Read.As(json, Page.Converter.Read));
        Assert.Contains("And at least 9", failure.Message, StringComparison.Ordinal);
        Assert.True(failure.Message.Length < 4000);
    }

    [Fact]
    public void Many_faults_take_time_in_proportion()
    {
        static TimeSpan Time(int count)
        {
            string json = "{\"data\":[" + string.Join(",", Enumerable.Repeat("{\"user_id\":0,\"counts\":{\"red\":1}}", count)) + "]}";
            var clock = System.Diagnostics.Stopwatch.StartNew();
            Page page = Tolerant(json, Page.Converter.Read, out IReadOnlyList<ApiFault> faults);
            clock.Stop();
            Assert.Equal(count, faults.Count);
            Assert.Equal($"$.data[{count - 1}].user_id", faults[count - 1].Path);
            Assert.Equal(json.Length, Write.Text(page, Page.Converter.Write).Length);
            return clock.Elapsed;
        }

        Time(100);
        TimeSpan few = Time(1_000),
            many = Time(10_000);
        Assert.True(many < (few * 40) + TimeSpan.FromSeconds(15), $"{few} for 1,000, {many} for 10,000");
    }
}

internal static class Faulty
{
    public static IReadOnlyList<ApiFault> Faults(this IApiRecord record) => record.Faults;
}
