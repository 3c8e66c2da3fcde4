using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenApiGen.Json;
using Xunit;

namespace OpenApiGen.Runtime.Tests.Json;

/// <summary>What trying branches of one text has shown says nothing of another text that is read meanwhile.</summary>
public sealed class UnionTrialsTests
{
    private static readonly JsonReadFunc<long> s_number = JsonRead.Int64;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_text_that_is_read_within_a_trial_has_trials_of_its_own(bool byConverter)
    {
        var reader = new Utf8JsonReader("1"u8);
        reader.Read();

        Assert.True(JsonUnion.TryRead(ref reader, (ref Utf8JsonReader r) => Outer(ref r, byConverter), out Answer? answer));

        Assert.False(answer!.IsNumber);
    }

    private static Answer Outer(ref Utf8JsonReader reader, bool byConverter)
    {
        // What is tried is remembered once a trial with others in it has failed: 1 is a number at position 0 of this text.
        Assert.False(JsonUnion.TryRead(ref reader, FailsAfterATrial, out int _));
        Assert.True(JsonUnion.TryRead(ref reader, s_number, out long one));
        Assert.Equal(1, one);
        byte[] other = Encoding.UTF8.GetBytes("\"x\"");
        return byConverter ? JsonSerializer.Deserialize<Answer>(other)! : JsonRoot.Read(other, Answer.Read);
    }

    private static int FailsAfterATrial(ref Utf8JsonReader reader)
    {
        Utf8JsonReader copy = reader;
        JsonUnion.TryRead(ref copy, s_number, out long _);
        throw new JsonException("no branch");
    }

    [JsonConverter(typeof(Converter))]
    private sealed record Answer(bool IsNumber)
    {
        public static Answer Read(ref Utf8JsonReader reader)
        {
            bool isNumber = JsonUnion.TryRead(ref reader, s_number, out long _);
            if (!isNumber)
                reader.Skip();
            return new Answer(isNumber);
        }

        public sealed class Converter()
            : ModelConverter<Answer>(Answer.Read, static (writer, value) => writer.WriteBooleanValue(value.IsNumber));
    }
}
