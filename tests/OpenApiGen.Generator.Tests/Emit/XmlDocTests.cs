using System.Diagnostics;
using System.Text;
using System.Xml.Linq;
using OpenApiGen.Generator.Emit;
using Xunit;

namespace OpenApiGen.Generator.Tests.Emit;

public class XmlDocTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a < b && \"c\" > d", "a &lt; b &amp;&amp; &quot;c&quot; &gt; d")]
    [InlineData("*/ /// ]]>", "*/ /// ]]&gt;")]
    [InlineData("a\nb\r\nc\u0085d\u2028e\u2029f\tg", "a b  c d e f g")]
    [InlineData("a\0b\u0008c\uFFFEd\uFFFFe\u007Ff", "abcdef")]
    [InlineData("left\u202Eright\u2066\u200F", "leftright")]
    [InlineData("\U0001F600 é 日本", "\U0001F600 é 日本")]
    public void Text_is_escaped_onto_one_line(string text, string expected)
    {
        Assert.Equal(expected, XmlDoc.Escape(text));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_dropped()
    {
        Assert.Equal("ab\U0001F600", XmlDoc.Escape("a\uD800b\uDC00\U0001F600\uD83D"));
    }

    [Theory]
    [InlineData("One line.", "One line.")]
    [InlineData("  One line. \n", "One line.")]
    [InlineData("snake_case and 2*3 and a_b_c", "snake_case and 2*3 and a_b_c")]
    [InlineData("Two\nlines.", "Two|lines.")]
    [InlineData("First.\n\nSecond\nline.", "<para>First.</para>|<para>Second|line.</para>")]
    [InlineData("First.\r\n\r\nSecond.", "<para>First.</para>|<para>Second.</para>")]
    [InlineData("", "")]
    [InlineData(" \n ", "")]
    public void Paragraphs(string markdown, string expected) => Converts(markdown, expected);

    [Theory]
    [InlineData("**bold** and *italic* and __bold__ and _italic_", "<b>bold</b> and <i>italic</i> and <b>bold</b> and <i>italic</i>")]
    [InlineData("***both***", "<b><i>both</i></b>")]
    [InlineData("**a *b* c**", "<b>a <i>b</i> c</b>")]
    [InlineData("*a **b* c**", "<i>a **b</i> c**")]
    [InlineData("2 * 3 * 4, snake_case_name, *.json", "2 * 3 * 4, snake_case_name, *.json")]
    [InlineData("**unclosed", "**unclosed")]
    [InlineData("\\*not\\* \\_emphasis\\_", "*not* _emphasis_")]
    [InlineData("`a < b` and ``c ` d``", "<c>a &lt; b</c> and <c>c ` d</c>")]
    [InlineData("`open", "`open")]
    [InlineData("use `*` or `_`", "use <c>*</c> or <c>_</c>")]
    [InlineData("a  \nb\\\nc", "a  <br/>|b<br/>|c")]
    public void Emphasis_and_code(string markdown, string expected) => Converts(markdown, expected);

    [Theory]
    [InlineData("[docs](https://example.com/a?b=1&c=2)", "<a href=\"https://example.com/a?b=1&amp;c=2\">docs</a>")]
    [InlineData("[docs](https://example.com \"title\").", "<a href=\"https://example.com\">docs</a>.")]
    [InlineData("[**b**](http://example.com/x_(y))", "<a href=\"http://example.com/x_(y)\"><b>b</b></a>")]
    [InlineData("[here](#section/other) and [there](/docs)", "here and there")]
    [InlineData("[bad](javascript:alert(1))", "bad")]
    [InlineData("![picture](https://example.com/a.png)", "picture")]
    [InlineData("<https://example.com?a&b>", "<a href=\"https://example.com?a&amp;b\">https://example.com?a&amp;b</a>")]
    [InlineData("array[0] and [x] and [y][z]", "array[0] and [x] and [y][z]")]
    [InlineData("*a [b* c](https://x.y)", "<i>a [b</i> c](https://x.y)")]
    [InlineData("<a href=\"https://x.y\">z</a> <a href='/local'>here</a> <a>q</a>", "<a href=\"https://x.y\">z</a> here q")]
    public void Links(string markdown, string expected) => Converts(markdown, expected);

    [Theory]
    [InlineData(
        "- a\n- b",
        "<list type=\"bullet\">|<item><description>a</description></item>|<item><description>b</description></item>|</list>"
    )]
    [InlineData(
        "* a\n+ b",
        "<list type=\"bullet\">|<item><description>a</description></item>|<item><description>b</description></item>|</list>"
    )]
    [InlineData(
        "1. a\n2. b",
        "<list type=\"number\">|<item><description>a</description></item>|<item><description>b</description></item>|</list>"
    )]
    [InlineData(
        "Either:\n- a\n  goes on\n- b",
        "<para>Either:</para>|<list type=\"bullet\">|<item><description>a|goes on</description></item>|<item><description>b</description></item>|</list>"
    )]
    [InlineData(
        "- a\n  - b\n- c\n\nend",
        "<list type=\"bullet\">|<item><description><para>a</para>|<list type=\"bullet\">|<item><description>b</description></item>|</list></description></item>|<item><description>c</description></item>|</list>|<para>end</para>"
    )]
    [InlineData(
        "- a\n\n- b",
        "<list type=\"bullet\">|<item><description>a</description></item>|<item><description>b</description></item>|</list>"
    )]
    [InlineData("-", "<list type=\"bullet\">|<item><description></description></item>|</list>")]
    [InlineData("It was in\n2012. It is over.", "It was in|2012. It is over.")]
    [InlineData("-1 is a number, +1 too", "-1 is a number, +1 too")]
    public void Lists(string markdown, string expected) => Converts(markdown, expected);

    [Theory]
    [InlineData("```json\n{ \"a\": 1 }\n\n  x\n```", "<code>|{ &quot;a&quot;: 1 }||  x|</code>")]
    [InlineData("Text\n```\n*a*\n```\nmore", "<para>Text</para>|<code>|*a*|</code>|<para>more</para>")]
    [InlineData("~~~\nopen", "<code>|open|</code>")]
    [InlineData("Text\n\n    indented <b>", "<para>Text</para>|<code>|indented &lt;b&gt;|</code>")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2<br>3 |\n\nend", "<code>|¦ a ¦ b ¦|¦---¦---¦|¦ 1 ¦ 2&lt;br&gt;3 ¦|</code>|<para>end</para>")]
    public void Code_and_tables_keep_their_lines(string markdown, string expected) =>
        Assert.Equal(expected.Split('|').Select(line => line.Replace('¦', '|')), XmlDoc.Lines(markdown));

    [Theory]
    [InlineData("# Title\nText", "<para><b>Title</b></para>|<para>Text</para>")]
    [InlineData("Title\n=====\nText", "<para><b>Title</b></para>|<para>Text</para>")]
    [InlineData("a\n\n---\n\nb", "<para>a</para>|<para>b</para>")]
    [InlineData("> quoted\n> text", "quoted|text")]
    [InlineData("#hashtag", "#hashtag")]
    public void Headings_rules_and_quotes(string markdown, string expected) => Converts(markdown, expected);

    [Theory]
    [InlineData("<p>First.</p> <p>Second <b>bold</b>.</p>", "<para>First.</para>|<para>Second <b>bold</b>.</para>")]
    [InlineData("a<br>b<br/>c", "a<br/>|b<br/>|c")]
    [InlineData(
        "<ul>\n    <li>one</li>\n    <li>two <code>x</code></li>\n</ul>",
        "<list type=\"bullet\">|<item><description>one</description></item>|<item><description>two <c>x</c></description></item>|</list>"
    )]
    [InlineData(
        "<ol><li>one<li>two</ol>",
        "<list type=\"number\">|<item><description>one</description></item>|<item><description>two</description></item>|</list>"
    )]
    [InlineData("<your-token> and List<string> and a<b", "&lt;your-token&gt; and List&lt;string&gt; and a&lt;b")]
    [InlineData("<b>open <i>and crossed</b> tags</i> <span class=\"x\">span</span>", "<b>open and crossed</b> tags span")]
    [InlineData("a<!-- hidden -->b &amp; &lt;c&gt; &nbsp; &#39;d&#x27; &bogus; &", "ab &amp; &lt;c&gt;   'd' &amp;bogus; &amp;")]
    [InlineData("<pre><code>{ &quot;a&quot; }</code></pre>after", "<code>|{ &quot;a&quot; }|</code>|<para>after</para>")]
    [InlineData("`<p>` stays", "<c>&lt;p&gt;</c> stays")]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("</summary><see cref=\"T:System.Object\"/>", "&lt;see cref=&quot;T:System.Object&quot;/&gt;")]
    public void Html_becomes_what_it_means_or_stays_text(string markdown, string expected) => Converts(markdown, expected);

    [Theory]
    [InlineData("One.", "One.", null)]
    [InlineData("One\nline.\n\nTwo.\n\nThree.", "One\nline.", "Two.\n\nThree.")]
    [InlineData("Either:\n- a\n- b", "Either:", "- a\n- b")]
    [InlineData("# Title\n\nText", "# Title", "Text")]
    [InlineData("- a", null, "- a")]
    [InlineData("<p>One.</p><p>Two.</p>", "One.", "Two.")]
    [InlineData("", null, null)]
    [InlineData(null, null, null)]
    public void The_first_paragraph_is_the_summary(string? markdown, string? summary, string? remarks)
    {
        Assert.Equal((summary, remarks), XmlDoc.SplitSummary(markdown));
    }

    [Fact]
    public void Random_markdown_gives_wellformed_lines()
    {
        string[] pieces =
        [
            "a",
            "b c",
            " ",
            "\n",
            "\n\n",
            "  \n",
            "*",
            "**",
            "_",
            "__",
            "***",
            "`",
            "``",
            "```\n",
            "[",
            "](",
            ")",
            "](https://x.y)",
            "![",
            "<b>",
            "</b>",
            "<i>",
            "</i>",
            "<code>",
            "</code>",
            "<a href=\"https://x.y\">",
            "</a>",
            "<p>",
            "</p>",
            "<ul>",
            "</ul>",
            "<li>",
            "<ol>",
            "<br>",
            "<pre>",
            "</pre>",
            "<!--",
            "-->",
            "<x>",
            "<https://x.y>",
            "&",
            "&lt;",
            "&#0;",
            "&#x1F600;",
            "- ",
            "1. ",
            "    ",
            "\t",
            "# ",
            "> ",
            "| ",
            "|---|\n",
            "---\n",
            "===\n",
            "~~~\n",
            "\\",
            "\\\n",
            "*/",
            "]]>",
            "\"",
            "'",
            "\u2028",
            "\u0085",
            "\0",
            "\uD800",
            "\uDC00",
            "\U0001F600",
            "\r",
            "\uFFFF",
        ];
        Random random = new(11);
        for (int i = 0; i < 20_000; i++)
        {
            StringBuilder markdown = new();
            for (int n = random.Next(1, 30); n > 0; n--)
                markdown.Append(pieces[random.Next(pieces.Length)]);
            IsWellFormed(markdown.ToString());
        }
    }

    [Theory]
    [InlineData("*a ")]
    [InlineData("*")]
    [InlineData("[")]
    [InlineData("[a](")]
    [InlineData("![x](http://")]
    [InlineData("` `` ")]
    [InlineData("<b>")]
    [InlineData("<a href=\"")]
    [InlineData("<pre>")]
    [InlineData("<!--")]
    [InlineData("<ul><li>")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("- a\n")]
    [InlineData("- \n\n")]
    [InlineData("a|b\n")]
    [InlineData("_a_b*c_")]
    [InlineData("[*")]
    [InlineData("&amp;")]
    [InlineData("\n")]
    [InlineData("<br>")]
    public void A_hundred_thousand_of_anything_take_no_time(string piece)
    {
        string markdown = new StringBuilder().Insert(0, piece, 100_000).ToString();
        Stopwatch watch = Stopwatch.StartNew();

        IReadOnlyList<string> lines = XmlDoc.Lines(markdown);
        XmlDoc.SplitSummary(markdown);

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
        XDocument.Parse("<x>" + string.Join("\n", lines) + "</x>");
    }

    private static void Converts(string markdown, string expected)
    {
        Assert.Equal(expected, string.Join("|", XmlDoc.Lines(markdown)));
        IsWellFormed(markdown);
    }

    private static void IsWellFormed(string markdown)
    {
        IReadOnlyList<string> lines = XmlDoc.Lines(markdown);
        Assert.All(lines, line => Assert.Equal(-1, line.AsSpan().IndexOfAny("\r\n\u0085\u2028\u2029")));
        XDocument.Parse("<x>" + string.Join("\n", lines) + "</x>");

        (string? summary, string? remarks) = XmlDoc.SplitSummary(markdown);
        XDocument.Parse("<x>" + string.Join("\n", XmlDoc.Lines(summary)) + "</x>");
        XDocument.Parse("<x>" + string.Join("\n", XmlDoc.Lines(remarks)) + "</x>");
    }
}
