using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using OpenApiGen.Generator.Naming;
using Xunit;

namespace OpenApiGen.Generator.Tests.Naming;

public class IdentifierCasingTests
{
    [Theory]
    // Separators and case changes.
    [InlineData("user_id", "UserId")]
    [InlineData("userId", "UserId")]
    [InlineData("UserId", "UserId")]
    [InlineData("user-id", "UserId")]
    [InlineData("user.id", "UserId")]
    [InlineData("user id", "UserId")]
    [InlineData("__user__id__", "UserId")]
    [InlineData("filter[name]", "FilterName")]
    [InlineData("application/vnd.api+json", "ApplicationVndApiJson")]
    [InlineData("X-Rate-Limit", "XRateLimit")]
    [InlineData("$ref", "Ref")]
    [InlineData("@type", "Type")]
    [InlineData("issues:read", "IssuesRead")]
    [InlineData("a", "A")]
    // Acronyms.
    [InlineData("HTTPValidationError", "HttpValidationError")]
    [InlineData("APIKey", "ApiKey")]
    [InlineData("ApiKEY", "ApiKey")]
    [InlineData("userID", "UserId")]
    [InlineData("userIDs", "UserIds")]
    [InlineData("URLs", "Urls")]
    [InlineData("URLsOfUser", "UrlsOfUser")]
    [InlineData("ID", "Id")]
    [InlineData("OK", "Ok")]
    [InlineData("IO", "IO")]
    [InlineData("IOError", "IOError")]
    [InlineData("IPAddress", "IPAddress")]
    [InlineData("PRNumber", "PRNumber")]
    [InlineData("iOS", "IOS")]
    [InlineData("macOS", "MacOS")]
    [InlineData("IPv4", "IPv4")]
    [InlineData("GraphQL", "GraphQL")]
    [InlineData("OAuth2Token", "OAuth2Token")]
    [InlineData("MD5Hash", "Md5Hash")]
    [InlineData("JSONSchema", "JsonSchema")]
    [InlineData("IN_PROGRESS", "InProgress")]
    [InlineData("US", "Us")]
    [InlineData("USD", "Usd")]
    [InlineData("GET", "Get")]
    [InlineData("A_B", "AB")]
    // Digits.
    [InlineData("oauth2", "Oauth2")]
    [InlineData("vo2_max", "Vo2Max")]
    [InlineData("VO2_MAX", "Vo2Max")]
    [InlineData("v2Api", "V2Api")]
    [InlineData("sha256sum", "Sha256sum")]
    [InlineData("2fa", "_2fa")]
    [InlineData("200", "_200")]
    [InlineData("10.5", "_10_5")]
    [InlineData("1.0.0", "_1_0_0")]
    [InlineData("v1.2", "V1_2")]
    [InlineData("1-2", "_1_2")]
    [InlineData("2020-01-01", "_2020_01_01")]
    // Symbols that say something beside letters and digits.
    [InlineData("+1", "Plus1")]
    [InlineData("-1", "Minus1")]
    [InlineData("-created_at", "MinusCreatedAt")]
    [InlineData("A+", "APlus")]
    [InlineData("A-", "AMinus")]
    [InlineData("C++", "CPlusPlus")]
    [InlineData("C#", "CSharp")]
    [InlineData("DateSent>", "DateSentGreaterThan")]
    [InlineData("DateSent<", "DateSentLessThan")]
    [InlineData(">=18", "GreaterOrEqual18")]
    [InlineData("50%", "_50Percent")]
    [InlineData("R&D", "RAndD")]
    [InlineData("user:*", "UserAsterisk")]
    // Nothing but symbols.
    [InlineData("$", "Dollar")]
    [InlineData("*", "Asterisk")]
    [InlineData("<", "LessThan")]
    [InlineData("<=", "LessOrEqual")]
    [InlineData("!=", "NotEqual")]
    [InlineData("==", "Equal")]
    [InlineData("=", "Equal")]
    [InlineData("+", "Plus")]
    [InlineData("-", "Minus")]
    [InlineData("_", "Underscore")]
    [InlineData("/", "Slash")]
    [InlineData("**", "AsteriskAsterisk")]
    [InlineData("", "Empty")]
    [InlineData(" ", "Space")]
    [InlineData("\U0001F600", "U1F600")]
    [InlineData("\u2192", "U2192")]
    [InlineData("\u200B", "U200B")]
    // Other scripts.
    [InlineData("日本語", "日本語")]
    [InlineData("ünï_code", "ÜnïCode")]
    [InlineData("größe", "Größe")]
    [InlineData("имя_пользователя", "ИмяПользователя")]
    [InlineData("thumbs \U0001F44D up", "ThumbsUp")]
    [InlineData("zero\u200Dwidth", "Zerowidth")]
    [InlineData("٣", "_٣")]
    public void Pascal_follows_the_design_guidelines(string wire, string expected)
    {
        Assert.Equal(expected, IdentifierCasing.Pascal(wire));
    }

