using System.Globalization;
using System.Text;
using System.Text.Json;
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
        Assert.Equal(Write.Text(user, User.Converter.Write), Write.Text(JsonSerializer.Deserialize<User>(json)!, User.Converter.Write));
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
        string json = $"\"{text}\"";
        Assert.Equal(1, Readings(json, JsonRead.Time));
        Assert.Equal(json, Written(Read.As(json, JsonRead.Time)));
    }

    [Fact]
    public void The_last_of_members_that_are_repeated_counts()
    {
        const string Id = "\"user_id\":\"51cc7d2d-72e9-8ed4-eb63-e2b0864b39e3\"";
        const string Json = "{\"user_id\":\"51CC7D2D-72E9-8ed4-eb63-e2b0864b39e3\"," + Id + ",\"counts\":{\"red\":1}}";
        Assert.DoesNotContain("CC7D", Write.Text(Read.As(Json, User.Converter.Read), User.Converter.Write), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("-12.25", 1)]
    [InlineData("0.0001", 1)]
    [InlineData("1E-05", 1)]
    [InlineData("1234567890.1234", 1)]
    [InlineData("0.30000000000000004", 1)]
    [InlineData("-0", 1)]
    [InlineData("1.50", 2)]
    [InlineData("1e3", 2)]
    [InlineData("0.10000000000000000555", 2)]
    public void Only_numbers_of_another_spelling_are_read_again(string text, int times) =>
        Assert.Equal(times, Readings(text, JsonRead.Double));

    // The tests at sight for what is usual must never take for usual what is not, nor read again what would be written the same.
    [Fact]
    public void A_text_is_read_again_if_and_only_if_it_would_be_written_in_another_way()
    {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++)
        {
            string number = Number(random);
            Check(number, JsonRead.Double, JsonWrite.Double);
            Check(number, JsonRead.Decimal, JsonWrite.Decimal);
            Check(number, JsonRead.Single, JsonWrite.Single);
            Check(number, JsonRead.Int64, JsonWrite.Int64);
            Check(number, JsonRead.Int32, JsonWrite.Int32);
            Check(number, JsonRead.UInt64, JsonWrite.UInt64);
            Check(number, JsonRead.BigInteger, JsonWrite.BigInteger);
            Check(
                BitConverter.Int64BitsToDouble(random.NextInt64()).ToString("R", CultureInfo.InvariantCulture),
                JsonRead.Double,
                JsonWrite.Double
            );
            Check(
                BitConverter.Int32BitsToSingle(random.Next()).ToString("R", CultureInfo.InvariantCulture),
                JsonRead.Single,
                JsonWrite.Single
            );

            string time = Time(random);
            Check(time, JsonRead.DateTimeOffset, JsonWrite.DateTimeOffset);
            Check(time, JsonRead.DateTime, JsonWrite.DateTime);
            Check(time, JsonRead.Time, static (writer, value) => writer.WriteRawValue(Written(value)));
            Check("\"" + Base64(random) + "\"", JsonRead.Bytes, JsonWrite.Bytes);
        }
    }

    [Theory]
    [InlineData("\"51cc7d2d-72e9-8ed4-eb63-e2b0864b39e3\"", 1)]
    [InlineData("\"51cc7d2d-72e9-8ed4-eb63-e2b0864b39E3\"", 2)]
    [InlineData("\"51cc7d2d72e98ed4eb63e2b0864b39e3\"", 2)]
    [InlineData("\"{51cc7d2d-72e9-8ed4-eb63-e2b0864b39e3}\"", 2)]
    public void Uuids(string json, int times) => Assert.Equal(times, Readings(json, JsonRead.Guid));

    [Theory]
    [InlineData("\"\"", 1)]
    [InlineData("\"a\\/b+\"", 1)]
    [InlineData("\"YQ==\"", 1)]
    [InlineData("\"YR==\"", 2)]
    [InlineData("\"YQ\"", 2)]
    [InlineData("\"YWJj\\nYWJj\"", 2)]
    [InlineData("\"YW Jj\"", 2)]
    public void Base64_texts(string json, int times) => Assert.Equal(times, Readings(json, JsonRead.Bytes));

    [Theory]
    [InlineData("\"10:20:30\"", 1)]
    [InlineData("\"10:20:30.5\"", 1)]
    [InlineData("\"10:20:30.50\"", 2)]
    [InlineData("\"10:20\"", 2)]
    [InlineData("\"10:20:30Z\"", 2)]
    public void Times_of_day(string json, int times) => Assert.Equal(times, Readings(json, JsonRead.TimeOnly));

    [Theory]
    [InlineData("\"PT1M\"", 1)]
    [InlineData("\"PT60S\"", 2)]
    [InlineData("\"P1W\"", 2)]
    public void Durations(string json, int times) => Assert.Equal(times, Readings(json, JsonRead.TimeSpan));

    [Fact]
    public void Many_members_of_another_spelling_take_time_in_proportion()
    {
        string json = "{" + string.Join(",", Enumerable.Range(0, 100_000).Select(static i => $"\"n{i % 60_000}\":1.0")) + "}";
        var numbers = Read.As(
            json,
            static (ref Utf8JsonReader reader) =>
            {
                var extra = default(ExtraMembers<double>);
                int hint = s_none.Start(ref reader);
                ulong seen = 0;
                while (s_none.Next(ref reader, ref hint, ref seen, out _))
                    extra.Read(ref reader, JsonRead.Double);
                s_none.End(ref reader, hint, ref seen, 0, ref extra);
                return extra;
            }
        );
        Assert.Equal(60_000, numbers.Items.Count);
        string written = Write.Text(
            numbers,
            static (writer, value) =>
            {
                writer.WriteStartObject();
                value.Write(writer, s_none, JsonWrite.Double);
                writer.WriteEndObject();
            }
        );
        Assert.Equal(60_000, written.Split(":1.0").Length - 1);
    }

    private static readonly JsonMembers s_none = new("Numbers");

    private static int Readings<T>(string json, JsonReadFunc<T> read)
    {
        int count = 0;
        JsonRoot.Read(
            Encoding.UTF8.GetBytes(json),
            (ref Utf8JsonReader reader) =>
            {
                count++;
                return read(ref reader);
            }
        );
        return count;
    }

    private static void Check<T>(string json, JsonReadFunc<T> read, JsonWriteAction<T> write)
    {
        int count = 0;
        T value;
        try
        {
            value = JsonRoot.Read(
                Encoding.UTF8.GetBytes(json),
                (ref Utf8JsonReader reader) =>
                {
                    count++;
                    return read(ref reader);
                }
            );
        }
        catch (JsonException)
        {
            return; // not of that type
        }

        string written = Write.Text(value, write);
        bool isSame = written == json.Replace("\\u002B", "+", StringComparison.Ordinal).Replace("\\/", "/", StringComparison.Ordinal);
        Assert.True(count == (isSame ? 1 : 2), $"{json} as {typeof(T)} is read {count} times and written as {written}");
    }

    private static string Number(Random random)
    {
        StringBuilder text = new(random.Next(3) == 0 ? "-" : "");
        text.Append(Digits(random, random.Next(1, 19)).TrimStart('0'));
        if (text.Length == 0 || text[^1] == '-')
            text.Append('0');
        if (random.Next(2) == 0)
            text.Append('.').Append(Digits(random, random.Next(1, 8)));
        if (random.Next(8) == 0)
            text.Append("eE"[random.Next(2)]).Append(((string[])["", "-", "+"])[random.Next(3)]).Append(random.Next(20));
        return text.ToString();
    }

    // Mostly zeros at the ends, which is where spellings differ.
    private static string Digits(Random random, int count) =>
        string.Concat(Enumerable.Range(0, random.Next(count + 1)).Select(_ => (char)('0' + random.Next(10)))).PadRight(count, '0');

    private static string Time(Random random)
    {
        string[] fractions = ["", "", ".5", ".120", ".123", ".123456", ".1234567", ".12345678", ".0000000", ".000", ",5"];
        string[] offsets =
        [
            "Z",
            "Z",
            "z",
            "",
            "+00:00",
            "-00:00",
            "+02:00",
            "-09:30",
            "+00:19",
            "+0000",
            "+02",
            "+23:00",
            "\\u002B02:00",
            "\\u002B00:00",
        ];
        string seconds = random.Next(20) switch
        {
            0 => ":60",
            1 => "",
            _ => ":05",
        };
        string date = $"{random.Next(1, 9999):D4}-{random.Next(1, 13):D2}-{random.Next(1, 29):D2}";
        string time = $"{"TTTTTTt "[random.Next(8)]}{random.Next(24):D2}:{random.Next(60):D2}{seconds}";
        return "\"" + date + time + fractions[random.Next(fractions.Length)] + offsets[random.Next(offsets.Length)] + "\"";
    }

    private static string Base64(Random random)
    {
        byte[] bytes = new byte[random.Next(10)];
        random.NextBytes(bytes);
        string text = Convert.ToBase64String(bytes);
        return random.Next(6) switch
        {
            0 => text.TrimEnd('='),
            1 => text.Replace('+', '-').Replace('/', '_'),
            2 => text.Replace("/", "\\/", StringComparison.Ordinal),
            3 => text.Replace('A', 'B'),
            _ => text,
        };
    }

    private static string Written(ValueTime value)
    {
        string member = Write.Text(
            value,
            static (writer, time) =>
            {
                writer.WriteStartObject();
                JsonWrite.Time(writer, JsonEncodedText.Encode("x"), time);
                writer.WriteEndObject();
            }
        );
        return member[5..^1];
    }
}
