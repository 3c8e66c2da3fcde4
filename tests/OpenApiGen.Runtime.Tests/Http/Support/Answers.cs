using System.Text.Json;
using OpenApiGen.Http;

namespace OpenApiGen.Runtime.Tests.Http.Support;

/// <summary>Results as emitted code would read them.</summary>
internal static class Answers
{
    /// <summary>200 is a JSON number, 422 a JSON string.</summary>
    public static readonly ApiResponses<int> Number = new ApiResponses<int>().Json(200, Int).Error(422, String);

    public static readonly ApiResponses None = new ApiResponses().Error(422, String);

    public static int Int(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number ? reader.GetInt32() : throw new JsonException("expected an integer");

    public static string String(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("expected a string");

    /// <summary><c>{"n":[1,2]}</c> as the sum.</summary>
    public static int Sum(ref Utf8JsonReader reader)
    {
        int sum = 0;
        reader.Read();
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            sum += Int(ref reader);
        reader.Read();
        return sum;
    }

    public static ApiRequest Get() => new(ApiMethods.Get, "/things/all");
}