    [Theory]
    [InlineData("user_id", "userId")]
    [InlineData("UserId", "userId")]
    [InlineData("HTTPValidationError", "httpValidationError")]
    [InlineData("IOStream", "ioStream")]
    [InlineData("ID", "id")]
    [InlineData("IDs", "ids")]
    [InlineData("X-Api-Key", "xApiKey")]
    [InlineData("2fa", "_2fa")]
    [InlineData("class", "@class")]
    [InlineData("Default", "@default")]
    [InlineData("await", "@await")]
    [InlineData("field", "@field")]
    [InlineData("value", "value")]
    [InlineData("from", "from")]
    [InlineData("+1", "plus1")]
    [InlineData("", "empty")]
    [InlineData("日本語", "日本語")]
    public void Camel_is_for_parameters(string wire, string expected)
    {
        Assert.Equal(expected, IdentifierCasing.Camel(wire));
    }

    [Fact]
    public void A_decomposed_letter_is_the_same_name_as_the_composed_one_where_the_platform_can_tell()
    {
        string composed = IdentifierCasing.Pascal("caf\u00E9");
        string decomposed = IdentifierCasing.Pascal("cafe\u0301");

        // In invariant globalization mode .NET does not normalize; the combining mark is valid in a name all the same.
        Assert.Equal("Caf\u00E9", composed);
        Assert.True(decomposed is "Caf\u00E9" or "Cafe\u0301", Escaped(decomposed));
    }

    [Fact]
    public void A_long_name_is_cut_to_what_the_compiler_takes()
    {
        Assert.Equal(200, IdentifierCasing.Pascal(new string('x', 100_000)).Length);
        Assert.InRange(IdentifierCasing.Pascal(new string('-', 100_000)).Length, 1, 200);
    }

    [Fact]
    public void Whatever_comes_in_a_valid_identifier_comes_out()
    {
        Random random = new(42);
        for (int i = 0; i < 50_000; i++)
        {
            StringBuilder wire = new();
            for (int n = random.Next(0, 8); n > 0; n--)
                wire.Append(RandomText(random));
            string name = wire.ToString();

            string pascal = IdentifierCasing.Pascal(name);
            string camel = IdentifierCasing.Camel(name);

            Assert.True(SyntaxFacts.IsValidIdentifier(pascal), Escaped(name) + " gave " + Escaped(pascal));
            Assert.Equal(SyntaxKind.None, SyntaxFacts.GetKeywordKind(pascal));
            Assert.True(SyntaxFacts.IsValidIdentifier(camel.TrimStart('@')), Escaped(name) + " gave " + Escaped(camel));
            Assert.True(camel[0] == '@' || SyntaxFacts.GetKeywordKind(camel) == SyntaxKind.None, camel);
        }
    }

    [Fact]
    public void Every_character_alone_gives_a_valid_identifier()
    {
        for (int c = 0; c <= char.MaxValue; c++)
        {
            Assert.True(SyntaxFacts.IsValidIdentifier(IdentifierCasing.Pascal(((char)c).ToString())), c.ToString("X4", null));
            Assert.True(SyntaxFacts.IsValidIdentifier(IdentifierCasing.Pascal("a" + (char)c)), c.ToString("X4", null));
        }
    }

    private static readonly string[] s_pieces = ["ID", "_", "-", "+", "<=", "class", "1", "s", "Á", "e\u0301", "ß", "ǅ", "ﬁ"];

    private static string RandomText(Random random) =>
        random.Next(5) switch
        {
            0 => ((char)random.Next(0, 0x80)).ToString(),
            1 => ((char)random.Next(0, 0x10000)).ToString(),
            2 => char.ConvertFromUtf32(random.Next(0x10000, 0x20000)),
            3 => ((char)random.Next('a', 'z' + 1)).ToString(),
            _ => s_pieces[random.Next(s_pieces.Length)],
        };

    private static string Escaped(string text) =>
        string.Concat(text.Select(c => c is > ' ' and < '\u007F' ? c.ToString() : $"\\u{(int)c:X4}"));
}
