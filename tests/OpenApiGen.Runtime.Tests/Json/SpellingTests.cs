using System.Text;
using OpenApiGen.Json;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Json;

/// <summary>What is not spelled as we would write it is kept, and what is costs nothing.</summary>
public sealed class SpellingTests
{
    [Theory]
    [InlineData("{\"user_id\":\"51CC7D2D-72E9-8ed4-eb63-e2b0864b39e3\",\"counts\":{\"red\":1.0,\"blue\":2}}")]
    [InlineData("{\"user_id\":\"51cc7d2d-72e9-8ed4-eb63-e2b0864b39e3\",\"counts\":{\"red\":1e0}}")]
    [InlineData("{\"counts\":{\"red\":-0},\"user_id\":\"51cc7d2d-72e9-8ed4-eb63-e2b0864b39e3\"}")]
    public void It_goes_back_as_it_came_until_it_is_set(string json)
    {
        User user = Read.As(json, User.Converter.Read);
        Assert.Equal(json.Length, Write.Text(user, User.Converter.Write).Length);
        Assert.Equal(Write.Text(user, User.Converter.Write), Write.Text(System.Text.Json.JsonSerializer.Deserialize<User>(json)!, User.Converter.Write));
        Assert.Empty(user.Faults());

        User set = user with { UserId = user.UserId, Counts = user.Counts };
        Assert.Equal("{\"user_id\":\"51cc7d2d-72e9-8ed4-eb63-e2b0864b39e3\",", Write.Text(set, User.Converter.Write)[..50]);
        Assert.DoesNotContain(".0", Write.Text(set, User.Converter.Write), StringComparison.Ordinal);
        Assert.Equal(user, set); // the values are the same
        Assert.Equal(user.GetHashCode(), set.GetHashCode());
    }

    [Theory]
    [InlineData("2024-01-02T03:04:05Z")]
    [InlineData("2024-01-02T03:04:05+00:00")]
    [InlineData("2024-01-02T03:04:05.0Z")]
    [InlineData("2024-01-02T03:04:05.120Z")]
    [InlineData("2024-01-02T03:04:05.1200000+00:00")]
    [InlineData("0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("9999-12-31T23:59:59.9999999+00:00")]
    [InlineData("9999-12-31T23:59:59.999Z")]
    [InlineData("2024-01-02T03:04:05.12+02:00")]
    public void A_field_for_a_point_in_time_knows_the_usual_spellings(string text)
    {
        JsonKeeping_is_not_asked(text);
        Assert.Equal("{\"x\":\"" + text + "\"}", Write.Text(Read.As($"\"{text}\"", JsonRead.Time), static (writer, value) =>
        {
            writer.WriteStartObject();
            JsonWrite.Time(writer, System.Text.Json.JsonEncodedText.Encode("x"), value);
            writer.WriteEndObject();
        }));
    }

    private static void JsonKeeping_is_not_asked(string text)
    {
        // A text that is read a second time would call this twice.
        int count = 0;
        JsonRoot.Read(Encoding.UTF8.GetBytes($"\"{text}\""), (ref System.Text.Json.Utf8JsonReader reader) =>
        {
            count++;
            return JsonRead.Time(ref reader);
        });
        Assert.Equal(1, count);
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("1.5", 1)]
    [InlineData("-12.25", 1)]
    [InlineData("0.1", 1)]
    [InlineData("1234567890.1234", 1)]
    [InlineData("0.30000000000000004", 1)]
    [InlineData("1.50", 2)]
    [InlineData("1e3", 2)]
    [InlineData("-0", 1)]
    [InlineData("0.10000000000000000555", 2)]
    public void Only_numbers_of_another_spelling_are_read_again(string text, int times)
    {
        int count = 0;
        JsonRoot.Read(Encoding.UTF8.GetBytes(text), (ref System.Text.Json.Utf8JsonReader reader) =>
        {
            count++;
            return JsonRead.Double(ref reader);
        });
        Assert.Equal(times, count);
    }
}
