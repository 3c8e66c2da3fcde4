using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using OpenApiGen.Generator.Emit;
using Xunit;

namespace OpenApiGen.Generator.Tests.Emit;

public class LiteralsTests
{
    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("plain text", "\"plain text\"")]
    [InlineData("say \"hi\" \\o/", "\"say \\\"hi\\\" \\\\o/\"")]
    [InlineData("a\r\n\tb", "\"a\\r\\n\\tb\"")]
    [InlineData("\01", "\"\\u00001\"")]
    [InlineData("größe 日本 €", "\"größe 日本 €\"")]
    [InlineData("\u0085\u2028\u2029\u202E\u200B\uFEFF\u00A0", "\"\\u0085\\u2028\\u2029\\u202E\\u200B\\uFEFF\\u00A0\"")]
    [InlineData("\U0001F600", "\"\\uD83D\\uDE00\"")]
    [InlineData("*/ {0} @\"", "\"*/ {0} @\\\"\"")]
    public void A_string_is_a_regular_literal_on_one_line(string value, string literal)
    {
        Assert.Equal(literal, Literals.String(value));
    }

    [Fact]
    public void The_compiler_reads_back_every_character()
    {
        StringBuilder all = new();
        for (int c = 0; c <= char.MaxValue; c++)
            all.Append((char)c);

        string literal = Literals.String(all.ToString());

        Assert.DoesNotContain('\n', literal);
        LiteralExpressionSyntax expression = Assert.IsType<LiteralExpressionSyntax>(Parse(literal));
        Assert.Equal(all.ToString(), expression.Token.ValueText);
    }

    [Theory]
    [InlineData(0d, "0d")]
    [InlineData(-0d, "-0d")]
    [InlineData(0.1, "0.1d")]
    [InlineData(1.0 / 3.0, "0.3333333333333333d")]
    [InlineData(-5d, "-5d")]
    [InlineData(1e300, "1E+300d")]
    [InlineData(5e-324, "4.94065645841247E-324d")]
    [InlineData(double.MaxValue, "1.7976931348623157E+308d")]
    [InlineData(double.NaN, "double.NaN")]
    [InlineData(double.NegativeInfinity, "double.NegativeInfinity")]
    public void A_double_keeps_its_value(double value, string literal)
    {
        Assert.Equal(literal, Literals.Double(value));
    }

    [Fact]
    public void Random_doubles_come_back()
    {
        Random random = new(7);
        for (int i = 0; i < 20_000; i++)
        {
            double value = BitConverter.Int64BitsToDouble(random.NextInt64());
            if (double.IsNaN(value) || double.IsInfinity(value))
                continue;
            Assert.Equal(value, double.Parse(Literals.Double(value).TrimEnd('d'), CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Numbers_do_not_follow_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        strange.NumberFormat.NumberDecimalSeparator = ",";
        strange.NumberFormat.NegativeSign = "~";
        try
        {
            CultureInfo.CurrentCulture = strange;
            Assert.Equal("-1.50m", Literals.Decimal(-1.50m));
            Assert.Equal("-1.5d", Literals.Double(-1.5));
            Assert.Equal("-9223372036854775808L", Literals.Int64(long.MinValue));
            Assert.Equal("-7", Literals.Int32(-7));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal("true", Literals.Bool(true));
        Assert.Equal("79228162514264337593543950335m", Literals.Decimal(decimal.MaxValue));
    }

    private static ExpressionSyntax Parse(string literal)
    {
        ExpressionSyntax expression = SyntaxFactory.ParseExpression(literal);
        Assert.Empty(expression.GetDiagnostics());
        return expression;
    }
}
